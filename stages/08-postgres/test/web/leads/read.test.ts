import assert from 'node:assert/strict';
import { test } from 'vitest';
import { createLead } from '../../../src/leads/lead.ts';
import { NOW } from '../../tracker.ts';
import { openPages } from '../pages.ts';

test('whoever chooses a lead chooses from all of them, by name, however many pages that are', async ({
  onTestFinished,
}) => {
  const tracker = await openPages(onTestFinished);
  const names = Array.from({ length: 101 }, (_, at) => `Lead ${String(100 - at).padStart(3, '0')}`);
  for (const name of names)
    await tracker.leads.create(createLead({ name, email: null, company: null, notes: '' }, NOW));
  const { readEveryLead } = await import('../../../web/leads/read.ts');

  const leads = await readEveryLead();

  assert.deepEqual(
    leads.map(({ name }) => name),
    names.toReversed(),
  );
});
