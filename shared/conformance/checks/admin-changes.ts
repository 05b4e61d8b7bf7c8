import type { Check, Tracker } from '../src/check.ts';
import type { Resource } from '../src/domain.ts';
import { expectFields, expectSame, expectThat } from '../src/expect.ts';
import { expectErrorAt, expectJson, expectObject, expectRefused, expectStatus } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import type { Person } from '../src/people.ts';
import { readResources } from '../src/resource.ts';
import { expectProblem, expectStranger } from './accounts-steps.ts';
import { create, KINDS, type Kind, LEADS, type Send, TASKS } from './kinds.ts';

interface Owned {
  readonly as: Person;
  readonly ben: Person;
  /** Requests of Ben's. */
  readonly own: Send;
  readonly request: Tracker['request'];
}

async function begin({ request, newcomer, admin }: Tracker): Promise<Owned> {
  const [as, ben] = [await admin(), await newcomer('ben')];
  return { as, ben, request, own: (method, path, options) => request(method, path, { ...options, as: ben }) };
}

function addressOf({ ben }: Owned, { path }: Kind, id: number): string {
  return `/admin/users/${ben.id}${path}/${id}`;
}

/** What was written down of acts on what is somebody's, the newest first. */
async function actionsOn({ as, ben, request }: Owned): Promise<{ answer: Answer; actions: Resource[] }> {
  const answer = await request('GET', '/admin/actions?sort=-id&pageSize=100', { as });
  const all = readResources(expectJson(answer, 200), answer, 'action');
  return { answer, actions: all.filter(({ owner }) => Number(Object(owner).id ?? owner) === ben.id) };
}

