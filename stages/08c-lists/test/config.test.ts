import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseConfig } from '../src/config.ts';

const DATABASE_URL = 'postgres://tracker:hush@127.0.0.1:5432/tracker';
const JWT_SECRET = 'x'.repeat(32);
const needed = { DATABASE_URL, JWT_SECRET };

test('with what it needs alone the server is for this machine, on port 3000, for pages from anywhere', () => {
  assert.deepEqual(parseConfig(needed), {
    host: '127.0.0.1',
    port: 3000,
    corsOrigins: ['*'],
    databaseUrl: DATABASE_URL,
    jwtSecret: JWT_SECRET,
    development: false,
    admin: undefined,
    demo: false,
  });
});

test('several origins are parted by commas', () => {
  const { corsOrigins } = parseConfig({
    ...needed,
    CORS_ORIGIN: 'https://a.example, http://localhost:5173',
  });

  assert.deepEqual(corsOrigins, ['https://a.example', 'http://localhost:5173']);
});

test('a port is a number that a port can have', () => {
  assert.equal(parseConfig({ ...needed, PORT: '65535' }).port, 65_535);
  for (const PORT of ['65536', '', '0x50', '-1', '80.5']) {
    assert.throws(() => parseConfig({ ...needed, PORT }), { code: 'config' });
  }
});

test('all that is wrong is told at once', () => {
  assert.throws(() => parseConfig({ ...needed, PORT: 'http', CORS_ORIGIN: 'a.example' }), {
    message:
      'PORT must be a number from 0 to 65535, not "http"; CORS_ORIGIN must hold origins such as https://example.com, not "a.example"',
  });
});

test('only development has a secret to sign with that everybody knows', () => {
  assert.equal(parseConfig({ DATABASE_URL, NODE_ENV: 'development' }).development, true);
  for (const NODE_ENV of ['production', 'test', '', undefined]) {
    assert.throws(() => parseConfig({ DATABASE_URL, ...(NODE_ENV !== undefined && { NODE_ENV }) }), {
      message: 'JWT_SECRET must have at least 32 characters',
    });
  }
});

test('a secret that is wrong is not told to whoever reads the log', () => {
  const wrong = {
    DATABASE_URL: 'mysql://tracker:hush@db',
    JWT_SECRET: 'hush',
    ADMIN_EMAIL: 'a@b.c',
    ADMIN_PASSWORD: 'hush',
  };

  assert.throws(
    () => parseConfig(wrong),
    ({ message }: Error) => /DATABASE_URL.*JWT_SECRET.*ADMIN_PASSWORD/.test(message) && !/hush/.test(message),
  );
});

test('the admin needs an address and a password, or neither', () => {
  assert.deepEqual(
    parseConfig({ ...needed, ADMIN_EMAIL: 'Ana@X.y', ADMIN_PASSWORD: 'twelve or more' }).admin,
    {
      email: 'ana@x.y',
      password: 'twelve or more',
    },
  );
  assert.equal(parseConfig({ ...needed, ADMIN_EMAIL: '', ADMIN_PASSWORD: '' }).admin, undefined);
  for (const half of [{ ADMIN_EMAIL: 'ana@x.y', PORT: 'http' }, { ADMIN_PASSWORD: 'twelve or more' }])
    assert.throws(() => parseConfig({ ...needed, ...half }), { message: /both or neither/ });
});
