import type { Tracker } from '../src/check.ts';
import { expectObject } from '../src/expect-http.ts';
import type { Answer } from '../src/http.ts';
import { once } from '../src/once.ts';
import { OpenApiDocument, type Place } from '../src/openapi-document.ts';
import { createValidator, type Validate } from '../src/schema-validator.ts';
import type { Kind } from './kinds.ts';

/** The paths of one kind, and what the contract's table says each of their operations can answer. */
export function operationsOf({ path, name }: Kind): readonly [string, string, readonly number[]][] {
  const one = `${path}/{id}`;
  return [
    ['GET', path, [200, 422]],
    ['POST', path, [201, 400, 413, 415, 422]],
    ['GET', one, [200, 404]],
    ['PATCH', one, [200, 400, 404, ...(name === 'lead' ? [409] : []), 413, 415, 422]],
    ['DELETE', one, [204, 404]],
  ];
}

/** The document as the tracker serves it, and the answer that brought it. */
export interface Subject {
  readonly answer: Answer;
  readonly document: OpenApiDocument;
}

/** Reads the document as the tracker serves it, and the answer that brought it. */
export async function readDocument({ request }: Pick<Tracker, 'request'>): Promise<Subject> {
  const answer = await request('GET', '/openapi.json');
  return { answer, document: new OpenApiDocument(expectObject(answer, 200, 'an OpenAPI document')) };
}

/** The same with its schemas ready to be used, once a run. `validate` throws a Failure when a schema is none. */
export const readSchemas = once(
  'openapi.schemas',
  async (tracker): Promise<Subject & { readonly validate: Validate }> => {
    const { answer, document } = await readDocument(tracker);
    const asked = await createValidator(document);
    const validate: Validate = (schema, value) => {
      try {
        return asked(schema, value);
      } catch (error) {
        const came = `${schema.pointer}: ${error instanceof Error ? error.message : String(error)}`;
        throw answer.fail('schemas that are valid JSON Schema', came);
      }
    };
    return { answer, document, validate };
  },
);

/** The documented schema of a request body. Throws a Failure when there is none. */
export function requestSchema({ answer, document }: Subject, method: string, path: string): Place {
  const body = document.walk(document.operation(method, path), ['requestBody']);
  const schema = document.schema(body, 'application/json');
  if (schema !== undefined) return schema;
  throw answer.fail(
    `${method} ${path} with a requestBody and its schema for application/json`,
    'there is none',
  );
}
