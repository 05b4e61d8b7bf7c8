import { createLead, type Stage } from '../../src/leads/lead.ts';
import type { Lead, NewLeadBody } from '../../src/leads/schema.ts';
import { createCheck, isNumber, isOneOf, isString, orNull, parse, parseList, send } from '../api.ts';
import { createDraftId, drop, edit, keep, put } from '../optimistic.ts';
import { type Access, useItems } from '../use-items.ts';
import { STAGES } from './stages.ts';

const isLead = createCheck<Lead>({
  id: isNumber,
  name: isString,
  email: orNull(isString),
  company: orNull(isString),
  stage: isOneOf(STAGES),
  notes: isString,
  createdAt: isString,
  updatedAt: isString,
});

export function useLeadsApi() {
  return useItems(async () => parseList(await send('GET', '/leads'), isLead), createLeadsApi);
}

function createLeadsApi({ attempt }: Access<Lead>) {
  return {
    // A name of nothing but blanks is left to the tracker to refuse: it would show as an empty row.
    add({ name, email = null, company = null }: NewLeadBody) {
      const draft = createLead({ name: name.trim(), email, company, notes: '' }, now());
      const shown = draft.name ? put({ id: createDraftId(), ...draft }) : keep<Lead>;
      return attempt({
        turn: 'add',
        shown,
        send: async () => put(parse(await send('POST', '/leads', { name, email, company }), isLead)),
      });
    },

    move({ id, name }: Lead, stage: Stage) {
      return attempt({
        turn: id,
        of: name,
        shown: edit(id, (lead) => ({ ...lead, stage })),
        send: async () => put(parse(await send('PATCH', `/leads/${id}`, { stage }), isLead)),
      });
    },

    remove({ id, name }: Lead) {
      return attempt({
        turn: id,
        of: name,
        shown: drop(id),
        async send() {
          await send('DELETE', `/leads/${id}`);
          return drop(id);
        },
      });
    },
  };
}

function now(): string {
  return new Date().toISOString();
}
