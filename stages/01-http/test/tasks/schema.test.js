import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNewTask } from '../../src/tasks/schema.js';

function pathsRefused(input) {
  try {
    parseNewTask(input);
    return [];
  } catch (error) {
    assert.equal(error.code, 'validation');
    return error.errors.map(({ path }) => path);
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
