// @vitest-environment jsdom
import '../dom.ts';
import assert from 'node:assert/strict';
import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { test, vi } from 'vitest';
import type { Stage } from '../../../src/leads/lead.ts';
import type { Lead } from '../../../src/leads/schema.ts';
import type { FormState } from '../../../web/forms/form-state.ts';

const changeLead = vi.fn<(state: FormState, form: FormData) => Promise<FormState>>();
vi.mock('../../../web/leads/actions.ts', () => ({ changeLead }));
const { LeadPipeline } = await import('../../../web/leads/lead-pipeline.tsx');

const now = '2026-01-15T12:00:00.000Z';
const createLead = (id: number, name: string, stage: Stage): Lead => ({
  ...{ id, name, stage, email: null, company: null, notes: '' },
  ...{ createdAt: now, updatedAt: now },
});

test('each stage is a column with its leads, and each lead offers the steps of its stage', () => {
  render(<LeadPipeline leads={[createLead(1, 'Ana', 'new'), createLead(2, 'Ben', 'won')]} total={2} q="" />);

  assert.ok(within(screen.getByRole('list', { name: 'New' })).getByText('Ana'));
  assert.ok(within(screen.getByRole('list', { name: 'Won' })).getByText('Ben'));
  assert.ok(screen.getByText('Nobody lost.'));
  const steps = screen.getAllByRole('button').map(({ ariaLabel }) => ariaLabel);
  assert.deepEqual(steps, ['Contacted: Ana', 'Lost: Ana', 'Delete: Ana', 'Delete: Ben']);
});

test('a step moves the card to its column at once, and takes the focus along', async () => {
  changeLead.mockReturnValue(new Promise(() => {}));
  render(<LeadPipeline leads={[createLead(1, 'Ana', 'new')]} total={1} q="" />);

  await userEvent.click(screen.getByRole('button', { name: 'Contacted: Ana' }));

  const card = await within(await screen.findByRole('list', { name: 'Contacted' })).findByRole('listitem');
  assert.ok(document.activeElement === card);
  assert.equal(changeLead.mock.lastCall?.[1].get('contacted'), '1');
});

test('a pipeline that shows a part says so, and each column leads to its whole list', () => {
  render(<LeadPipeline leads={[createLead(1, 'Ana', 'new')]} total={345} q="an" />);

  assert.ok(screen.getByText(/^Here are 1 of them/));
  assert.equal(
    screen.getByRole('link', { name: 'See all: Won' }).getAttribute('href'),
    '/leads?stage=won&q=an',
  );
  assert.equal(screen.queryByText('Nobody lost.'), null);
});
