import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Answer } from '../../conformance/src/http.ts';
import type { Instance } from '../../conformance/src/server.ts';
import { pointers, read } from './json-value.ts';
import type { Lab } from './lab.ts';
import { applyTo, type Cost, countEdits } from './patch.ts';
import { ROOT } from './repository.ts';
import { Unmeasured } from './unmeasured.ts';

const FIELD = 'dueOn';
const DATE = '2026-12-24';
const PATCHES = path.join(import.meta.dirname, '..', 'patches');

/** What one new field cost in a stage, and whether it works then. */
export interface NewField {
  readonly code: Cost;
  readonly documentation: Cost;
  /** Whether the description that the server gives of itself knows the field. */
  readonly described: boolean;
  /** What does not work with the field, a sentence each. */
  readonly wrong: readonly string[];
}

/**
 * Adds the field to a copy of a stage by its patch, starts the copy and tries the field.
 * @param lab starts the copy and takes it away
 * @param stage the stage's folder name
 * @param patches where NN-add-field.patch lies
 * @throws Unmeasured when the patch does not fit or the copy does not start
 */
export async function addField(lab: Lab, stage: string, patches = PATCHES): Promise<NewField> {
  const name = `${stage.slice(0, 2)}-add-field.patch`;
  const patch = readFileSync(path.join(patches, name), 'utf8');
  const folder = lab.temporary(`${stage}-with-${FIELD}`);
  cpSync(path.join(ROOT, 'stages', stage), folder, {
    recursive: true,
    filter: (file) => !/[\\/](node_modules|\.turbo|test)$/.test(file),
  });
  try {
    applyTo(folder, patch);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Unmeasured(`${stage}: ${name} cannot be applied: ${reason}.`, `Write patches/${name} again.`);
  }
  const copy = lab.reference(`${stage} with ${FIELD}`, folder);
  const server = await copy.server();
  const { wrong, described } = await copy.attempt(() => tryField(stage, server));
  await server.stop();
  return {
    code: countEdits(patch, FIELD, (file) => file.startsWith('src/')),
    documentation: countEdits(patch, FIELD, (file) => file.endsWith('.md')),
    described,
    wrong,
  };
}

async function tryField(stage: string, server: Instance): Promise<{ wrong: string[]; described: boolean }> {
  const post = (values: object): Promise<Answer> =>
    server.request('POST', '/tasks', { json: { title: 'Wrap the presents', ...values } });
  const accepted = await post({ [FIELD]: DATE });
  const without = await post({});
  const refused = await post({ [FIELD]: '2026-02-30' });
  const stored = await server.request('GET', '/tasks');
  const document = await server.request('GET', '/openapi.json');

  const says: [string, boolean][] = [
    ['a date is not accepted', accepted.status === 201 && read(accepted.json(), FIELD) === DATE],
    ['a task without the field does not get null', read(without.json(), FIELD) === null],
    [
      '30 February is not refused at its pointer',
      refused.status === 422 && pointers(refused.json()).join() === `/${FIELD}`,
    ],
    ['what was sent is not stored', read(read(stored.json(), '0'), FIELD) === DATE],
  ];
  const wrong = says.flatMap(([problem, holds]) =>
    holds ? [] : [`${stage} with the field ${FIELD}: ${problem}.`],
  );
  return { wrong, described: document.status === 200 && describes(document.json()) };
}

/** Whether each schema of a task in an OpenAPI document has the field. */
function describes(document: unknown): boolean {
  const schemas = read(read(document, 'components'), 'schemas');
  return ['Task', 'NewTask', 'TaskChanges'].every(
    (name) => read(read(read(schemas, name), 'properties'), FIELD) !== undefined,
  );
}