/** What an admin changes of what belongs to others, and what is written down of it. */
export const adminChangeChecks: readonly Check[] = [
  {
    id: 'admin.changes',
    since: '08c',
    capability: 'admin',
    title: 'an admin changes a task and a lead of somebody else, under the rules that hold for their owner',
    why: 'Whoever helps somebody on the telephone has to be able to do it, and no more than they could themselves.',
    hints: [
      'Which rules hold for an admin: those of the owner, others, none?',
      'Look at what updates a task: does it take the owner from the session, or can it be told whose?',
      'The same parser, the same rules, the same store, for the owner whose id stands in the path.',
    ],
    async run(tracker) {
      const owned = await begin(tracker);
      const { as, own, request } = owned;
      for (const kind of KINDS) {
        const { id } = await create(own, kind, tracker.random);
        const path = addressOf(owned, kind, id);
        const change =
          kind === TASKS
            ? { status: 'done', notes: 'by the admin' }
            : { stage: 'contacted', notes: 'by the admin' };
        const changed = await request('PATCH', path, { as, json: change });
        expectFields(changed, expectObject(changed, 200), { id, ...change }, `the ${kind.name}, changed`);
        const read = await request('GET', path, { as });
        expectFields(read, expectObject(read, 200), { id, ...change }, 'the same for the admin');
        const seen = await own('GET', `${kind.path}/${id}`);
        expectFields(seen, expectObject(seen, 200), { id, ...change }, 'the same for its owner');
        expectErrorAt(
          await request('PATCH', path, { as, json: { [kind.required]: ' ' } }),
          `/${kind.required}`,
        );
      }
      const { id } = await create(own, LEADS, tracker.random);
      const won = await request('PATCH', addressOf(owned, LEADS, id), { as, json: { stage: 'won' } });
      expectRefused(won, 409, 'a new lead is not won at once, whoever asks');
      const foreign = await create(
        (...words) => request(words[0], words[1], { ...words[2], as }),
        LEADS,
        tracker.random,
      );
      const task = await create(own, TASKS, tracker.random);
      const given = await request('PATCH', addressOf(owned, TASKS, task.id), {
        as,
        json: { leadId: foreign.id },
      });
      expectErrorAt(given, '/leadId', "a lead of the admin's is none of its owner's");
    },
  },
  {
    id: 'admin.deletes',
    since: '08c',
    capability: 'admin',
    title:
      'an admin deletes a task and a lead of somebody else, and finds only what is theirs under their address',
    why: 'An address says whose it is. One that finds the things of others, too, says something that is not so.',
    hints: [
      'What is at /admin/users/7/tasks/3 when task 3 is not of person 7?',
      'Look at the query: does it ask for the id alone, or for the id and the owner?',
      'The store of that owner (of(ownerId)) finds, changes and deletes; what is not theirs is a 404.',
    ],
    async run(tracker) {
      const owned = await begin(tracker);
      const { as, ben, own, request } = owned;
      const cleo = await tracker.newcomer('cleo');
      for (const kind of KINDS) {
        const { id } = await create(own, kind, tracker.random);
        const wrong = `/admin/users/${cleo.id}${kind.path}/${id}`;
        for (const method of ['GET', 'PATCH', 'DELETE'])
          expectRefused(
            await request(method, wrong, { as, ...(method === 'PATCH' && { json: { notes: 'x' } }) }),
            404,
            'it is somebody else’s',
          );
        const path = addressOf(owned, kind, id);
        for (const [who, refuse] of [
          ['nobody', (answer: Answer) => expectStranger(answer, 'nobody is signed in')],
          [ben, (answer: Answer) => expectProblem(answer, 403, 'forbidden', 'Ben is no admin')],
        ] as const)
          refuse(await request('DELETE', path, { as: who }));
        expectStatus(await own('GET', `${kind.path}/${id}`), 200, 'nothing of that deleted it');
        expectStatus(await request('DELETE', path, { as }), 204);
        expectRefused(await own('GET', `${kind.path}/${id}`), 404, 'the admin has deleted it');
        expectRefused(await request('DELETE', path, { as }), 404, 'it is gone');
      }
    },
  },
  {
    id: 'admin.actions',
    since: '08c',
    capability: 'admin',
    title: 'GET /admin/actions tells what admins did to what belongs to others: when, who, whose, and what',
    why: 'Power over the data of others is given on trust, and trust wants to be able to look.',
    hints: [
      'Somebody asks who deleted their lead. Where do you look?',
      'Look at where the change is written: is the row that says so written in the same transaction?',
      'An insert into admin_actions beside the change, both with the same transaction client; the list in pages, as every list.',
    ],
    async run(tracker) {
      const owned = await begin(tracker);
      const { as, own, request } = owned;
      const done: { method: string; path: string }[] = [];
      for (const kind of KINDS) {
        const { id } = await create(own, kind, tracker.random);
        const path = addressOf(owned, kind, id);
        expectStatus(await request('PATCH', path, { as, json: { notes: 'by the admin' } }), 200);
        expectStatus(await request('DELETE', path, { as }), 204);
        done.unshift({ method: 'DELETE', path }, { method: 'PATCH', path });
      }
      const { answer, actions } = await actionsOn(owned);
      const came = actions.map(({ method, path }) => ({ method, path }));
      expectSame(answer, came, done, 'what the admin did to what is Ben’s, the newest first');
      for (const { admin, createdAt } of actions) {
        expectSame(answer, Number(Object(admin).id ?? admin), as.id, 'admin: who it was');
        const recent = Math.abs(Date.now() - Date.parse(String(createdAt))) < 3_600_000;
        expectThat(answer, recent, 'createdAt: when it was', `createdAt: ${JSON.stringify(createdAt)}`);
      }
      expectErrorAt(await request('GET', '/admin/actions?page=0', { as }), '/page');
      expectProblem(await own('GET', '/admin/actions'), 403, 'forbidden', 'Ben is no admin');
      expectStranger(await request('GET', '/admin/actions', { as: 'nobody' }));
    },
  },
  {
    id: 'admin.actions-done',
    since: '08c',
    capability: 'admin',
    title: 'what was refused, and what an admin only read or did with their own things, is no action',
    why: 'A list of what happened that holds what did not happen is believed once too often.',
    hints: [
      'A change is refused, half-way. What stands in the list afterwards?',
      'Look at when the action is written: before the change, or with it?',
      'Write both in one transaction: when the change throws, the row that would say so is rolled back with it.',
    ],
    async run(tracker) {
      const owned = await begin(tracker);
      const { as, own, request } = owned;
      for (const kind of KINDS) {
        const { id } = await create(own, kind, tracker.random);
        const path = addressOf(owned, kind, id);
        expectErrorAt(
          await request('PATCH', path, { as, json: { [kind.required]: '' } }),
          `/${kind.required}`,
        );
        expectStatus(await request('GET', path, { as }), 200);
        expectRefused(await request('DELETE', addressOf(owned, kind, id + 100_000), { as }), 404);
        if (kind === LEADS) expectRefused(await request('PATCH', path, { as, json: { stage: 'won' } }), 409);
        else expectErrorAt(await request('PATCH', path, { as, json: { leadId: 999_999_999 } }), '/leadId');
      }
      const mine = await create(
        (...words) => request(words[0], words[1], { ...words[2], as }),
        TASKS,
        tracker.random,
      );
      expectStatus(await request('DELETE', `/tasks/${mine.id}`, { as }), 204);
      const { answer, actions } = await actionsOn(owned);
      expectSame(answer, actions, [], 'no action: nothing of Ben’s was changed');
      const all = await request('GET', '/admin/actions?sort=-id&pageSize=100', { as });
      const own404 = all.text.includes(`"/tasks/${mine.id}"`);
      expectThat(all, !own404, 'nothing of what the admin did with their own tasks', all.came);
    },
  },
];
