import assert from 'node:assert/strict';
import { SignJWT, UnsecuredJWT } from 'jose';
import supertest from 'supertest';
import { test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createParts, db, NOW, SECRET, signUp } from '../tracker.ts';

const PASSWORD = 'correct horse battery staple';
const MINUTE = 60 * 1000;

let people = 0;

// A clock that a test can move, and a browser that keeps its cookies.
function open() {
  let now = Date.parse(NOW);
  const clock = () => new Date(now).toISOString();
  const app = createApp({ ...createParts(clock), secureCookies: false });
  people += 1;
  const email = `ana-${people}@example.com`;
  const wait = (milliseconds: number) => {
    now += milliseconds;
  };
  return { app, browser: supertest.agent(app), email, wait };
}

function cookiesOf({ headers }: supertest.Response): string[] {
  return [headers['set-cookie'] ?? []].flat();
}

function tokenOf(answer: supertest.Response, name: string) {
  const cookie = cookiesOf(answer).find((text) => text.startsWith(`${name}=`));
  return cookie?.split(/[=;]/)[1] ?? '';
}

test('whoever registers is signed in, and known by the address in lower case without the blanks around it', async () => {
  const { browser, email } = open();

  const answer = await browser
    .post('/auth/register')
    .send({ email: ` ${email.toUpperCase()}\u200b`, password: PASSWORD, name: ' Ana ' });
  const me = await browser.get(answer.headers.location ?? '');

  assert.equal(answer.status, 201);
  assert.deepEqual(me.body, { id: answer.body.id, email, name: 'Ana', role: 'user' });
  assert.deepEqual(answer.body, me.body);
  const login = await browser.post('/auth/login').send({ email: `\t${email} `, password: PASSWORD });
  assert.equal(login.status, 200);
});

test('no script reads the cookies, no other site sends them, and the refresh token goes to /auth alone', async () => {
  const app = createApp(createParts());

  const answer = await supertest(app)
    .post('/auth/register')
    .send({ email: 'cookies@example.com', password: PASSWORD, name: 'Ana' });

  const [access = '', refresh = ''] = cookiesOf(answer);
  for (const cookie of [access, refresh]) assert.match(cookie, /; HttpOnly; Secure; SameSite=Lax$/);
  assert.match(access, /^access=[\w-]+\.[\w-]+\.[\w-]+; Max-Age=900; Path=\/;/);
  assert.match(refresh, /^refresh=[\w-]{43}; Max-Age=2592000; Path=\/auth;/);
});

test('a cookie is found among others, and read as programs write it: with % for what is no letter or digit', async () => {
  const { app } = open();
  const { access } = await signUp();

  const answer = await supertest(app)
    .get('/auth/me')
    .set('Cookie', `theme=a=b; access=${access.replaceAll('.', '%2E')}; x`);

  assert.equal(answer.status, 200);
});

test('an account whose first session cannot be kept is not there, and can be made later', async () => {
  const { email } = open();
  const account = { email, password: PASSWORD, name: 'Ana' };
  const logged: unknown[] = [];
  const logger = { error: (error: unknown) => logged.push(error) };
  const register = () =>
    supertest(createApp({ ...createParts(), logger }))
      .post('/auth/register')
      .send(account);

  await db.$executeRaw`ALTER TABLE sessions ADD CONSTRAINT broken CHECK (false) NOT VALID`;
  const refused = await register();
  await db.$executeRaw`ALTER TABLE sessions DROP CONSTRAINT broken`;
  const made = await register();

  assert.deepEqual([refused.status, logged.length, made.status], [500, 1, 201]);
});

