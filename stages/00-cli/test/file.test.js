import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFile } from '../src/file.js';
import { createTaskStore } from '../src/tasks/store.js';
import { createTask } from '../src/tasks/task.js';

async function createFolder(t) {
  const folder = await mkdtemp(join(tmpdir(), 'tracker-'));
  t.after(() => rm(folder, { recursive: true }));
  return folder;
}

test('what was saved is there again, and nothing lies beside it', async (t) => {
  const folder = await createFolder(t);
  const path = join(folder, 'data.json');
  const { db, save } = await openFile(path);
  await createTaskStore(db).create(
    createTask({ title: 'Buy milk', notes: '', leadId: null }, '2026-01-05T09:00:00.000Z'),
  );

  await save();

  const again = await openFile(path);
  assert.deepEqual(again.db, db);
  assert.deepEqual(await readdir(folder), ['data.json']);
});

test('a file that is not a tracker’s is refused and left as it is', async (t) => {
  const path = join(await createFolder(t), 'data.json');
  const strangers = [
    '',
    '{"tasks":',
    '[]',
    '{}',
    '{"tasks":{"lastId":1,"rows":[{"id":1}]},"leads":{"lastId":0,"rows":[]}}',
  ];

  for (const text of strangers) {
    await writeFile(path, text);

    await assert.rejects(openFile(path), { code: 'unusable-file' });
    assert.equal(await readFile(path, 'utf8'), text);
  }
});

test('texts that were kept under other rules are read as they are, and the file is left as it is', async (t) => {
  const path = join(await createFolder(t), 'data.json');
  const time = '2026-01-05T09:00:00.000Z';
  const times = { createdAt: time, updatedAt: time };
  const task = { id: 1, title: ' \u200b', notes: 'bell \u0007', leadId: 1, status: 'todo', ...times };
  const lead = { id: 1, name: 'Jose\u0301 ', email: 'jose', company: ' ', stage: 'new', notes: '', ...times };
  const text = JSON.stringify({
    tasks: { lastId: 1, rows: [{ ...task, completedAt: null }] },
    leads: { lastId: 1, rows: [lead] },
  });
  await writeFile(path, text);

  const { db, save } = await openFile(path);
  await save();

  assert.deepEqual(db.leads.rows.get(1), lead);
  assert.equal(db.tasks.rows.get(1).title, task.title);
  assert.equal(await readFile(path, 'utf8'), text);
});

test('a file that cannot be written is an error, not a crash', async (t) => {
  const { db, save } = await openFile(join(await createFolder(t), 'no-such-folder', 'data.json'));
  db.tasks.lastId = 1;

  await assert.rejects(save(), { code: 'unusable-file' });
});
