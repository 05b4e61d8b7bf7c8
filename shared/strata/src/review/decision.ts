import { section } from '../brief.ts';
import type { Decision } from './document.ts';

const PARTS = ['Context', 'Options', 'Decision', 'Consequences'];
// What `strata start` wrote into the file.
const TEMPLATE = /Short title of the decision|YYYY-MM-DD|Which one, and why\./;
const REASON_WORDS = 5;

/**
 * Reads a decision record as a reviewer would skim it.
 * @param text the learner's ADR.md; undefined when there is none
 * @param before the same file when the stage began
 * @param reference the same file of the reference
 * @returns what can be known without understanding it
 */
export function readDecision(
  text: string | undefined,
  before: string | undefined,
  reference?: string,
): Decision {
  if (text === undefined || text.trim() === '')
    return { state: 'missing', missing: PARTS, options: 0, rejected: false, evidence: false };
  const missing = PARTS.filter((part) => bodyOf(text, part) === '');
  const options = optionsIn(bodyOf(text, 'Options'));
  const state = stateOf(text, before, reference);
  // Options that have reasons, one more than is chosen: the others were weighed and rejected.
  const reasoned = options.filter((option) => option.split(/\s+/).length >= REASON_WORDS);
  return {
    state,
    missing,
    options: options.length,
    rejected: state !== 'template' && reasoned.length >= 2,
    evidence: state !== 'template' && hasEvidence(text),
  };
}

function stateOf(
  text: string,
  before: string | undefined,
  reference: string | undefined,
): 'template' | 'unchanged' | 'reference' | 'written' {
  const words = (one: string | undefined): string | undefined => one?.trim().replaceAll(/\s+/g, ' ');
  if (TEMPLATE.test(text)) return 'template';
  if (words(text) === words(before)) return 'unchanged';
  return words(text) === words(reference) ? 'reference' : 'written';
}

// Headings may say more: "Context and problem statement", "Considered options".
function bodyOf(text: string, part: string): string {
  const headings = Array.from(text.matchAll(/^## +(.+?) *$/gm), ([, title = '']) => title);
  const heading = headings.find((title) => new RegExp(part, 'i').test(title));
  return heading === undefined ? '' : section(text, heading);
}

function optionsIn(body: string): string[] {
  const items = body.split(/^(?=(?:[-*]|\d+\.) |### )/m).filter((item) => /^(?:[-*]|\d+\.|###) /.test(item));
  return items.map((item) => item.trim());
}

// A figure with what it counts, a command, or a link; the date of the record is none.
function hasEvidence(text: string): boolean {
  const prose = text.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, '').replaceAll(/^\s*\d+\. /gm, '');
  return /\b\d+(?:[.,]\d+)?\s?(?:%|ms|s|kB|MB|lines?|files?|requests?|tasks?|checks?|packages?|of)\b|\]\(|`[^`]*(?:strata|git|npm|curl|wc) [^`]*`/i.test(
    prose,
  );
}
