import { argon2, createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { raise, refusal, stranger } from './refusals.mjs';
import { address, checked, text } from './rules.mjs';

const MINUTES = 15 * 60;
const DAYS = 30 * 24 * 3600;
const hash = promisify(argon2);

async function scramble(password, nonce) {
  const settings = { message: password, nonce, memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
  return `argon2id ${nonce.toString('hex')} ${(await hash('argon2id', settings)).toString('hex')}`;
}

const keep = (password) => scramble(password, randomBytes(16));

async function fits(password, secret) {
  const [, nonce] = secret.split(' ');
  return timingSafeEqual(
    Buffer.from(await scramble(password, Buffer.from(nonce, 'hex'))),
    Buffer.from(secret),
  );
}

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const digest = (ticket) => createHash('sha256').update(ticket).digest('hex');
export const shown = ({ id, email, name, role }) => ({ id: Number(id), email, name, role });

/** People and their sessions. */
export async function createAccounts({ query, transact }, { secret, secure }) {
  const sign = (words) => createHmac('sha256', secret).update(words).digest('base64url');
  const nobody = await keep(randomBytes(16).toString('hex'));
  const cookie = (name, value, path, age) =>
    `${name}=${value}; Path=${path}; Max-Age=${age}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;

  function cookies(person, family, ticket) {
    const iat = Math.floor(Date.now() / 1000);
    const claims = { sub: String(person.id), sid: family, role: person.role, iat, exp: iat + MINUTES };
    const words = `${encode({ typ: 'JWT', alg: 'HS256' })}.${encode(claims)}`;
    return [
      cookie('access', `${words}.${sign(words)}`, '/', MINUTES),
      cookie('refresh', ticket, '/auth', DAYS),
    ];
  }

  async function issue(run, family) {
    const ticket = randomBytes(32).toString('base64url');
    const until = new Date(Date.now() + DAYS * 1000);
    await run('insert into tickets (digest, family, until) values ($1, $2, $3)', [
      digest(ticket),
      family,
      until,
    ]);
    return ticket;
  }

  const begin = (person) =>
    transact(async (run) => {
      const [family] = await run('insert into families (person) values ($1) returning id', [person.id]);
      return { person: shown(person), cookies: cookies(person, family.id, await issue(run, family.id)) };
    });

  const add = ({ email, password, name }, role) =>
    keep(password).then((kept) =>
      query(
        `insert into people (email, folded, name, secret, role) values ($1, $2, $3, $4, $5)
         on conflict (folded) do nothing returning *`,
        [email, email.toLowerCase(), name, kept, role],
      ),
    );

  async function register(body) {
    const rules = {
      email: address,
      password: text({ least: 12, most: 128 }),
      name: text({ least: 1, most: 120, line: true }),
    };
    const [person] = await add(checked(body, rules, Object.keys(rules)), 'user');
    if (person === undefined) throw refusal(409, 'email-taken', 'Taken', 'Somebody has that address already');
    return begin(person);
  }

  async function login(body) {
    const rules = {
      email: text({ least: 1, most: 1000, line: true }),
      password: text({ least: 1, most: 1000 }),
    };
    const { email, password } = checked(body, rules, Object.keys(rules));
    const [person] = await query('select * from people where folded = $1', [email.toLowerCase()]);
    const right = await fits(password, person?.secret ?? nobody);
    if (!right || person === undefined || person.disabled)
      throw stranger('That is no address and password here');
    return begin(person);
  }

  /** A ticket is good once. One that comes again was stolen, from one side or the other: everything ends. */
  async function refresh(ticket = '') {
    const renewed = await transact(async (run) => {
      const [found] = await run(
        `select t.used, t.until < now() as late, f.id as family, f.ended, p.* from tickets t
         join families f on f.id = t.family join people p on p.id = f.person
         where t.digest = $1 for update of t, f`,
        [digest(ticket)],
      );
      if (found === undefined || found.ended || found.disabled || found.late) return undefined;
      if (found.used) {
        await run('update families set ended = true where id = $1', [found.family]);
        return undefined;
      }
      await run('update tickets set used = true where digest = $1', [digest(ticket)]);
      return cookies(found, found.family, await issue(run, found.family));
    });
    return renewed ?? raise(stranger('That session is over'));
  }

  async function logout(access, ticket = '') {
    const family = read(access)?.sid ?? null;
    await query(
      'update families set ended = true where id = $1 or id = (select family from tickets where digest = $2)',
      [family, digest(ticket)],
    );
    return [cookie('access', '', '/', 0), cookie('refresh', '', '/auth', 0)];
  }

  /** The claims of a token that this server signed; undefined for any other. */
  function read(token = '') {
    const [head = '', claims = '', signature = '', ...rest] = token.split('.');
    const right = Buffer.from(sign(`${head}.${claims}`));
    const given = Buffer.from(signature);
    if (rest.length > 0 || given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
    try {
      const { alg } = JSON.parse(Buffer.from(head, 'base64url'));
      const said = JSON.parse(Buffer.from(claims, 'base64url'));
      return alg === 'HS256' && said.exp > Date.now() / 1000 ? said : undefined;
    } catch {
      return undefined;
    }
  }

  async function whoIs(token) {
    const claims = read(token);
    const known = /^[0-9a-f-]{36}$/.test(claims?.sid) && /^\d{1,15}$/.test(claims?.sub);
    const [person] = known
      ? await query(
          `select p.* from people p join families f on f.person = p.id
           where f.id = $1 and p.id = $2 and not f.ended and not p.disabled`,
          [claims.sid, claims.sub],
        )
      : [];
    return person ?? raise(stranger());
  }

  return { register, login, refresh, logout, whoIs, add };
}
