import { broken, nowhere, raise, refusal } from './refusals.mjs';
import { address, check, choice, nullable, number, orNothing, readQuery, text } from './rules.mjs';

const PIPELINE =
  'new>contacted new>lost contacted>qualified contacted>lost qualified>won qualified>lost lost>new'.split(
    ' ',
  );
const now = () => new Date().toISOString();

/** What tasks and leads are, each in its own words. */
export const KINDS = {
  tasks: {
    needed: 'title',
    rules: {
      title: text({ least: 1, most: 200, line: true }),
      notes: text({ most: 10_000, lines: true }),
      leadId: nullable(number),
    },
    state: ['status', ['todo', 'doing', 'done']],
    born: { status: 'todo', notes: '', leadId: null, completedAt: null },
    searched: ['title', 'notes'],
    filters: {
      status: (word) => ['todo', 'doing', 'done'].includes(word),
      leadId: (word) => /^[1-9]\d*$/.test(word),
      q: () => true,
    },
    changed(before, after) {
      if (before.status !== after.status) after.completedAt = after.status === 'done' ? now() : null;
    },
  },
  leads: {
    needed: 'name',
    rules: {
      name: text({ least: 1, most: 120, line: true }),
      email: nullable(orNothing(address)),
      company: nullable(orNothing(text({ most: 120, line: true }))),
      notes: text({ most: 10_000, lines: true }),
    },
    state: ['stage', ['new', 'contacted', 'qualified', 'won', 'lost']],
    born: { stage: 'new', email: null, company: null, notes: '' },
    searched: ['name', 'company', 'email'],
    filters: {
      stage: (word) => ['new', 'contacted', 'qualified', 'won', 'lost'].includes(word),
      q: () => true,
    },
    changed: follow,
  },
};

function follow(before, after) {
  if (before.stage === after.stage || PIPELINE.includes(`${before.stage}>${after.stage}`)) return;
  const open = PIPELINE.filter((step) => step.startsWith(`${before.stage}>`)).map(
    (step) => step.split('>')[1],
  );
  const detail = open.length > 0 ? `From ${before.stage} you get to ${open.join(' or ')}.` : 'There it ends.';
  raise(refusal(409, 'invalid-transition', 'No such step', detail));
}

/** A page of rows, and how many there are in all. `from` is SQL that ends in a condition; `orders` are expressions. */
export async function readPage({ query }, { from, values, orders, page, pageSize, columns = '*' }) {
  const [{ total }] = await query(`select count(*)::int as total from ${from}`, values);
  const window = `limit ${pageSize} offset ${(page - 1) * pageSize}`;
  const rows = await query(
    `select ${columns} from ${from} order by ${[...orders, 'id'].join(', ')} ${window}`,
    values,
  );
  return { rows, total };
}

const numbered = (id) => (/^[1-9]\d{0,14}$/.test(id) ? id : raise(nowhere()));

// What people look for as in a dictionary.
const READ = ['title', 'name', 'company', 'email'];

/** The tasks, or the leads, of one person. `witness` is told of each change, within its transaction. */
export function thingsOf({ query, transact }, kind, person, witness = async () => {}) {
  const { needed, rules, state, born, searched, filters, changed } = KINDS[kind];
  const fields = ['id', 'createdAt', 'updatedAt', ...Object.keys(born), ...Object.keys(rules)];
  const out = ({ id, about, data }) => ({
    ...data,
    ...(kind === 'tasks' && { leadId: about && Number(about) }),
    id: Number(id),
  });
  const words = (one) => searched.map((field) => (one[field] ?? '').toLowerCase()).join('\u0001');
  const steps = `array['${state[1].join("','")}']`;
  function expression(field) {
    if (field === 'id' || field === 'leadId') return field === 'id' ? 'id' : 'about';
    if (field === state[0]) return `array_position(${steps}, data->>'${field}')`;
    return READ.includes(field) ? `(data->>'${field}') collate "und-x-icu"` : `data->>'${field}'`;
  }

  async function list(asked) {
    const wanted = readQuery(asked, fields, filters);
    const values = [person, kind];
    const conditions = Object.entries(wanted.filters).map(([field, value]) => {
      values.push(field === 'q' ? value.normalize('NFC').toLowerCase().replaceAll('\0', '\u0002') : value);
      const place = `$${values.length}`;
      if (field === 'q') return `strpos(words, ${place}) > 0`;
      return field === 'leadId' ? `about = ${place}::numeric` : `data->>'${field}' = ${place}`;
    });
    const from = ['things where person = $1 and kind = $2', ...conditions].join(' and ');
    const orders = wanted.orders.map(({ field, down }) => `${expression(field)} ${down ? 'desc' : 'asc'}`);
    const { rows, total } = await readPage({ query }, { ...wanted, from, values, orders });
    return { items: rows.map(out), total, ...wanted };
  }

  const find = async (run, id, lock = '') =>
    (
      await run(`select * from things where id = $1 and person = $2 and kind = $3 ${lock}`, [
        numbered(id),
        person,
        kind,
      ])
    )[0] ?? raise(nowhere());

  async function read(run, body, among, least) {
    const { errors, values } = check(body, among, least);
    if (values.leadId) {
      const leads = `select id from things where id = $1 and person = $2 and kind = 'leads' for key share`;
      const [lead] = await run(leads, [values.leadId, person]);
      if (lead === undefined) errors.push({ path: '/leadId', message: `lead ${values.leadId} is unknown` });
    }
    return errors.length > 0 ? raise(broken(errors)) : values;
  }

  const create = (body) =>
    transact(async (run) => {
      const time = now();
      const one = { createdAt: time, updatedAt: time, ...born, ...(await read(run, body, rules, [needed])) };
      const { leadId = null, ...data } = one;
      const [row] = await run(
        'insert into things (person, kind, about, words, data) values ($1, $2, $3, $4, $5) returning *',
        [person, kind, leadId, words(one), data],
      );
      return out(row);
    });

  const update = (id, body) =>
    transact(async (run) => {
      const before = out(await find(run, id, 'for update'));
      const values = await read(run, body, { ...rules, [state[0]]: choice(...state[1]) }, []);
      const [first, ...others] = Object.keys(values);
      if (first === undefined) raise(broken([{ path: '', message: 'there is nothing to change' }]));
      const after = { ...before, ...values };
      changed(before, after);
      const same = first === state[0] && others.length === 0 && before[first] === after[first];
      if (!same) after.updatedAt = now();
      const { leadId = null, id: _, ...data } = after;
      await run('update things set about = $2, words = $3, data = $4 where id = $1', [
        id,
        leadId,
        words(after),
        data,
      ]);
      await witness(run, 'PATCH', id);
      return after;
    });

  const remove = (id) =>
    transact(async (run) => {
      const gone = 'delete from things where id = $1 and person = $2 and kind = $3 returning id';
      if ((await run(gone, [numbered(id), person, kind])).length === 0) raise(nowhere());
      await witness(run, 'DELETE', id);
    });

  return { list, create, update, remove, find: async (id) => out(await find(query, id)) };
}
