import assert from 'node:assert/strict';
import { test } from 'vitest';
import { SESSION_ENDED, START } from '../../web/form-state.ts';
import { fill, openPages, request } from './pages.ts';

async function openActions(onTestFinished: (stop: () => void) => void) {
  const tracker = await openPages(onTestFinished);
  const tasks = await import('../../web/tasks/actions.ts');
  const leads = await import('../../web/leads/actions.ts');
  return { tracker, ...tasks, ...leads };
}

type Tracker = Awaited<ReturnType<typeof openPages>>;

async function idsOf(list: Tracker['tasks'] | Tracker['leads']) {
  return (await list.list()).items.map(({ id }) => String(id));
}

test('a form that the tracker refuses comes back as it was typed, with the reason and the field', async ({
  onTestFinished,
}) => {
  const { addLead, tracker } = await openActions(onTestFinished);

  const state = await addLead(START, fill({ name: 'Ana', email: 'nope', company: '', $ACTION_KEY: 'x' }));

  assert.match(state.message, /valid e-mail address/);
  assert.deepEqual(state.fields, ['email']);
  assert.deepEqual(state.values, { name: 'Ana', email: 'nope', company: '' });
  assert.deepEqual(await idsOf(tracker.leads), []);
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

  const [milk = '', ana = ''] = await idsOf(tracker.tasks);

  await changeTask(START, fill({ done: milk }));
  await changeTask(START, fill({ delete: ana }));

  const { items } = await tracker.tasks.list();
  assert.deepEqual(
    items.map(({ title, status }) => [title, status]),
    [['Buy milk', 'done']],
  );
});

test('a button with a path for an id reaches nothing else', async ({ onTestFinished }) => {
  const { addLead, addTask, changeTask, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));
  await addTask(START, fill({ title: 'Call Ana' }));
  const [ana] = await idsOf(tracker.leads);

  const state = await changeTask(START, fill({ delete: `../leads/${ana}` }));

  assert.notEqual(state.message, '');
  assert.deepEqual(await idsOf(tracker.leads), [ana]);
});

test('an edited task keeps the line ends that were typed, and its lead', async ({ onTestFinished }) => {
  const { addLead, addTask, editTask, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));
  await addTask(START, fill({ title: 'Call' }));
  const [[id = ''], [lead = '']] = [await idsOf(tracker.tasks), await idsOf(tracker.leads)];

  const state = await editTask(
    START,
    fill({ id, title: 'Call Ana', notes: 'one\r\ntwo', status: 'doing', leadId: lead }),
  );

  const { title, notes, status, leadId } = await tracker.tasks.get(Number(id));
  assert.equal(state.saved, true);
  assert.deepEqual(
    { title, notes, status, leadId },
    { title: 'Call Ana', notes: 'one\ntwo', status: 'doing', leadId: Number(lead) },
  );
});

test('a step that the pipeline does not allow is told, and changes nothing', async ({ onTestFinished }) => {
  const { addLead, changeLead, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));
  const [ana = ''] = await idsOf(tracker.leads);

  const state = await changeLead(START, fill({ won: ana }));

  assert.match(state.message, /contacted, lost/);
  assert.equal((await tracker.leads.get(Number(ana))).stage, 'new');
});

test('without scripts a form leads back to the page it was on, and to no other place', async ({
  onTestFinished,
}) => {
  const { addTask } = await openActions(onTestFinished);

  request.headers = new Headers({ referer: 'http://127.0.0.1:3000/tasks?status=todo' });
  const back = addTask(START, fill({ title: 'Buy milk' }));
  await assert.rejects(back, { digest: /;\/tasks\?status=todo;/ });

  request.headers = new Headers({ referer: 'https://elsewhere.example//evil.example' });
  await assert.rejects(addTask(START, fill({ title: 'Call Ana' })), { digest: /;\/evil\.example;/ });
});

test('a deleted lead leads back to the list', async ({ onTestFinished }) => {
  const { addLead, deleteLead, tracker } = await openActions(onTestFinished);
  await addLead(START, fill({ name: 'Ana' }));
  const [id = ''] = await idsOf(tracker.leads);

  await assert.rejects(deleteLead(START, fill({ id })), { digest: /;\/leads;/ });

  assert.deepEqual(await idsOf(tracker.leads), []);
});

test('a form that comes when the session has ended goes back as it was typed, and nothing is done', async ({
  onTestFinished,
}) => {
  const { addTask, tracker } = await openActions(onTestFinished);
  request.cookies.delete('access');

  const state = await addTask(START, fill({ title: 'Buy milk' }));

  assert.deepEqual(state, { ...START, message: SESSION_ENDED, values: { title: 'Buy milk' } });
  assert.deepEqual(await idsOf(tracker.tasks), []);
});
