import { parseId, toId } from '../fields.js';
import { parseNewTask, parseTaskQuery } from './schema.js';
import { changeStatus, createTask } from './task.js';

const MARKS = { todo: '[ ]', doing: '[~]', done: '[x]' };

export function createTaskCommands({ tasks, clock }) {
  return [
    {
      name: 'add',
      takes: ['title'],
      options: { notes: 'text', lead: 'id' },
      async run([title], { notes, lead }) {
        const values = parseNewTask({ title, notes, leadId: lead === undefined ? null : toId(lead) });
        return tasks.create(createTask(values, clock()));
      },
      format: formatTask,
    },
    {
      name: 'list',
      options: { status: 'status' },
      async run(_, { status }) {
        return tasks.list(parseTaskQuery({ status }));
      },
      format: (list) => list.map(formatTask).join('\n') || 'No tasks here. Add one: add "Buy milk"',
    },
    { name: 'start', takes: ['id'], run: ([id]) => setStatus(id, 'doing'), format: formatTask },
    { name: 'done', takes: ['id'], run: ([id]) => setStatus(id, 'done'), format: formatTask },
    {
      name: 'delete',
      takes: ['id'],
      async run([id]) {
        return tasks.remove(parseId(id));
      },
      format: (task) => `Deleted ${formatTask(task)}`,
    },
  ];

  async function setStatus(id, status) {
    return tasks.update(parseId(id), (task) => changeStatus(task, status, clock()));
  }
}

function formatTask({ id, status, title, leadId }) {
  return `#${id} ${MARKS[status]} ${title}${leadId === null ? '' : ` (lead #${leadId})`}`;
}
