import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Failure, type FailureFacts } from '../src/failure.ts';
import { Session } from '../src/session.ts';
import { createProgram } from './fixture.ts';

/** A session that runs `body` for each `line`. */
function reader(body: string): string {
  return `import { createInterface } from 'node:readline';
    for await (const line of createInterface({ input: process.stdin })) { ${body} }`;
}

async function factsOf(failing: Promise<unknown>): Promise<FailureFacts> {
  try {
    await failing;
  } catch (error) {
    if (error instanceof Failure) return error.facts;
    throw error;
  }
  throw new Error('it did not fail');
}

test('an answer that is pretty-printed and comes in pieces is read whole', async (t) => {
  const text = JSON.stringify({ id: 1, title: 'a } b "{" c', list: [1, [2]] }, null, 4);
  const body = `for (const part of ${JSON.stringify(text)}.match(/.{1,7}/gs)) {
    process.stdout.write(part); await new Promise(setImmediate); }`;
  const session = new Session(createProgram(t, reader(body)), []);

  const reply = await session.ask('add x');

  assert.deepEqual(reply, { ok: true, value: JSON.parse(text) });
});

test('a line that begins with error: is a refusal, other lines on standard error are not', async (t) => {
  const body = `console.error('debug: hm'); console.error('error: no such ' + line); console.error('usage: …');`;
  const session = new Session(createProgram(t, reader(body)), []);

  assert.deepEqual(await session.ask('task'), { ok: false, refusal: 'error: no such task' });
  assert.deepEqual(await session.ask('lead'), { ok: false, refusal: 'error: no such lead' });
});

for (const [what, printed] of [
  ['nothing', ''],
  ['a sentence', `console.log('Deleted [the] task {3}');`],
  ['what looks like a list', `console.log('[ ] Buy milk\\n[x Call Ana');`],
  ['the deleted task', `console.log(JSON.stringify({ id: 3, tags: [] }));`],
] as const) {
  test(`a deletion that prints ${what} is read up to the list after it`, async (t) => {
    const body = `if (line === 'list') console.log('[{"id":1}]'); else { ${printed} }`;
    const session = new Session(createProgram(t, reader(body)), []);

    const { refusal, list } = await session.askThenList('delete 3', 'list');

    assert.equal(refusal, undefined);
    assert.deepEqual(list, [{ id: 1 }]);
  });
}

test('a deletion that is refused is told with the list after it', async (t) => {
  const body = `if (line === 'list') console.log('[]'); else console.error('error: no');`;
  const session = new Session(createProgram(t, reader(body)), []);

  assert.deepEqual(await session.askThenList('delete 3', 'list'), { refusal: 'error: no', list: [] });
});

test('a session that holds its answers back is told to flush', async (t) => {
  const body = `globalThis.held = (globalThis.held ?? '') + '{}';`;
  const session = new Session(createProgram(t, reader(body)), ['--json'], 200);

  const facts = await factsOf(session.ask('add x'));

  assert.match(facts.came, /nothing within 0.2 s[\s\S]*flush/);
  assert.match(facts.again ?? '', /^printf '%s\\n' 'add x' \|/);
});

test('a session that answers on standard error in its own way is shown with what it said', async (t) => {
  const session = new Session(createProgram(t, reader(`console.error('Fehler!');`)), [], 2000);

  const facts = await factsOf(session.ask('add x'));

  assert.match(facts.came, /no answer within 2 s, only:\n {2}Fehler!/);
});

test('a prompt in a pipe is told as one', async (t) => {
  const source = `process.stdout.write('tracker> '); ${reader(`process.stdout.write('{"id":1}\\ntracker> ');`)}`;
  const session = new Session(createProgram(t, source.replace(/^(.*?); (import.*?;)/s, '$2 $1;')), []);

  const facts = await factsOf(session.ask('add x').then(() => session.ask('add y')));

  assert.match(facts.came, /tracker>[\s\S]*prompt/);
});

test('a session that dies is told with its status and its last words', async (t) => {
  const session = new Session(createProgram(t, reader(`throw new TypeError('boom ' + line);`)), []);

  const facts = await factsOf(session.ask('add x'));

  assert.match(facts.came, /the session ended \(exit status 1\)[\s\S]*boom add x/);
});

test('a session that stays when its input ends is ended, and told', async (t) => {
  const session = new Session(createProgram(t, 'setInterval(() => {}, 1000);'), []);

  const facts = await factsOf(session.finish(200));

  assert.match(facts.came, /still running after 0.2 s/);
});
