import assert from 'node:assert/strict';
import { test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import { parseNewTask, parseTaskChanges, parseTaskQuery } from '../../src/tasks/schema.ts';

function pathsRefused(input: unknown) {
  try {
    parseNewTask(input);
    return [];
  } catch (error) {
    assert.ok(error instanceof AppError);
    assert.equal(error.code, 'validation');
    return (error.errors ?? []).map(({ path }) => path);
  }
}

test('a title is trimmed, and what is left out gets its default', () => {
  assert.deepEqual(parseNewTask({ title: '  Buy milk ' }), { title: 'Buy milk', notes: '', leadId: null });
});

test('a title may have 200 characters and no more', () => {
  assert.deepEqual(pathsRefused({ title: 'x'.repeat(200) }), []);
  assert.deepEqual(pathsRefused({ title: 'x'.repeat(201) }), ['/title']);
});

test('lengths are counted as JavaScript counts them: an emoji is 2', () => {
  assert.deepEqual(pathsRefused({ title: '🚀'.repeat(100) }), []);
  assert.deepEqual(pathsRefused({ title: `${'🚀'.repeat(100)}!` }), ['/title']);
});

test('a letter and its accent are kept as one character, and measured so', () => {
  const long = 'e\u0301'.repeat(200);

  const { title, notes } = parseNewTask({ title: long, notes: 'Cafe\u0301' });

  assert.equal(title, 'é'.repeat(200));
  assert.equal(notes, 'Café');
});

test('what cannot be seen goes from the ends of a title, and stays at the ends of notes', () => {
  const around = '\u200b\u00ad\u3164 ';

  const { title, notes } = parseNewTask({ title: `${around}x y${around}`, notes: `\t${around}x\n` });

  assert.equal(title, 'x y');
  assert.equal(notes, `\t${around}x\n`);
});

test('notes in which nothing can be seen are empty', () => {
  assert.equal(parseNewTask({ title: 'x', notes: ' \n\u200b\t' }).notes, '');
});

test('a title that is missing, blank, not text or not printable is refused', () => {
  for (const title of [undefined, '', '   ', '\u200b', '\u200d\ufe0f', 7, null, 'a\u0000b', 'a\ud800b']) {
    assert.deepEqual(pathsRefused({ title }), ['/title']);
  }
});

test('notes may hold lines and tabs, but no other control character', () => {
  assert.deepEqual(pathsRefused({ title: 'x', notes: 'one\r\n\ttwo' }), []);
  assert.deepEqual(pathsRefused({ title: 'x', notes: 'bell \u0007' }), ['/notes']);
});

test('everything that is wrong is told at once, unknown fields by their JSON Pointer', () => {
  assert.deepEqual(pathsRefused({ title: '', leadId: 0, 'a/b': 1 }).sort(), ['/a~1b', '/leadId', '/title']);
});

test('input that is not an object is refused as a whole', () => {
  for (const input of [null, [], 'title', 3]) assert.deepEqual(pathsRefused(input), ['']);
});

test('changes are put in order as a new task is', () => {
  assert.deepEqual(parseTaskChanges({ title: ' Cafe\u0301\u200b', notes: ' ' }), {
    title: 'Café',
    notes: '',
  });
});

test('changes hold what was sent and no defaults', () => {
  assert.deepEqual(parseTaskChanges({ notes: 'two litres' }), { notes: 'two litres' });
});

test('changes that change nothing are refused', () => {
  assert.throws(() => parseTaskChanges({}), { code: 'validation' });
});

test('a query is read from text, and a value that cannot be is refused by its name', () => {
  assert.deepEqual(parseTaskQuery({ status: 'done', leadId: '3', q: 'milk' }), {
    status: 'done',
    leadId: 3,
    q: 'milk',
    sort: [{ field: 'id', direction: 'asc' }],
    page: 1,
    pageSize: 20,
  });
  for (const query of [
    { status: 'over' },
    { leadId: 'x' },
    { leadId: '0' },
    { leadId: '0x1' },
    { leadId: '03' },
    { leadId: ' 1' },
    { q: ['a', 'b'] },
  ]) {
    const [name] = Object.keys(query);
    assert.throws(
      () => parseTaskQuery(query),
      (error) => error instanceof AppError && error.errors?.[0]?.path === `/${name}`,
    );
  }
});
