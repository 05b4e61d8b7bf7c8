import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseConfig } from '../src/config.ts';

const DATABASE_URL = 'postgres://tracker:hush@127.0.0.1:5432/tracker';

test('with an address of its data alone the server is for this machine, on port 3000, for pages from anywhere', () => {
  assert.deepEqual(parseConfig({ DATABASE_URL }), {
    host: '127.0.0.1',
    port: 3000,
    corsOrigins: ['*'],
    databaseUrl: DATABASE_URL,
  });
});

test('several origins are parted by commas', () => {
  const { corsOrigins } = parseConfig({
    DATABASE_URL,
    CORS_ORIGIN: 'https://a.example, http://localhost:5173',
  });

  assert.deepEqual(corsOrigins, ['https://a.example', 'http://localhost:5173']);
});

test('a port is a number that a port can have', () => {
  assert.equal(parseConfig({ DATABASE_URL, PORT: '65535' }).port, 65_535);
  for (const PORT of ['65536', '', '0x50', '-1', '80.5']) {
    assert.throws(() => parseConfig({ DATABASE_URL, PORT }), { code: 'config' });
  }
});

test('all that is wrong is told at once', () => {
  assert.throws(() => parseConfig({ DATABASE_URL, PORT: 'http', CORS_ORIGIN: 'a.example' }), {
    message:
      'PORT must be a number from 0 to 65535, not "http"; CORS_ORIGIN must hold origins such as https://example.com, not "a.example"',
  });
});

test('an address that is wrong is not told to whoever reads the log: it holds a password', () => {
  for (const wrong of ['mysql://tracker:hush@db', 'hush', ''])
    assert.throws(() => parseConfig({ DATABASE_URL: wrong }), {
      message: 'DATABASE_URL must be an address such as postgres://name:password@host/name',
    });
});
