import assert from 'node:assert/strict';
import { test } from 'vitest';
import { keepPageSettings, offersDemo, parsePorts } from '../../web/config.ts';

test('without settings the pages are at 3000, the API is at 3001, and both on this machine only', () => {
  assert.deepEqual(parsePorts({}), { host: '127.0.0.1', port: 3001, webPort: 3000 });
});

test('a port for the API alone puts the pages on the next one', () => {
  assert.deepEqual(parsePorts({ PORT: '4000' }), { host: '127.0.0.1', port: 4000, webPort: 4001 });
  assert.deepEqual(parsePorts({ PORT: '0' }), { host: '127.0.0.1', port: 0, webPort: 0 });
});

test('ports that cannot be, or are the same, are refused', () => {
  assert.throws(() => parsePorts({ PORT: 'http' }), /PORT must be a number/);
  assert.throws(() => parsePorts({ PORT: '65535' }), /WEB_PORT must be a number/);
  assert.throws(() => parsePorts({ WEB_PORT: '3001' }), /must differ/);
});

test('the pages are given what they read, and none of the secrets of the API', () => {
  const env = { HOST: 'h', API_URL: 'u', PATH: 'p', NEXT_PUBLIC_NAME: 'n', NODE_ENV: 'production' };

  assert.deepEqual(keepPageSettings({ ...env, DATABASE_URL: 'd', JWT_SECRET: 's', SMTP_URL: 'm' }), env);
});

test('the demonstration is offered where it was asked for', () => {
  assert.equal(offersDemo({ DEMO: 'true' }), true);
  assert.equal(offersDemo({ DEMO: 'false' }), false);
  assert.equal(offersDemo({}), false);
});
