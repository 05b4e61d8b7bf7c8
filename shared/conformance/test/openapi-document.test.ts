import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OpenApiDocument } from '../src/openapi-document.ts';
import { createValidator } from '../src/schema-validator.ts';

const document = new OpenApiDocument({
  openapi: '3.1.0',
  paths: {
    '/tasks/{taskId}': {
      parameters: [{ name: 'taskId', in: 'path', required: true }],
      get: {
        parameters: [{ $ref: '#/components/parameters/q' }],
        responses: {
          200: {
            content: { 'application/json; charset=utf-8': { schema: { $ref: '#/components/schemas/Task' } } },
          },
          '4XX': { $ref: '#/components/responses/Problem' },
        },
      },
    },
  },
  components: {
    parameters: { q: { name: 'q', in: 'query' } },
    responses: { Problem: { content: { 'application/problem+json': { schema: { type: 'object' } } } } },
    schemas: {
      Task: {
        type: 'object',
        properties: { lead: { $ref: '#/components/schemas/Lead' } },
        required: ['lead'],
      },
      Lead: { type: ['integer', 'null'] },
      Loop: { $ref: '#/components/schemas/Loop' },
      Broken: { $ref: '#/components/schemas/Nobody' },
    },
  },
});

test('an operation is found whatever its parameter is called', () => {
  assert.ok(document.operation('GET', '/tasks/{id}'));
  assert.equal(document.operation('PATCH', '/tasks/{id}'), undefined);
  assert.equal(document.operation('GET', '/tasks'), undefined);
});

test('a response is found by its number, its range, through a reference', () => {
  const operation = document.operation('GET', '/tasks/{id}');
  assert.ok(operation);

  assert.ok(document.schema(document.response(operation, 200), 'application/json'));
  assert.ok(document.schema(document.response(operation, 404), 'application/problem+json'));
  assert.equal(document.response(operation, 500), undefined);
});

test('parameters of the operation and of its path are both listed', () => {
  const names = document.parameters('GET', '/tasks/{id}').map(({ value }) => value.name);

  assert.deepEqual(names, ['q', 'taskId']);
});

test('references that lead nowhere are named, circles come to an end', () => {
  assert.deepEqual(document.danglingReferences(), ['#/components/schemas/Nobody']);
  assert.equal(document.find('#/components/schemas/Loop'), undefined);
  assert.equal(document.find('#/components/schemas/Broken'), undefined);
});

test('a value is held against a schema with its references', async () => {
  const validate = await createValidator(document);
  const operation = document.operation('GET', '/tasks/{id}');
  assert.ok(operation);
  const schema = document.schema(document.response(operation, 200), 'application/json');
  assert.ok(schema);

  assert.deepEqual(validate(schema, { lead: null }), []);
  assert.deepEqual(validate(schema, {}), ["the whole must have required property 'lead'"]);
  assert.deepEqual(validate(schema, { lead: 'x' }), ['/lead must be integer,null']);
});

test('a schema with a reference to nothing throws instead of accepting everything', async () => {
  const validate = await createValidator(document);

  assert.throws(() => validate({ pointer: '#/components/schemas/Broken', value: {} }, 1), /Nobody/);
});
