import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { Answer, curlLine } from '../src/answer.ts';
import { compare } from '../src/difference.ts';
import { readDocuments } from '../src/documents.ts';
import { Failure } from '../src/failure.ts';
import { Random } from '../src/random.ts';
import { mark, Story } from '../src/story.ts';
import { tellRequest } from '../src/story-http.ts';
import { joinWords, splitWords } from '../src/words.ts';

test('words are split as a shell splits them', () => {
  const command = `node --env 'a b' "c \\"d\\" \\n" e\\ f g"h"'i' ''`;

  assert.deepEqual(splitWords(command), ['node', '--env', 'a b', 'c "d" \\n', 'e f', 'ghi', '']);
  assert.throws(() => splitWords(`node 'open`), SyntaxError);
});

test('joined words come out of a real shell and of splitWords as they were', () => {
  const words = [
    'plain',
    'two words',
    "it's",
    '"quoted"',
    '$HOME `x` \\',
    '',
    'line\nbreak',
    'ünïcode 🚀',
    '*',
    '~',
  ];
  const line = joinWords(words);

  const printed = execFileSync('/bin/sh', ['-c', `for word in ${line}; do printf '%s\\0' "$word"; done`], {
    encoding: 'utf8',
  });

  assert.deepEqual(printed.split('\0').slice(0, -1), words);
  assert.deepEqual(splitWords(line), words);
});

test('a curl line quotes text for a shell and writes bytes that are no text as escapes', () => {
  const request = {
    method: 'POST',
    path: '/tasks?q=a&b',
    headers: [['X-A', "it's"]] as const,
    body: Buffer.from([0x7b, 0xff, 0x27]),
  };

  assert.equal(
    curlLine(request),
    `curl -i 'localhost:3000/tasks?q=a&b' -H "x-a: it's" --data-binary $'{\\xff\\x27'`,
  );
});

test('what cannot be seen is shown, and is typed as an escape', () => {
  const request = { method: 'POST', path: '/tasks', headers: [], body: '{"title":"\u00a0Cafe\u0301\u200b"}' };

  const { facts } = new Failure({ sent: 'add "x\u200b"', expected: 'x', came: 'x\u00a0' });

  assert.deepEqual(facts, { sent: 'add "x\\u200b"', expected: 'x', came: 'x\\u00a0' });
  assert.equal(joinWords(['a\u200b', 'b\u0007']), `$'a\\u200b' $'b\\x07'`);
  assert.equal(
    curlLine(request),
    `curl -i localhost:3000/tasks --data-binary '{"title":"\\u00a0Cafe\\u0301\\u200b"}'`,
  );
});

test('a difference names the fields that differ, and no other', () => {
  const came = { id: 1, title: '  Buy milk  ', done: false, extra: 1 };
  const expected = { id: 1, title: 'Buy milk', done: null };

  assert.deepEqual(compare(came, expected), [
    '- title "  Buy milk  "',
    '+ title "Buy milk"',
    '- done false',
    '+ done null',
    '- extra 1',
    '+ extra absent',
  ]);
  assert.deepEqual(compare({ a: 1, b: [1] }, { b: [1], a: 1 }), []);
});

test('of long texts a difference shows the place and the lengths', () => {
  const [came, expected] = compare(
    { notes: 'a'.repeat(300) },
    { notes: `${'a'.repeat(200)}b${'a'.repeat(99)}` },
  );

  assert.match(came ?? '', /^- notes …"a+"… \(300 characters\)$/);
  assert.match(expected ?? '', /^\+ notes …"a+ba+"… \(300 characters\)$/);
});

test('documents are found one after the other, and what is between them', () => {
  const { documents, noise } = readDocuments('> {"a":"}"}\n> [\n 1\n]\nbye {');

  assert.deepEqual(documents, [{ a: '}' }, [1]]);
  assert.equal(noise.replace(/\s+/g, ' '), '> > bye {');
});

test('random values depend on the seed alone, and text has exactly its length', () => {
  const [one, same, other] = ['1/a', '1/a', '1/b'].map((seed) => new Random(seed));

  assert.equal(one?.title(), same?.title());
  assert.notEqual(one?.title(), other?.title());
  for (let length = 1; length < 60; length += 1) {
    const text = one?.text(length) ?? '';
    assert.equal(text.length, length);
    assert.ok(text.isWellFormed() && !/[\s"'\\\p{Cc}]/u.test(text));
  }
});

test('a story is retold with the commands that matter, and ids from 1', () => {
  const story = new Story();
  story.tell('lead add Ana', mark('lead', 7));
  story.tell('lead add Ben', mark('lead', 8));
  story.tell(`add Call --lead ${mark('lead', 8)}`, mark('task', 30));
  story.tell(`lead move ${mark('lead', 7)} lost`);
  story.tell(`done ${mark('task', 30)}`);

  assert.deepEqual(story.retell(), ['lead add Ben', 'add Call --lead 1', 'done 1']);
});

test('a request about a task is retold with the request that created it', () => {
  const story = new Story();
  const created = Buffer.from('{"id":12}');
  const post = { method: 'POST', path: '/tasks', headers: [], body: '{"title":"x"}' };
  const patch = { method: 'PATCH', path: '/tasks/12', headers: [], body: '{"status":"done"}' };
  tellRequest(story, new Answer(post, { status: 201, reason: '', rawHeaders: [], bytes: created }));

  const answer = tellRequest(
    story,
    new Answer(patch, { status: 500, reason: '', rawHeaders: [], bytes: created }),
  );

  assert.deepEqual((answer.again ?? '').split('\n').length, 2);
  assert.match(answer.again ?? '', /localhost:3000\/tasks\/1\b/);
});
