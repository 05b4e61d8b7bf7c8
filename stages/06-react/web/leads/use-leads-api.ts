import { useMemo } from 'react';
import { z } from 'zod';
import type { Stage } from '../../src/leads/lead.ts';
import { Lead, type NewLeadBody } from '../../src/leads/schema.ts';
import { Nothing, request } from '../api/request.ts';
import { addDraft, type Source, useOptimisticList } from '../api/use-optimistic-list.ts';

type Change =
  | { type: 'add'; body: NewLeadBody }
  | { type: 'move'; id: number; stage: Stage }
  | { type: 'remove'; id: number };

export function useLeadsApi() {
  const { items, act, ...rest } = useOptimisticList(SOURCE);

  const actions = useMemo(
    () => ({
      add: (body: NewLeadBody) => act({ type: 'add', body }),
      move: ({ id, name }: Lead, stage: Stage) => act({ type: 'move', id, stage }, name),
      remove: ({ id, name }: Lead) => act({ type: 'remove', id }, name),
    }),
    [act],
  );

  return { leads: items, ...rest, ...actions };
}

const SOURCE: Source<Lead, Change> = {
  read: () => request(z.array(Lead), 'GET', '/leads'),

  async store(leads, change) {
    switch (change.type) {
      case 'add':
        return [...leads, await request(Lead, 'POST', '/leads', change.body)];
      case 'move': {
        const lead = await request(Lead, 'PATCH', `/leads/${change.id}`, { stage: change.stage });
        return leads.map((old) => (old.id === lead.id ? lead : old));
      }
      case 'remove':
        await request(Nothing, 'DELETE', `/leads/${change.id}`);
        return leads.filter(({ id }) => id !== change.id);
    }
  },

  show(shown, change) {
    switch (change.type) {
      case 'add':
        return addDraft(shown, change.body.name);
      case 'move': {
        const { id, stage } = change;
        return { ...shown, items: shown.items.map((lead) => (lead.id === id ? { ...lead, stage } : lead)) };
      }
      case 'remove':
        return { ...shown, items: shown.items.filter(({ id }) => id !== change.id) };
    }
  },
};
