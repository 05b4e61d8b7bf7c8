import assert from 'node:assert/strict';
import { test } from 'vitest';
import { START } from '../../web/forms/form-state.ts';
import { signUp } from '../tracker.ts';
import { fill, openPages, request } from './pages.ts';

async function openActions(onTestFinished: (stop: () => void) => void) {
  const tracker = await openPages(onTestFinished);
  const tasks = await import('../../web/tasks/actions.ts');
  const leads = await import('../../web/leads/actions.ts');
  return { tracker, ...tasks, ...leads };
}

test('a form that the tracker refuses comes back as it was typed, with the reason and the field', async ({
  onTestFinished,
}) => {
  const { addLead, tracker } = await openActions(onTestFinished);

  const state = await addLead(START, fill({ name: 'Ana', email: 'nope', company: '', $ACTION_KEY: 'x' }));

  assert.match(state.message, /valid e-mail address/);
  assert.deepEqual(state.fields, ['email']);
  assert.deepEqual(state.values, { name: 'Ana', email: 'nope', company: '' });
  assert.deepEqual((await tracker.leads.list()).items, []);
});

test('a form that nobody answers comes back as it was typed', async ({ onTestFinished }) => {
  const { addTask, tracker } = await openActions(onTestFinished);
  tracker.stop();

  const state = await addTask(START, fill({ title: 'Buy milk' }));

  assert.match(state.message, /does not answer/);
  assert.deepEqual(state.values, { title: 'Buy milk' });
});

test('the button that was pressed says what happens to which task', async ({ onTestFinished }) => {
  const { addTask, changeTask, tracker } = await openActions(onTestFinished);
  await addTask(START, fill({ title: 'Buy milk' }));
  await addTask(START, fill({ title: 'Call Ana' }));

  await changeTask(START, fill({ done: '1' }));
  await changeTask(START, fill({ delete: '2' }));

  const { items: tasks } = await tracker.tasks.list();
  assert.deepEqual(
    tasks.map(({ id, status }) => [id, status]),
    [[1, 'done']],
  );
});

test('a button with a path for an id reaches nothing else', async ({ onTestFinished }) => {
  const { addLead, addTask, changeTask, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));
  await addTask(START, fill({ title: 'Call Ana' }));

  const state = await changeTask(START, fill({ delete: '../leads/1' }));

  assert.notEqual(state.message, '');
  assert.equal((await tracker.leads.list()).total, 1);
});

test('of an edited task only what was changed is sent, with the line ends that were typed', async ({
  onTestFinished,
}) => {
  const { addLead, addTask, editTask, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));
  await addTask(START, fill({ title: 'Call' }));
  await tracker.send('PATCH', '/tasks/1', { title: 'Call her', status: 'done' });

  const state = await editTask(
    START,
    fill({
      id: '1',
      ...{ title: 'Call', 'original-title': 'Call' },
      ...{ notes: 'one\r\ntwo', 'original-notes': '' },
      ...{ status: 'todo', 'original-status': 'todo' },
      ...{ lead: 'Ana #1', 'original-lead': '' },
    }),
  );

  const { title, notes, status, leadId } = await tracker.tasks.get(1);
  assert.equal(state.saved, true);
  assert.deepEqual(
    { title, notes, status, leadId },
    { title: 'Call her', notes: 'one\ntwo', status: 'done', leadId: 1 },
  );
});

test('a lead may be named in full; a name that nobody has, or several, is refused', async ({
  onTestFinished,
}) => {
  const { addLead, addTask, editTask, tracker } = await openActions(onTestFinished);
  for (const name of ['Ana Pop', 'Ben', 'Ben']) await addLead(START, fill({ name }));
  await addTask(START, fill({ title: 'Call' }));
  const name = (lead: string) => editTask(START, fill({ id: '1', lead, 'original-lead': '' }));

  assert.equal((await name('ana pop')).saved, true);
  assert.equal((await tracker.tasks.get(1)).leadId, 1);
  assert.match((await name('Ben')).message, /Several leads/);
  assert.deepEqual((await name('Zoe')).fields, ['leadId']);
});

test('a step that the pipeline does not allow is told, and changes nothing', async ({ onTestFinished }) => {
  const { addLead, changeLead, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));

  const state = await changeLead(START, fill({ won: '1' }));

  assert.match(state.message, /contacted, lost/);
  assert.equal((await tracker.leads.get(1)).stage, 'new');
});

test('without scripts a form leads back to the page it was on, and to no other place', async ({
  onTestFinished,
}) => {
  const { addTask } = await openActions(onTestFinished);

  request.headers = new Headers({ referer: 'http://127.0.0.1:3000/tasks?status=done&view=board' });
  const back = addTask(START, fill({ title: 'Buy milk' }));
  await assert.rejects(back, { digest: /;\/tasks\?view=board#task-1;/ });

  request.headers = new Headers({ referer: 'https://elsewhere.example//evil.example' });
  await assert.rejects(addTask(START, fill({ title: 'Call Ana' })), { digest: /;\/evil\.example#task-2;/ });
});

test('a deleted lead leads to the list, which takes the place of its page', async ({ onTestFinished }) => {
  const { addLead, deleteLead, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));

  await assert.rejects(deleteLead(START, fill({ delete: '1' })), { digest: /;replace;\/leads;/ });

  assert.deepEqual((await tracker.leads.list()).items, []);
});

test('a form that comes when the session has ended goes back as it was typed, and nothing is done', async ({
  onTestFinished,
}) => {
  const { addTask, tracker } = await openActions(onTestFinished);
  request.cookies.delete('access');

  const state = await addTask(START, fill({ title: 'Buy milk' }));

  assert.equal(state.session, 'ended');
  assert.deepEqual(state.values, { title: 'Buy milk' });
  assert.deepEqual((await tracker.tasks.list()).items, []);
});

test('a form that was filled in by somebody else is not saved, and goes back as theirs', async ({
  onTestFinished,
}) => {
  const { addTask, tracker } = await openActions(onTestFinished);
  const page = { ...START, owner: '1' };
  request.cookies.set('access', (await signUp()).access);

  const state = await addTask(page, fill({ title: 'Buy milk' }));

  assert.deepEqual([state.session, state.owner, state.values], ['other', '1', { title: 'Buy milk' }]);
  assert.match(state.message, /somebody else has signed in/);
  assert.deepEqual((await tracker.tasks.list()).items, []);
});
