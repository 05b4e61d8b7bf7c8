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
    ...both(
      'src/tasks/task',
      "completedAt: status === 'done' ? now : null",
      "completeAt: status === 'done' ? now : null",
    ),
  },
  {
    name: 'A misspelt method of a string',
    ...both('src/tasks/store', 'q.toLowerCase()', 'q.toLowercase()'),
  },
  {
    name: 'A misspelt property of a button',
    javascript: {
      file: 'web/index.html',
      find: 'button.ariaLabel =',
      replace: 'button.arialabel =',
    },
    typescript: {
      file: 'web/view.ts',
      find: 'button.ariaLabel =',
      replace: 'button.arialabel =',
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
    ...both('src/tasks/routes', 'response.json(await tasks.list(', 'response.json(tasks.list('),
  },
  {
    name: 'A deletion nobody waits for: no await',
    ...both('src/leads/routes', 'await leads.remove(', 'leads.remove('),
  },
  {
    name: 'An answer used before it is there: no await',
    javascript: {
      file: 'web/index.html',
      find: "const items = await request('GET', view.path());",
      replace: "const items = request('GET', view.path());",
    },
    typescript: {
      file: 'web/view.ts',
      find: "view.parse(await request('GET', view.path()))",
      replace: "view.parse(request('GET', view.path()))",
    },
  },
  {
    name: 'A null taken for a text',
    ...both('src/leads/store', 'text?.toLowerCase()', 'text.toLowerCase()'),
  },
  {
    name: 'A check of the wrong thing',
    ...both('src/tasks/store', 'if (!task) throw', 'if (!id) throw'),
  },
  {
    name: 'Arguments in the wrong order',
    ...both('src/tasks/routes', 'updateTask(task, changes, clock())', 'updateTask(task, clock(), changes)'),
  },
  {
    name: 'A function passed instead of its result',
    ...both('src/leads/routes', 'createLead(values, clock())', 'createLead(values, clock)'),
  },
  {
    name: 'A text where a number was meant',
    ...both('src/fields', 'return Number(text);', 'return text;'),
  },
  {
    name: 'A whole task where its id was meant',
    ...both('src/tasks/store', 'tasks.rows.delete(id)', 'tasks.rows.delete(task)'),
  },
  {
    name: 'A forgotten return',
    ...both('src/leads/store', '      return find(id);', '      find(id);'),
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
    ...both('src/leads/lead', "qualified: ['won', 'lost']", "qualified: ['closed', 'lost']"),
  },
  {
    name: 'An error code that does not exist',
    ...both('src/leads/store', "'not-found'", "'unknown'"),
  },
  {
    name: 'A lost negation',
    ...both('src/tasks/store', '!leads.rows.has(leadId)', 'leads.rows.has(leadId)'),
  },
  {
    name: 'A limit off by one',
    ...both('src/fields', 'value.length <= max', 'value.length < max'),
  },
  {
    name: 'A misspelt selector',
    javascript: { file: 'web/index.html', find: "'[role=alert]'", replace: "'[role=alerts]'" },
    typescript: { file: 'web/messages.ts', find: '[role=alert]', replace: '[role=alerts]' },
  },
];

// The server's code differs in its types alone: the same edit, in a file of another ending.
function both(file: string, find: string, replace: string): Pick<Slip, 'javascript' | 'typescript'> {
  return {
    javascript: { file: `${file}.js`, find, replace },
    typescript: { file: `${file}.ts`, find, replace },
  };
}
