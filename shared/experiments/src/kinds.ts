/** What a file is mostly about. The first four are plumbing: any web application needs them, whatever it is for. */
export const KINDS = [
  'routing',
  'bodies',
  'answers',
  'checks',
  'start',
  'rules',
  'data',
  'documentation',
] as const;
export type Kind = (typeof KINDS)[number];
export const PLUMBING: readonly Kind[] = ['routing', 'bodies', 'answers', 'checks'];

/** Every file of src/ by its kind. A file that is missing here, or named here and gone, makes the experiment fail. */
export const FILES: Readonly<Record<'01-http' | '02-express', Readonly<Record<string, Kind>>>> = {
  '01-http': {
    'app.js': 'routing',
    'router.js': 'routing',
    'tasks/routes.js': 'routing',
    'leads/routes.js': 'routing',
    'json.js': 'bodies',
    'problem.js': 'answers',
    'cors.js': 'answers',
    'fields.js': 'checks',
    'tasks/schema.js': 'checks',
    'leads/schema.js': 'checks',
    'server.js': 'start',
    'config.js': 'start',
    'errors.js': 'rules',
    'tasks/task.js': 'rules',
    'leads/lead.js': 'rules',
    'database.js': 'data',
    'tasks/store.js': 'data',
    'leads/store.js': 'data',
  },
  '02-express': {
    'app.js': 'routing',
    'method.js': 'routing',
    'tasks/routes.js': 'routing',
    'leads/routes.js': 'routing',
    'json.js': 'bodies',
    'express-error.js': 'answers',
    'problem.js': 'answers',
    'cors.js': 'answers',
    'fields.js': 'checks',
    'tasks/schema.js': 'checks',
    'leads/schema.js': 'checks',
    'server.js': 'start',
    'config.js': 'start',
    'errors.js': 'rules',
    'tasks/task.js': 'rules',
    'leads/lead.js': 'rules',
    'database.js': 'data',
    'tasks/store.js': 'data',
    'leads/store.js': 'data',
    'openapi.js': 'documentation',
  },
};
