import type { Evidence } from './failure.ts';

/** A task or a lead as a tracker showed it: an object with a whole number as its id; nothing else is certain. */
export interface Resource {
  readonly id: number;
  readonly [field: string]: unknown;
}

/** What became of one command: done, with what it gave, or refused. The evidence says what was sent and came. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly evidence: Evidence }
  | { readonly ok: false; readonly refusal: string; readonly evidence: Evidence };

export interface NewTask {
  readonly title: string;
  readonly notes?: string;
  readonly leadId?: number;
}

export interface NewLead {
  readonly name: string;
  readonly email?: string;
  readonly company?: string;
}

/**
 * What every tracker does, whatever carries the commands. Each verb throws a Failure when the tracker neither does
 * it nor refuses it: no answer, not JSON, an internal error, something that is no resource.
 */
export interface Domain {
  createTask(task: NewTask): Promise<Outcome<Resource>>;
  listTasks(filter?: { readonly status?: string }): Promise<Outcome<Resource[]>>;
  changeTaskStatus(id: number, status: 'doing' | 'done'): Promise<Outcome<Resource>>;
  deleteTask(id: number): Promise<Outcome<undefined>>;
  createLead(lead: NewLead): Promise<Outcome<Resource>>;
  listLeads(filter?: { readonly stage?: string }): Promise<Outcome<Resource[]>>;
  moveLead(id: number, stage: string): Promise<Outcome<Resource>>;
  deleteLead(id: number): Promise<Outcome<undefined>>;
  /** Whether this text can be carried at all: a line of a session holds no line break, for example. */
  carries(text: string): boolean;
}
