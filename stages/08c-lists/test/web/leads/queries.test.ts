import assert from 'node:assert/strict';
import { test, vi } from 'vitest';
import { createLead } from '../../../src/leads/lead.ts';
import { NOW } from '../../tracker.ts';
import { openPages } from '../pages.ts';

test('the leads of a list are asked for by their ids, once, and not at all where no task is for anybody', async ({
  onTestFinished,
}) => {
  const { leads } = await openPages(onTestFinished);
  const values = { email: null, company: null, notes: '' };
  for (const name of ['Ana', 'Bogdan', 'Corina']) await leads.create(createLead({ name, ...values }, NOW));
  const { fetchLeadNames } = await import('../../../web/leads/queries.ts');
  const asked = vi.spyOn(globalThis, 'fetch');
  onTestFinished(() => asked.mockRestore());

  const names = await fetchLeadNames([{ leadId: 3 }, { leadId: null }, { leadId: 1 }, { leadId: 3 }]);
  const none = await fetchLeadNames([{ leadId: null }]);

  assert.deepEqual([names, none], [{ 1: 'Ana', 3: 'Corina' }, {}]);
  assert.deepEqual(
    asked.mock.calls.map(([url]) => new URL(String(url)).search),
    ['?id=3%2C1&pageSize=2'],
  );
});
