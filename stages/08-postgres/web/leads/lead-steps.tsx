'use client';

import type { Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { Alert, CARD } from '../page.tsx';
import { Action } from '../row.tsx';
import { STAGES, STEPS } from './stages.ts';
import { useLeadOrders } from './use-lead-orders.ts';

const WAY: Stage[] = ['new', 'contacted', 'qualified', 'won'];

// How far a lead has come, and where it may go from here.
export function LeadSteps({ lead }: { lead: Lead }) {
  const { shown, message, form } = useLeadOrders([lead]);
  const { id, name, stage } = shown[0] ?? lead;
  const reached = WAY.indexOf(stage);

  return (
    <form className={`${CARD} p-4 sm:p-5`} {...form}>
      <ol className="grid grid-cols-4 gap-1.5" aria-label="Pipeline">
        {WAY.map((step, index) => (
          <li
            key={step}
            className={`border-t-4 pt-2 text-xs sm:text-sm motion-safe:transition-colors motion-safe:duration-200 ${index <= reached ? 'border-accent font-medium' : 'border-line text-muted'}`}
            aria-current={step === stage ? 'step' : undefined}
            data-id={step === stage ? id : undefined}
            tabIndex={-1}
          >
            {STAGES[step]}
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {stage === 'lost' && <p className="me-1 rounded-full bg-bad-soft px-2 text-sm text-bad">Lost</p>}
        {stage === 'won' && <p className="text-sm text-muted">Won, and final.</p>}
        {STEPS[stage].length > 0 && <p className="me-1 text-sm text-muted">Move to</p>}
        {STEPS[stage].map((step) => (
          <Action key={step} label={STAGES[step]} of={name} name={step} value={id} />
        ))}
      </div>
      <Alert message={message} />
    </form>
  );
}
