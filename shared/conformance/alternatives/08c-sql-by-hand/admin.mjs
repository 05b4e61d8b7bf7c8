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

const DEEDS = `(select id, at as "createdAt", admin, owner, method, path from deeds) as deeds where true`;
const ordersOf = ({ orders }) => orders.map(({ field, down }) => `"${field}" ${down ? 'desc' : 'asc'}`);

/** What an admin may do with people, and with what is theirs. */
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
      const { rows, total } = await readPage(database, {
        ...wanted,
        from: COUNTED,
        values: [],
        orders: ordersOf(wanted),
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

    async thingsOf(id, kind) {
      const { id: owner } = await find(id);
      const witness = (run, method, thing) =>
        run('insert into deeds (admin, owner, method, path) values ($1, $2, $3, $4)', [
          me.id,
          owner,
          method,
          `/admin/users/${owner}/${kind}/${thing}`,
        ]);
      return thingsOf(database, kind, owner, witness);
    },

    async deeds(asked) {
      const wanted = readQuery(asked, ['id', 'createdAt', 'method', 'path'], {});
      const { rows, total } = await readPage(database, {
        ...wanted,
        from: DEEDS,
        values: [],
        orders: ordersOf(wanted),
      });
      const items = rows.map(({ id, admin, owner, ...row }) => ({
        ...row,
        id: Number(id),
        admin: { id: Number(admin) },
        owner: { id: Number(owner) },
      }));
      return { items, total, ...wanted };
    },
  };
}
