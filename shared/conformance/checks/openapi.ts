import type { Check } from '../src/check.ts';
import { show } from '../src/difference.ts';
import { expectThat } from '../src/expect.ts';
import { PROBLEM } from '../src/expect-http.ts';
import { KINDS } from './kinds.ts';
import { operationsOf, readDocument, readSchemas } from './openapi-subject.ts';

/** What the document says about the addresses. */
export const openApiChecks: readonly Check[] = [
  {
    id: 'openapi.document',
    since: '02',
    capability: 'openapi',
    title: 'GET /openapi.json answers an OpenAPI 3.1 document',
    why: 'A description that programs can read gives you documentation, clients and tests that never disagree with each other.',
    hints: [
      'Who will read your documentation: people, or programs too?',
      'Look for what your framework or your schema library can make of the schemas you have.',
      'Serve a JSON object at /openapi.json with openapi: "3.1.0", info with title and version, and paths.',
    ],
    async run(tracker) {
      const { answer, document } = await readDocument(tracker);

      const { openapi, info, paths } = document.root;
      expectThat(answer, /^3\.1\.\d+$/.test(String(openapi)), 'openapi: "3.1.…"', `openapi ${show(openapi)}`);
      const { title, version }: { title?: unknown; version?: unknown } = { ...Object(info) };
      const named = [title, version].every((text) => typeof text === 'string' && text !== '');
      expectThat(answer, named, 'info with a title and a version', `info ${show(info)}`);
      expectThat(answer, typeof paths === 'object' && paths !== null, 'paths', `paths ${show(paths)}`);
    },
  },
  {
    id: 'openapi.references',
    since: '02',
    capability: 'openapi',
    title: 'every $ref in the document leads to something in it',
    why: 'One reference to nothing, and most tools refuse the whole document.',
    hints: [
      'What is a reference for, and what happens when you rename what it points to?',
      'Look under components: is everything there that a $ref names?',
      'Register the schemas under the names that are used, or let the generator do both.',
    ],
    async run(tracker) {
      const { answer, document } = await readDocument(tracker);

      const dangling = document.danglingReferences();
      const came = `nothing there: ${dangling.join(', ')}`;
      expectThat(answer, dangling.length === 0, 'references that lead somewhere', came);
    },
  },
  {
    id: 'openapi.operations',
    since: '02',
    capability: 'openapi',
    title: 'every method of every path is documented, with the status it succeeds with',
    why: 'What is not written down does not exist for anyone who reads only the documentation.',
    hints: [
      'How many operations does your tracker have? Count them in the contract.',
      'Look at the list that the document is made from, and lay the routes beside it.',
      'Describe list, create, read, update and remove for /tasks and /tasks/{id}, and for leads, with 200, 201 or 204.',
    ],
    async run(tracker) {
      const { answer, document } = await readDocument(tracker);

      for (const [method, path, [success = 200]] of KINDS.flatMap(operationsOf)) {
        const operation = document.operation(method, path);
        expectThat(answer, operation !== undefined, `${method} ${path} in paths`, 'it is not documented');
        const found = operation && document.response(operation, success);
        const came = `responses: ${Object.keys(Object(operation?.value.responses)).join(', ') || 'none'}`;
        expectThat(answer, found !== undefined, `${method} ${path} with the answer ${success}`, came);
      }
    },
  },
  {
    id: 'openapi.problems',
    since: '02',
    capability: 'openapi',
    title: 'every operation documents the errors that it can answer',
    why: 'Whoever writes a client has to know what can go wrong; the good case is the easy half.',
    hints: [
      'What can go wrong with this operation: with its path, its query, its body, its state?',
      'Look at the table of errors in the contract and ask of each row which operations it belongs to.',
      'Add the statuses to the responses, each with content application/problem+json and one shared schema.',
    ],
    async run(tracker) {
      const { answer, document } = await readDocument(tracker);

      for (const [method, path, [, ...problems]] of KINDS.flatMap(operationsOf)) {
        const operation = document.operation(method, path);
        for (const status of problems) {
          const response = operation && document.response(operation, status);
          const expected = `${method} ${path} with the answer ${status} as ${PROBLEM}`;
          const statuses = Object.keys(Object(operation?.value.responses)).join(', ') || 'none';
          expectThat(answer, response !== undefined, expected, `responses: ${statuses}`);
          const types = Object.keys(Object(response?.value.content)).join(', ') || 'no content';
          expectThat(
            answer,
            document.schema(response, PROBLEM) !== undefined,
            expected,
            `${status}: ${types}`,
          );
        }
      }
    },
  },
  {
    id: 'openapi.parameters',
    since: '02',
    capability: 'openapi',
    title: 'the parameters of paths and queries are documented, with their values',
    why: 'A filter that nobody knows of is not used. Where the values are listed, a page can offer them.',
    hints: [
      'Which parts of an address can a client choose?',
      'Look at the operations that take an id or a query: what do their parameters say?',
      'Document {id} (in: path, required) and status, leadId and q, or stage and q (in: query), with their schemas.',
    ],
    async run(tracker) {
      const { answer, document, validate } = await readSchemas(tracker);

      const queries = { '/tasks': ['status', 'leadId', 'q'], '/leads': ['stage', 'q'] };
      const values = {
        status: ['todo', 'doing', 'done'],
        stage: ['new', 'contacted', 'qualified', 'won', 'lost'],
      };
      for (const [path, names] of Object.entries(queries)) {
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const found = document.parameters(method, `${path}/{id}`).map(({ value }) => value);
          const right = found.some((one) => one.in === 'path' && one.required === true);
          const came = `parameters ${show(found)}`;
          expectThat(answer, right, `${method} ${path}/{id} with its parameter in the path, required`, came);
        }
        const found = document.parameters('GET', path);
        for (const name of names) {
          const parameter = found.find(({ value }) => value.in === 'query' && value.name === name);
          const expected = `GET ${path} with the parameter ${name} (in: query)`;
          const came = `parameters: ${found.map(({ value }) => String(value.name)).join(', ') || 'none'}`;
          expectThat(answer, parameter !== undefined, expected, came);
          const listed = Object.entries(values).find(([one]) => one === name)?.[1] ?? [];
          const schema = document.walk(parameter, ['schema']);
          for (const [value, fits] of [
            ...listed.map((one) => [one, true] as const),
            ['dnoe', false] as const,
          ]) {
            if (listed.length === 0) continue;
            const taken = schema !== undefined && validate(schema, value).length === 0;
            const said = `${name}: the schema ${taken ? 'accepts' : 'refuses'} ${value}`;
            expectThat(answer, taken === fits, `${name}: ${listed.join(', ')}, and nothing else`, said);
          }
        }
      }
    },
  },
];
