import type { Check } from '../src/check.ts';
import { show } from '../src/difference.ts';
import { expectThat } from '../src/expect.ts';
import type { Answer } from '../src/http.ts';
import type { Place } from '../src/openapi-document.ts';
import {
  emptyRequired,
  NO_OBJECTS,
  ownFields,
  unknownFields,
  wrongTexts,
  wrongTypes,
} from './invalid-bodies.ts';
import { changesOf, create, KINDS, LEADS, TASKS } from './kinds.ts';
import { readSchemas, requestSchema } from './openapi-subject.ts';
import { askForProblems } from './problems.ts';

/** What the document says about bodies, held against what the tracker does. */
export const openApiSchemaChecks: readonly Check[] = [
  {
    id: 'openapi.requests-accept',
    since: '02',
    capability: 'openapi',
    title: 'the documented schemas accept what the tracker accepts',
    why: 'Editors and generated clients refuse what the schema refuses, before your server even sees it.',
    hints: [
      'Which bodies are right? Would someone who knows only your schema agree?',
      'Look at the schemas of the request bodies: what is required, what may be null?',
      'Require title (or name) at creation and nothing in a change; let leadId, email and company be null.',
    ],
    async run(tracker) {
      const subject = await readSchemas(tracker);
      for (const kind of KINDS) {
        const { status: _, stage: __, ...full } = await changesOf(kind, tracker);
        const nulls = kind === TASKS ? { leadId: null } : { email: null, company: null };
        const changes = await changesOf(kind, tracker);
        const post = requestSchema(subject, 'POST', kind.path);
        const patch = requestSchema(subject, 'PATCH', `${kind.path}/{id}`);
        const minimal = kind.minimal(tracker.random);
        const bodies: [string, Place, object][] = [
          ...[minimal, full, { ...minimal, ...nulls }].map((json): [string, Place, object] => [
            'POST',
            post,
            json,
          ]),
          ...[changes, nulls, ...Object.entries(changes).map(([field, value]) => ({ [field]: value }))].map(
            (json): [string, Place, object] => ['PATCH', patch, json],
          ),
        ];
        for (const [method, schema, json] of bodies) {
          const wrong = subject.validate(schema, json);
          const expected = `the schema of ${method} for a ${kind.name} accepts ${show(json)}`;
          expectThat(subject.answer, wrong.length === 0, expected, wrong.join('\n'));
        }
      }
    },
  },
  {
    id: 'openapi.requests-refuse',
    since: '02',
    capability: 'openapi',
    title: 'the documented schemas refuse what the tracker refuses',
    why: 'Required fields, types, lengths, choices, nothing unknown: written once, a form can check them before it sends.',
    hints: [
      'Where do your rules stand? Is the documentation made from them, or written beside them?',
      'Look at the schemas of the request bodies for maxLength, enum, required and additionalProperties.',
      'Generate them from the rules your server validates with; each limit of the contract appears there.',
    ],
    async run(tracker) {
      const subject = await readSchemas(tracker);
      const { random } = tracker;
      for (const kind of KINDS) {
        const base = kind.minimal(random);
        const field = kind === TASKS ? 'status' : 'stage';
        const blank = emptyRequired(kind).filter(({ because }) => !because.endsWith('only blanks'));
        const both = [...blank, ...NO_OBJECTS];
        const created = [
          { json: {}, because: `${kind.required} is missing` },
          { json: { ...base, [field]: kind === TASKS ? 'todo' : 'new' }, because: `${field} cannot be sent` },
        ];
        const rules = (rest: object) => [
          ...wrongTypes(kind, rest),
          ...wrongTexts(kind, random, rest),
          ...unknownFields(rest),
          ...ownFields(kind, rest),
        ];
        const changed = [{ json: { [field]: 'dnoe' }, because: `dnoe is no ${field}` }];
        for (const [method, path, cases] of [
          ['POST', kind.path, [...created, ...both, ...rules(base)]],
          ['PATCH', `${kind.path}/{id}`, [...changed, ...both, ...rules({})]],
        ] as const) {
          const schema = requestSchema(subject, method, path);
          for (const { json, because } of cases) {
            const refused = subject.validate(schema, json).length > 0;
            const expected = `the schema of ${method} ${path} refuses this   (${because})`;
            expectThat(subject.answer, refused, expected, `it accepts ${show(json)}`);
          }
        }
      }
    },
  },
  {
    id: 'openapi.answers-match',
    since: '02',
    capability: 'openapi',
    title: 'the answers are what the document says they are',
    why: 'Documentation that is wrong is worse than none: people believe it.',
    hints: [
      'How would you notice that the documentation has become wrong?',
      'Look at the schemas of the answers: types, null, required, and the media type of the errors.',
      'Describe a task and a lead with all their fields, the lists as arrays of them, and errors as type, title, status, detail and errors.',
    ],
    async run(tracker) {
      const { answer: source, document, validate } = await readSchemas(tracker);
      const { request, random } = tracker;

      const expectDocumented = (answer: Answer): void => {
        const { method, path } = answer.exchange;
        const template = path.replace(/\?.*/, '').replace(/(?<=s\/).+/, '{id}');
        const where = `${method} ${template}, answer ${answer.status}`;
        const operation = document.operation(method, template);
        const response = operation && document.response(operation, answer.status);
        expectThat(source, response !== undefined, `${where}: documented`, 'it is not');
        if (answer.bytes.length === 0) return;
        const schema = document.schema(response, answer.mediaType);
        const content = Object.keys(Object(response?.value.content)).join(', ') || 'no content';
        expectThat(source, schema !== undefined, `${where}: a schema for ${answer.mediaType}`, content);
        const wrong = schema === undefined ? [] : validate(schema, answer.json());
        const came = [answer.came, ...wrong].join('\n');
        expectThat(answer, wrong.length === 0, `${where}: an answer that fits its schema`, came);
      };

      for (const kind of KINDS) {
        const { status: _, stage: __, ...full } = await changesOf(kind, tracker);
        const one = `${kind.path}/${(await create(request, kind, random)).id}`;
        expectDocumented(await request('POST', kind.path, { json: kind.minimal(random) }));
        expectDocumented(await request('POST', kind.path, { json: full }));
        expectDocumented(await request('GET', one));
        expectDocumented(await request('PATCH', one, { json: await changesOf(kind, tracker) }));
        expectDocumented(await request('GET', kind.path));
        expectDocumented(
          await request('PATCH', one, { json: kind === LEADS ? { stage: 'won' } : { status: 'done' } }),
        );
        expectDocumented(await request('GET', `${kind.path}?${kind === LEADS ? 'stage' : 'status'}=dnoe`));
        expectDocumented(await request('DELETE', one));
        for (const method of ['GET', 'PATCH', 'DELETE']) {
          const options = method === 'PATCH' ? { json: kind.minimal(random) } : {};
          expectDocumented(await request(method, one, options));
        }
      }
      const described = (await askForProblems(tracker)).filter(([, status]) => ![404, 405].includes(status));
      for (const [answer] of described) expectDocumented(answer);
    },
  },
  {
    id: 'openapi.examples',
    since: '02',
    capability: 'openapi',
    title: 'the documented example requests are accepted',
    why: 'Examples are what people copy first. One that does not work costs more trust than ten that are missing.',
    hints: [
      'Have you ever sent the examples of your own documentation?',
      'Look at example and examples of the request bodies and of their schemas.',
      'Mend the example, or leave it out: a document without examples is fine.',
    ],
    async run(tracker) {
      const subject = await readSchemas(tracker);
      const { request, random } = tracker;
      for (const kind of KINDS) {
        const { id: leadId } = await create(request, LEADS, random);
        const { id } = await create(request, kind, random);
        for (const [method, template, path] of [
          ['POST', kind.path, kind.path],
          ['PATCH', `${kind.path}/{id}`, `${kind.path}/${id}`],
        ] as const) {
          const schema = requestSchema(subject, method, template);
          const media = subject.document.walk(subject.document.operation(method, template), [
            'requestBody',
            'content',
            'application/json',
          ]);
          for (const example of examplesOf(media, schema)) {
            const json =
              typeof Object(example).leadId === 'number' ? { ...Object(example), leadId } : example;
            const answer = await request(method, path, { json });
            // A step of the pipeline is right in itself, wherever the lead stands.
            const right = answer.status === (method === 'POST' ? 201 : 200) || answer.status === 409;
            expectThat(answer, right, 'the documented example accepted');
          }
        }
      }
    },
  },
];

/** Every whole example that a media type and its schema give. */
function examplesOf(media: Place | undefined, schema: Place): unknown[] {
  const named: unknown[] = Object.values(Object(media?.value.examples));
  const values = named.map((one) => Object(one).value);
  const listed: unknown = schema.value.examples;
  const all = [
    media?.value.example,
    ...values,
    schema.value.example,
    ...(Array.isArray(listed) ? listed : []),
  ];
  return all.filter((one) => one !== undefined);
}
