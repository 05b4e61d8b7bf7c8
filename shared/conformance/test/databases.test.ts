import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Databases } from '../src/databases.ts';
import { startServer } from '../src/server.ts';
import { createProgram } from './fixture.ts';

const TELLS = `
import { createServer } from 'node:http';
const { DATABASE_URL, JWT_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, NODE_ENV, PORT } = process.env;
const told = JSON.stringify({ DATABASE_URL, JWT_SECRET, ADMIN_EMAIL, ADMIN_PASSWORD, NODE_ENV });
createServer((_request, response) => response.end(told)).listen(PORT, '127.0.0.1');
`;

test('every tracker gets a database of its own, unless a check names one, and knows what it was told', async (t) => {
  const databases = new Databases(true);
  t.after(() => databases.close());
  const program = { ...createProgram(t, TELLS), databases };

  const [one, two] = [await startServer(program), await startServer(program)];
  const same = await startServer(program, {
    DATABASE_URL: one.settings.DATABASE_URL ?? '',
    NODE_ENV: 'production',
  });

  assert.deepEqual((await one.request('GET', '/')).json(), one.settings);
  assert.deepEqual((await same.request('GET', '/')).json(), { ...one.settings, NODE_ENV: 'production' });
  assert.notEqual(one.settings.DATABASE_URL, two.settings.DATABASE_URL);
  assert.match(one.settings.JWT_SECRET ?? '', /^.{32,}$/);
});

test('a tracker where nobody signs in is told of its database, and no secrets', async (t) => {
  const databases = new Databases(false);
  t.after(() => databases.close());

  const settings = await databases.settings();

  assert.deepEqual(Object.keys(settings).sort(), ['DATABASE_URL', 'NODE_ENV']);
  assert.equal(databases.told, 'DATABASE_URL=… NODE_ENV=…');
});

test('a tracker without a database is told nothing of one that is there', async (t) => {
  t.after(() => delete process.env.DATABASE_URL);
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing';

  const instance = await startServer(createProgram(t, TELLS));

  assert.equal(JSON.stringify((await instance.request('GET', '/')).json()).includes('nothing'), false);
});
