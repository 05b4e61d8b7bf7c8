/** A change of one place in one file: the text `find`, which occurs there exactly once, becomes `replace`. */
export interface Edit {
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** The same slip, made in the JavaScript of stage 04b and in the TypeScript of stage 05. */
export interface Slip {
  readonly name: string;
  readonly javascript: Edit;
  readonly typescript: Edit;
}

/** Twenty slips that anybody makes. Not all of them are a matter of types, and those stay in on purpose. */
export const SLIPS: readonly Slip[] = [
  {
    name: 'A misspelt field in the rules',
    javascript: {
      file: 'src/tasks/task.js',
      find: "completedAt: status === 'done' ? now : null",
      replace: "completeAt: status === 'done' ? now : null",
    },
    typescript: {
      file: 'src/tasks/task.ts',
      find: "completedAt: status === 'done' ? now : null",
      replace: "completeAt: status === 'done' ? now : null",
    },
  },
  {
    name: 'A misspelt method of a string',
    javascript: { file: 'src/tasks/store.js', find: 'q.toLowerCase()', replace: 'q.toLowercase()' },
    typescript: { file: 'src/tasks/store.ts', find: 'q.toLowerCase()', replace: 'q.toLowercase()' },
  },
  {
    name: 'A misspelt property of a button',
    javascript: {
      file: 'web/index.html',
      find: 'button.textContent = label',
      replace: 'button.textcontent = label',
    },
    typescript: {
      file: 'web/view.ts',
      find: 'button.textContent = label',
      replace: 'button.textcontent = label',
    },
  },
  {
    name: 'A field that the tracker does not take',
    javascript: {
      file: 'web/index.html',
      find: '({ name, email: email || null,',
      replace: '({ title: name, email: email || null,',
    },
    typescript: {
      file: 'web/lead-view.ts',
      find: "{ name: typed('name'),",
      replace: "{ title: typed('name'),",
    },
  },
  {
    name: 'A list answered before it is there: no await',
    javascript: {
      file: 'src/tasks/routes.js',
      find: 'response.json(await tasks.list(',
      replace: 'response.json(tasks.list(',
    },
    typescript: {
      file: 'src/tasks/routes.ts',
      find: 'response.json(await tasks.list(',
      replace: 'response.json(tasks.list(',
    },
  },
  {
    name: 'A deletion nobody waits for: no await',
    javascript: { file: 'src/leads/routes.js', find: 'await leads.remove(', replace: 'leads.remove(' },
    typescript: { file: 'src/leads/routes.ts', find: 'await leads.remove(', replace: 'leads.remove(' },
  },
  {
    name: 'An answer used before it is there: no await',
    javascript: {
      file: 'web/index.html',
      find: "const items = await send('GET', path);",
      replace: "const items = send('GET', path);",
    },
    typescript: {
      file: 'web/view.ts',
      find: "view.parse(await send('GET', path))",
      replace: "view.parse(send('GET', path))",
    },
  },
  {
    name: 'A null taken for a text',
    javascript: { file: 'src/leads/store.js', find: 'text?.toLowerCase()', replace: 'text.toLowerCase()' },
    typescript: { file: 'src/leads/store.ts', find: 'text?.toLowerCase()', replace: 'text.toLowerCase()' },
  },
  {
    name: 'A check of the wrong thing',
    javascript: { file: 'src/tasks/store.js', find: 'if (!task) throw', replace: 'if (!id) throw' },
    typescript: { file: 'src/tasks/store.ts', find: 'if (!task) throw', replace: 'if (!id) throw' },
  },
  {
    name: 'Arguments in the wrong order',
    javascript: {
      file: 'src/tasks/routes.js',
      find: 'updateTask(task, changes, clock())',
      replace: 'updateTask(task, clock(), changes)',
    },
    typescript: {
      file: 'src/tasks/routes.ts',
      find: 'updateTask(task, changes, clock())',
      replace: 'updateTask(task, clock(), changes)',
    },
  },
  {
    name: 'A function passed instead of its result',
    javascript: {
      file: 'src/leads/routes.js',
      find: 'createLead(values, clock())',
      replace: 'createLead(values, clock)',
    },
    typescript: {
      file: 'src/leads/routes.ts',
      find: 'createLead(values, clock())',
      replace: 'createLead(values, clock)',
    },
  },
  {
    name: 'A text where a number was meant',
    javascript: { file: 'src/fields.js', find: 'return Number(text);', replace: 'return text;' },
    typescript: { file: 'src/fields.ts', find: 'return Number(text);', replace: 'return text;' },
  },
  {
    name: 'A whole task where its id was meant',
    javascript: {
      file: 'src/tasks/store.js',
      find: 'tasks.rows.delete(id)',
      replace: 'tasks.rows.delete(task)',
    },
    typescript: {
      file: 'src/tasks/store.ts',
      find: 'tasks.rows.delete(id)',
      replace: 'tasks.rows.delete(task)',
    },
  },
  {
    name: 'A forgotten return',
    javascript: { file: 'src/leads/store.js', find: '      return find(id);', replace: '      find(id);' },
    typescript: { file: 'src/leads/store.ts', find: '      return find(id);', replace: '      find(id);' },
  },
  {
    name: 'A status that does not exist',
    javascript: {
      file: 'web/index.html',
      find: "changes: { status: 'todo' }",
      replace: "changes: { status: 'open' }",
    },
    typescript: { file: 'web/task-view.ts', find: "{ status: 'todo' }", replace: "{ status: 'open' }" },
  },
  {
    name: 'A pipeline step that does not exist',
    javascript: {
      file: 'src/leads/lead.js',
      find: "qualified: ['won', 'lost']",
      replace: "qualified: ['closed', 'lost']",
    },
    typescript: {
      file: 'src/leads/lead.ts',
      find: "qualified: ['won', 'lost']",
      replace: "qualified: ['closed', 'lost']",
    },
  },
  {
    name: 'An error code that does not exist',
    javascript: { file: 'src/leads/store.js', find: "'not-found'", replace: "'unknown'" },
    typescript: { file: 'src/leads/store.ts', find: "'not-found'", replace: "'unknown'" },
  },
  {
    name: 'A lost negation',
    javascript: {
      file: 'src/tasks/store.js',
      find: '!leads.rows.has(leadId)',
      replace: 'leads.rows.has(leadId)',
    },
    typescript: {
      file: 'src/tasks/store.ts',
      find: '!leads.rows.has(leadId)',
      replace: 'leads.rows.has(leadId)',
    },
  },
  {
    name: 'A limit off by one',
    javascript: { file: 'src/fields.js', find: 'value.length <= max', replace: 'value.length < max' },
    typescript: { file: 'src/fields.ts', find: 'value.length <= max', replace: 'value.length < max' },
  },
  {
    name: 'A misspelt selector',
    javascript: { file: 'web/index.html', find: "'[role=alert]'", replace: "'[role=alerts]'" },
    typescript: { file: 'web/page.ts', find: '[role=alert]', replace: '[role=alerts]' },
  },
];
