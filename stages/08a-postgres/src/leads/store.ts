import type { Database } from '../database.ts';
import { AppError } from '../errors.ts';
import type { LeadStore } from './lead.ts';
import type { Lead } from './schema.ts';

export function createLeadStore({ leads, tasks }: Database): LeadStore {
  return {
    async list({ stage, q = '' } = {}) {
      return [...leads.rows.values()].filter(
        (lead) =>
          (stage === undefined || lead.stage === stage) &&
          [lead.name, lead.email, lead.company].some((text) => text?.toLowerCase().includes(q.toLowerCase())),
      );
    },

    async get(id) {
      return find(id);
    },

    async create(values) {
      return save({ id: ++leads.lastId, ...values });
    },

    async update(id, change) {
      return save(change(find(id)));
    },

    async remove(id) {
      const lead = find(id);
      leads.rows.delete(id);
      releaseTasks(id);
      return lead;
    },
  };

  function find(id: number) {
    const lead = leads.rows.get(id);
    if (!lead) throw new AppError('not-found', `There is no lead ${id}`);
    return lead;
  }

  function save(lead: Lead) {
    leads.rows.set(lead.id, lead);
    return lead;
  }

  // A task outlives its lead.
  function releaseTasks(leadId: number) {
    for (const task of tasks.rows.values()) {
      if (task.leadId === leadId) tasks.rows.set(task.id, { ...task, leadId: null });
    }
  }
}