test('neither a password nor a refresh token is kept as it is', async () => {
  const { browser, email } = open();
  const answer = await browser.post('/auth/register').send({ email, password: PASSWORD, name: 'Ana' });

  const row = await db.user.findUniqueOrThrow({
    where: { email },
    include: { sessions: { include: { tokens: true } } },
  });

  assert.match(row.passwordHash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const [token] = row.sessions.flatMap(({ tokens }) => tokens);
  assert.equal(token?.hash.length, 32);
  assert.equal(JSON.stringify(row).includes(tokenOf(answer, 'refresh')), false);
});

test('an address is taken whatever its case', async () => {
  const { browser, email } = open();
  await browser.post('/auth/register').send({ email, password: PASSWORD, name: 'Ana' });

  const answer = await browser
    .post('/auth/register')
    .send({ email: email.toUpperCase(), password: PASSWORD, name: 'B' });

  assert.equal(answer.status, 409);
  assert.equal(answer.body.type, '/problems/email-taken');
});

test('an unknown address, a wrong password and a disabled account are told the same', async () => {
  const { browser, email } = open();
  await browser.post('/auth/register').send({ email, password: PASSWORD, name: 'Ana' });
  const login = (credentials: object) => supertest(open().app).post('/auth/login').send(credentials);

  const wrong = await login({ email, password: 'short' });
  const unknown = await login({ email: 'nobody@example.com', password: PASSWORD });
  await db.user.update({ where: { email }, data: { disabled: true } });
  const disabled = await login({ email, password: PASSWORD });

  assert.equal(wrong.status, 401);
  assert.deepEqual([unknown.status, unknown.body], [401, wrong.body]);
  assert.deepEqual([disabled.status, disabled.body], [401, wrong.body]);
});

test('a sign-in that is under way when its account is disabled begins no session', async () => {
  const parts = createParts();
  const { user } = await signUp(parts);
  async function matches() {
    await db.user.update({ where: { id: user.id }, data: { disabled: true } });
    return true;
  }
  const app = createApp({ ...parts, passwords: { ...parts.passwords, matches } });
  const before = await db.session.count({ where: { userId: user.id } });

  const answer = await supertest(app).post('/auth/login').send({ email: user.email, password: PASSWORD });

  assert.equal(answer.status, 401);
  assert.equal(await db.session.count({ where: { userId: user.id } }), before);
});

test('a password of 12 to 128 characters it must be, and the others are told which rule they break', async () => {
  const { app, email } = open();
  const register = (password: string) =>
    supertest(app).post('/auth/register').send({ email, password, name: 'Ana' });

  for (const length of [11, 129]) {
    const { status, body } = await register('x'.repeat(length));
    assert.deepEqual([status, body.errors[0].path], [422, '/password']);
  }
  assert.equal((await register('x'.repeat(128))).status, 201);
});

test('after 15 minutes the access token is over, and the refresh token gets another', async () => {
  const { browser, email, wait } = open();
  const first = await browser.post('/auth/register').send({ email, password: PASSWORD, name: 'Ana' });

  wait(15 * MINUTE);
  const late = await browser.get('/auth/me').set('Authorization', `Bearer ${tokenOf(first, 'access')}`);
  const renewed = await browser.post('/auth/refresh');
  const again = await browser.get('/auth/me').set('Authorization', `Bearer ${tokenOf(renewed, 'access')}`);

  assert.equal(late.status, 401);
  assert.equal(late.headers['www-authenticate'], 'Bearer');
  assert.deepEqual([renewed.status, renewed.text], [204, '']);
  assert.notEqual(tokenOf(renewed, 'refresh'), tokenOf(first, 'refresh'));
  assert.equal(again.status, 200);
});

test('after 30 days without a visit the refresh token is over', async () => {
  const { browser, email, wait } = open();
  const first = await browser.post('/auth/register').send({ email, password: PASSWORD, name: 'Ana' });
  const refresh = (answer: supertest.Response) =>
    browser.post('/auth/refresh').set('Cookie', `refresh=${tokenOf(answer, 'refresh')}`);

  wait(29 * 24 * 60 * MINUTE);
  const second = await refresh(first);
  wait(29 * 24 * 60 * MINUTE);
  const third = await refresh(second);
  wait(30 * 24 * 60 * MINUTE);

  assert.deepEqual([second.status, third.status], [204, 204]);
  assert.equal((await refresh(third)).status, 401);
});

test('a refresh token that comes again ends the whole family, whoever brought it', async () => {
  const { app } = open();
  const { refreshToken } = await signUp();
  const refresh = (token: string) => supertest(app).post('/auth/refresh').set('Cookie', `refresh=${token}`);
  const thief = await refresh(refreshToken);
  const theirs = tokenOf(thief, 'access');

  const replayed = await refresh(refreshToken);

  assert.equal(replayed.status, 401);
  assert.equal((await refresh(tokenOf(thief, 'refresh'))).status, 401);
  const me = await supertest(app).get('/auth/me').set('Authorization', `Bearer ${theirs}`);
  assert.equal(me.status, 401);
});

test('of many that bring the same refresh token at once, at most one gets another', async () => {
  const { app } = open();
  const { refreshToken } = await signUp();

  const answers = await Promise.all(
    Array.from({ length: 5 }, () =>
      supertest(app).post('/auth/refresh').set('Cookie', `refresh=${refreshToken}`),
    ),
  );

  assert.deepEqual(answers.map(({ status }) => status).sort(), [204, 401, 401, 401, 401]);
});

test('who renews and signs out at the same moment is never refused by the database', async () => {
  const { app } = open();
  for (let round = 0; round < 15; round += 1) {
    const { refreshToken } = await signUp();
    const send = (name: string) =>
      supertest(app).post(`/auth/${name}`).set('Cookie', `refresh=${refreshToken}`);

    const [renewed, ended] = await Promise.all([send('refresh'), send('logout')]);

    assert([204, 401].includes(renewed.status), renewed.text);
    assert.equal(ended.status, 204);
  }
});

test('signing out ends the session at once, clears both cookies, and needs no session', async () => {
  const { app, browser, email } = open();
  const first = await browser.post('/auth/register').send({ email, password: PASSWORD, name: 'Ana' });
  const elsewhere = await browser.post('/auth/login').send({ email, password: PASSWORD });

  const answer = await browser.post('/auth/logout');

  assert.equal(answer.status, 204);
  assert.deepEqual(
    cookiesOf(answer).map((text) => text.slice(0, 8)),
    ['access=;', 'refresh='],
  );
  const me = (answer: supertest.Response) =>
    supertest(app)
      .get('/auth/me')
      .set('Authorization', `Bearer ${tokenOf(answer, 'access')}`);
  assert.deepEqual([(await me(first)).status, (await me(elsewhere)).status], [200, 401]);
  assert.equal((await supertest(app).post('/auth/logout')).status, 204);
});

test('a token that is forged, of another kind or another algorithm is none', async () => {
  const { app } = open();
  const { user, access, refreshToken } = await signUp();
  const claims = { sid: '5f5f5f5f-5f5f-4f5f-8f5f-5f5f5f5f5f5f', role: 'admin' };
  const build = (alg: string) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg })
      .setSubject(String(user.id))
      .setIssuedAt()
      .setExpirationTime('1h');
  const key = (text: string) => new TextEncoder().encode(text);
  const [head, , signature] = access.split('.');
  const other = btoa(JSON.stringify({ sub: '1', ...claims, iat: 0, exp: 9e9 })).replace(/=+$/, '');

  const forged = {
    'another key': await build('HS256').sign(key('x'.repeat(32))),
    'another algorithm': await build('HS512').sign(key(SECRET.repeat(2))),
    'no algorithm': new UnsecuredJWT(claims)
      .setSubject(String(user.id))
      .setIssuedAt(0)
      .setExpirationTime(9e9)
      .encode(),
    'a session that is not there': await build('HS256').sign(key(SECRET)),
    'other claims under an old signature': `${head}.${other}.${signature}`,
    'a refresh token': refreshToken,
    'no token': 'x',
  };

  for (const [what, token] of Object.entries(forged)) {
    const { status } = await supertest(app).get('/tasks').set('Authorization', `Bearer ${token}`);
    assert.equal(status, 401, what);
  }
});

test('the token of one user with the session of another is none', async () => {
  const parts = createParts();
  const [one, two] = [await signUp(), await signUp()];
  const access = await parts.tokens.read(two.access);
  assert(access);
  const mixed = await parts.tokens.sign({ ...access, userId: one.user.id, role: 'user' });

  const { status } = await supertest(createApp(parts))
    .get('/auth/me')
    .set('Authorization', `Bearer ${mixed}`);

  assert.equal(status, 401);
});
