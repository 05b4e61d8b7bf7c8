import type { Instance } from '../../conformance/src/instance.ts';
import { enter, type Whose } from './enter.ts';
import type { Subject } from './subject.ts';

/** What somebody can do with what is not theirs. */
export const ACTS = ['read', 'change', 'delete'] as const;
type Act = (typeof ACTS)[number];

/** The ways to one person's tasks and leads that are open to others, by what they do: `GET /tasks/:id`. */
export interface OpenWays {
  /** How many ways were tried. */
  readonly tried: number;
  /** To whoever has not signed in. */
  readonly stranger: Readonly<Record<Act, readonly string[]>>;
  /** To another person, who has signed in where one can. */
  readonly other: Readonly<Record<Act, readonly string[]>>;
}

interface Thing {
  readonly path: '/tasks' | '/leads';
  readonly id: number;
  readonly leadId: number;
}

/** A route that leads to a thing. */
interface Way {
  readonly name: string;
  readonly act: Act;
  readonly path: Thing['path'];
  /** Whether whoever asks has got to it. `owner` can look what became of it. */
  isOpen(server: Instance, as: Whose, thing: Thing, owner: Whose): Promise<boolean>;
}

const WAYS: readonly Way[] = [...(['/tasks', '/leads'] as const).flatMap(waysTo), ...waysWithLead()];

/**
 * Tries every route to what one person has, as somebody else and as nobody.
 * @param subject a tracker with or without accounts, which is told of an empty database
 * @throws Unmeasured when it does not play its part
 */
export async function findOpenWays(subject: Subject): Promise<OpenWays> {
  const server = await subject.server({ database: 'empty' });
  return subject.attempt(async () => {
    const [ana, ben] = [await enter(server, 'ana'), await enter(server, 'ben')];
    const openTo = async (as: Whose): Promise<OpenWays['other']> => {
      const open: Record<Act, string[]> = { read: [], change: [], delete: [] };
      for (const way of WAYS)
        if (await way.isOpen(server, as, await make(server, ana, way.path), ana))
          open[way.act].push(way.name);
      return open;
    };
    return { tried: WAYS.length, stranger: await openTo('nobody'), other: await openTo(ben) };
  });
}

function waysTo(path: Thing['path']): Way[] {
  return [
    {
      name: `GET ${path}`,
      act: 'read',
      path,
      isOpen: async (server, as, { id }) => isListed(server, as, path, id),
    },
    {
      name: `GET ${path}/:id`,
      act: 'read',
      path,
      isOpen: async (server, as, { id }) =>
        (await server.request('GET', `${path}/${id}`, { as })).status === 200,
    },
    {
      name: `PATCH ${path}/:id`,
      act: 'change',
      path,
      isOpen: async (server, as, { id }, owner) => {
        const notes = 'changed by somebody else';
        await server.request('PATCH', `${path}/${id}`, { json: { notes }, as });
        return (await server.request('GET', `${path}/${id}`, { as: owner })).text.includes(notes);
      },
    },
    {
      name: `DELETE ${path}/:id`,
      act: 'delete',
      path,
      isOpen: async (server, as, { id }, owner) => {
        await server.request('DELETE', `${path}/${id}`, { as });
        return (await server.request('GET', `${path}/${id}`, { as: owner })).status === 404;
      },
    },
  ];
}

// What belongs to somebody is named in other places than addresses, too.
function waysWithLead(): Way[] {
  return [
    {
      name: 'GET /tasks?leadId=',
      act: 'read',
      path: '/tasks',
      isOpen: (server, as, { id, leadId }) => isListed(server, as, `/tasks?leadId=${leadId}`, id),
    },
    {
      name: 'POST /tasks with a leadId',
      act: 'change',
      path: '/tasks',
      isOpen: async (server, as, { leadId }) => {
        const json = { title: 'Somebody else’s, with a lead of mine', leadId };
        return (await server.request('POST', '/tasks', { json, as })).status === 201;
      },
    },
  ];
}

async function isListed(server: Instance, as: Whose, path: string, id: number): Promise<boolean> {
  const answer = await server.request('GET', path, { as });
  const items: unknown = answer.status === 200 ? answer.json() : [];
  return Array.isArray(items) && items.some((item) => Object(item).id === id);
}

async function make(server: Instance, as: Whose, path: Thing['path']): Promise<Thing> {
  const leadId = await create(server, as, '/leads', { name: 'A lead of mine' });
  const id = path === '/leads' ? leadId : await create(server, as, path, { title: 'A task of mine', leadId });
  return { path, id, leadId };
}

async function create(server: Instance, as: Whose, path: Thing['path'], json: object): Promise<number> {
  const answer = await server.request('POST', path, { json, as });
  const id = answer.status === 201 ? Object(answer.json()).id : undefined;
  if (typeof id !== 'number') throw answer.fail('201 and what was made');
  return id;
}
