import type { ErrorObject, ValidateFunction } from 'ajv';
import type { OpenApiDocument, Place } from './openapi-document.ts';

/** What is wrong with a value, a line each; empty when it fits. Throws an Error when the schema itself is wrong. */
export type Validate = (schema: Place, value: unknown) => string[];

const MOST = 5;

/**
 * Reads the schemas of a document as JSON Schema 2020-12, as OpenAPI 3.1 says they are. Loads ajv when it is called:
 * that takes some 30 ms.
 */
export async function createValidator(document: OpenApiDocument): Promise<Validate> {
  const [{ Ajv2020 }, formats] = await Promise.all([import('ajv/dist/2020.js'), import('ajv-formats')]);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false });
  formats.default.default(ajv);
  ajv.addSchema({ ...document.root }, 'openapi');

  const compiled = new Map<string, ValidateFunction>();
  return (schema, value) => {
    const validate = compiled.get(schema.pointer) ?? ajv.compile({ $ref: `openapi${schema.pointer}` });
    compiled.set(schema.pointer, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).slice(0, MOST).map(describe);
  };
}

function describe({ instancePath, message, params }: ErrorObject): string {
  const extra = 'additionalProperty' in params ? `: ${params.additionalProperty}` : '';
  return `${instancePath || 'the whole'} ${message ?? 'is not valid'}${extra}`;
}
