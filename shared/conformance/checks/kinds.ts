import type { Tracker } from '../src/check.ts';
import type { Answer, RequestOptions } from '../src/http.ts';
import type { Random } from '../src/random.ts';
import { readResource } from '../src/resource.ts';
import { LEAD, type Shape, TASK } from '../src/shape.ts';

/** Tasks and leads, so that a check can be stated once for both. */
export interface Kind {
  readonly name: 'task' | 'lead';
  readonly path: '/tasks' | '/leads';
  readonly shape: Shape;
  /** The one field that a new one needs. */
  readonly required: 'title' | 'name';
  /** The least that creates one, unlike any other. */
  minimal(random: Random): Readonly<Record<string, unknown>>;
}

export const TASKS: Kind = {
  name: 'task',
  path: '/tasks',
  shape: TASK,
  required: 'title',
  minimal: (random) => ({ title: random.title() }),
};

export const LEADS: Kind = {
  name: 'lead',
  path: '/leads',
  shape: LEAD,
  required: 'name',
  minimal: (random) => ({ name: random.name() }),
};

export const KINDS: readonly Kind[] = [TASKS, LEADS];

export type Send = (method: string, path: string, options?: RequestOptions) => Promise<Answer>;

/** A new task or lead, for a check that begins with one. Throws a Failure when it is not created. */
export async function create(
  request: Send,
  kind: Kind,
  random: Random,
  values: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly id: number; readonly [field: string]: unknown }> {
  const answer = await request('POST', kind.path, { json: { ...kind.minimal(random), ...values } });
  if (answer.status !== 201) throw answer.fail(`201   application/json   (a new ${kind.name})`);
  return readResource(answer.json(), answer, `a ${kind.name}`);
}

/** A new value for every field that a PATCH may change; the stage is the first step of the pipeline. */
export async function changesOf(
  kind: Kind,
  { request, random }: Pick<Tracker, 'request' | 'random'>,
): Promise<Readonly<Record<string, unknown>>> {
  const notes = `${random.letters(9)}\n${random.letters(5)}`;
  if (kind === LEADS) {
    const { name } = LEADS.minimal(random);
    return { name, email: random.email(), company: random.company(), notes, stage: 'contacted' };
  }
  const { id } = await create(request, LEADS, random);
  return { ...TASKS.minimal(random), notes, leadId: id, status: 'doing' };
}
