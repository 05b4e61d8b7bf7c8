import { broken, forbidden, nowhere, raise, refusal } from './refusals.mjs';
import { checked, choice, flag, readQuery } from './rules.mjs';
import { readPage, thingsOf } from './things.mjs';

const COUNTED = `(select p.id, p.email, p.name, p.role, p.disabled, p.created as "createdAt",
  (select count(*) from things t where t.person = p.id and t.kind = 'tasks') as "taskCount",
  (select count(*) from things t where t.person = p.id and t.kind = 'leads') as "leadCount"
  from people p) as people where true`;
const FIELDS = ['id', 'email', 'name', 'role', 'disabled', 'createdAt', 'taskCount', 'leadCount'];

const shown = (row) => ({
  ...row,
  id: Number(row.id),
  taskCount: Number(row.taskCount),
  leadCount: Number(row.leadCount),
});

/** What an admin may do with people. */
export function createAdmin(database, me) {
  if (me.role !== 'admin') raise(forbidden());
  const { query, transact } = database;

  async function find(id) {
    const known = /^[1-9]\d{0,14}$/.test(id);
    const [row] = known ? await query(`select * from ${COUNTED} and id = $1`, [id]) : [];
    return row ?? raise(nowhere());
  }

  return {
    async list(asked) {
      const wanted = readQuery(asked, FIELDS, {});
      const order = `"${wanted.sort.replace(/^-/, '')}"`;
      const { rows, total } = await readPage(database, {
        ...wanted,
        from: COUNTED,
        values: [],
        order,
        down: wanted.sort.startsWith('-'),
      });
      return { items: rows.map(shown), total, ...wanted };
    },

    async update(id, body) {
      const person = await find(id);
      const change = checked(body, { role: choice('user', 'admin'), disabled: flag });
      if (Object.keys(change).length === 0)
        raise(broken([{ path: '', message: 'there is nothing to change' }]));
      const { role = person.role, disabled = person.disabled } = change;
      if (person.id === me.id && (role !== 'admin' || disabled))
        raise(refusal(409, 'own-account', 'That is you', 'Ask another admin'));
      await transact(async (run) => {
        await run('update people set role = $2, disabled = $3 where id = $1', [id, role, disabled]);
        if (disabled) await run('update families set ended = true where person = $1', [id]);
      });
      return shown({ ...person, role, disabled });
    },

    async listOf(id, kind, asked) {
      return thingsOf(database, kind, (await find(id)).id).list(asked);
    },
  };
}
