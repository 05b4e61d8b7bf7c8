import { parseId } from '../fields.js';
import { createLead, moveLead } from './lead.js';
import { parseLeadQuery, parseNewLead, parseStage } from './schema.js';

export function createLeadCommands({ leads, clock }) {
  return [
    {
      name: 'lead add',
      takes: ['name'],
      options: { email: 'address', company: 'name' },
      async run([name], { email, company }) {
        return leads.create(createLead(parseNewLead({ name, email, company }), clock()));
      },
      format: formatLead,
    },
    {
      name: 'lead list',
      options: { stage: 'stage' },
      async run(_, { stage }) {
        return leads.list(parseLeadQuery({ stage }));
      },
      format: (list) => list.map(formatLead).join('\n') || 'No leads here. Add one: lead add "Ana Pop"',
    },
    {
      name: 'lead move',
      takes: ['id', 'stage'],
      async run([id, stage]) {
        const target = parseStage(stage);
        return leads.update(parseId(id), (lead) => moveLead(lead, target, clock()));
      },
      format: formatLead,
    },
    {
      name: 'lead delete',
      takes: ['id'],
      async run([id]) {
        return leads.remove(parseId(id));
      },
      format: (lead) => `Deleted ${formatLead(lead)}`,
    },
  ];
}

function formatLead({ id, name, email, company, stage }) {
  return [`#${id} ${name}`, email && `<${email}>`, company, `(${stage})`].filter(Boolean).join(' ');
}
