import { visible } from './words.ts';

/** What a learner reads when a check fails. Every field is plain text and may have several lines. */
export interface FailureFacts {
  /** What was sent or typed: `POST /tasks   {"title":` or `tracker add "Buy milk"`. */
  sent?: string;
  /** What the contract asks for. */
  expected: string;
  /** What came instead; for data a difference: `- ` lines came, `+ ` lines were expected. */
  came: string;
  /** Commands that repeat it by hand against a tracker started afresh, one a line. */
  again?: string;
}

/** Where an expectation looks: something that was sent, what came back, and how to repeat it. */
export interface Evidence {
  readonly sent: string;
  readonly came: string;
  readonly again: string | undefined;
}

/** The tracker did not do what a check expects. Anything else that a check throws is a mistake in the suite. */
export class Failure extends Error {
  readonly facts: FailureFacts;

  constructor(facts: FailureFacts) {
    super(`expected ${facts.expected}; came ${facts.came}`);
    this.name = 'Failure';
    const sent = facts.sent === undefined ? {} : { sent: visible(facts.sent) };
    this.facts = { ...facts, ...sent, expected: visible(facts.expected), came: visible(facts.came) };
  }
}

/**
 * Builds the failure for something that was sent: `throw refute(answer, '201')`.
 * `came` replaces the evidence's own account of what came.
 */
export function refute(evidence: Evidence, expected: string, came: string = evidence.came): Failure {
  const facts: FailureFacts = { sent: evidence.sent, expected, came };
  if (evidence.again !== undefined) facts.again = evidence.again;
  return new Failure(facts);
}

/** Does some work; a Failure in it is told with these facts instead of its own. */
export async function telling<T>(facts: Partial<FailureFacts>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Failure ? new Failure({ ...error.facts, ...facts }) : error;
  }
}
