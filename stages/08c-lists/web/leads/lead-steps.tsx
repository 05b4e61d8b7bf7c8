'use client';

import { STEPS, type Stage } from '../../src/leads/lead.ts';
import type { Lead } from '../../src/leads/schema.ts';
import { UserField } from '../forms/user-field.tsx';
import { Alert } from '../ui/alert.tsx';
import { CARD } from '../ui/card.ts';
import { STAGE_NAMES } from './stage-names.ts';
import { StepButton } from './step-button.tsx';
import { useLeadChanges } from './use-lead-changes.ts';

const WAY: Stage[] = ['new', 'contacted', 'qualified', 'won'];

// How far a lead has come, and where it may go from here.
export function LeadSteps({ lead, userId }: { lead: Lead; userId: string | undefined }) {
  const { shown, message, session, form } = useLeadChanges([lead]);
  const now = shown[0] ?? lead;
  const { id, stage } = now;
  const reached = WAY.indexOf(stage);

  return (
    <form className={`${CARD} p-3 sm:p-5`} {...form}>
      <UserField userId={userId} />
      <ol className="grid grid-cols-4 gap-1.5" aria-label="Pipeline">
        {WAY.map((step, index) => (
          <li
            key={step}
            className={`min-w-0 border-t-4 pt-2 text-xs sm:text-sm motion-safe:transition-colors motion-safe:duration-200 ${index <= reached ? 'border-accent font-medium' : 'border-line text-muted'}`}
            aria-current={step === stage ? 'step' : undefined}
            data-id={step === stage ? id : undefined}
            tabIndex={-1}
          >
            {STAGE_NAMES[step]}
          </li>
        ))}
      </ol>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        {stage === 'lost' && <p className="me-1 rounded-full bg-bad-soft px-2 text-sm text-bad">Lost</p>}
        {stage === 'won' && <p className="text-sm text-muted">Won, and final.</p>}
        {STEPS[stage].length > 0 && <p className="me-1 text-sm text-muted">Move to</p>}
        {STEPS[stage].map((step) => (
          <StepButton key={step} step={step} lead={now} />
        ))}
      </div>
      <Alert message={message} session={session} />
    </form>
  );
}
