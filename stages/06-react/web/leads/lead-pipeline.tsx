import { STAGES, type Stage } from '../../src/leads/lead.ts';
import { Board, Column } from '../ui/board.tsx';
import { DraftRow } from '../ui/draft-row.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { LeadItem } from './lead-item.tsx';
import type { LeadsProps } from './lead-list.tsx';
import { STAGE_NAMES } from './stage-names.ts';

const NOBODY: Record<Stage, string> = {
  new: 'Nobody new.',
  contacted: 'Nobody to hear from.',
  qualified: 'Nobody about to decide.',
  won: 'Nobody won yet.',
  lost: 'Nobody lost.',
};

export function LeadPipeline({ leads, drafts, onMove, onRemove }: LeadsProps) {
  const keptFocus = useKeptFocus<HTMLDivElement>();

  return (
    <div {...keptFocus}>
      <Board>
        {STAGES.map((stage) => {
          const column = leads.filter((lead) => lead.stage === stage);
          const added = stage === 'new' ? drafts : [];
          return (
            <Column
              key={stage}
              name={STAGE_NAMES[stage]}
              count={column.length + added.length}
              empty={NOBODY[stage]}
            >
              {column.map((lead) => (
                <LeadItem key={lead.id} lead={lead} card onMove={onMove} onRemove={onRemove} />
              ))}
              {added.map(({ key, name }) => (
                <DraftRow key={`draft ${key}`} name={name} card />
              ))}
            </Column>
          );
        })}
      </Board>
    </div>
  );
}
