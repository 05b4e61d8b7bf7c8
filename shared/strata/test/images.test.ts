import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';

// What can be known of images without building one.
const ROOT = path.join(import.meta.dirname, '..', '..', '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string; target: string };
  environment: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
  ports?: string[];
  volumes?: string[];
}

const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  read('docker-compose.yml'),
);
const services = Object.entries(compose.services);

function stagesOf(file: string): { name: string; instructions: { keyword: string; text: string }[] }[] {
  const stages: { name: string; instructions: { keyword: string; text: string }[] }[] = [];
  for (const instruction of DockerfileParser.parse(read(file)).getInstructions()) {
    const text = instruction.getTextContent().slice(instruction.getKeyword().length).trim();
    if (instruction.getKeyword() === 'FROM')
      stages.push({ name: text.split(/\s+as\s+/i)[1] ?? '', instructions: [] });
    stages.at(-1)?.instructions.push({ keyword: instruction.getKeyword(), text });
  }
  return stages;
}

describe('docker-compose.yml', () => {
  it('builds targets that the Dockerfiles have, with a pinned Node, not as root, and asks them how they are', () => {
    const pinned: { devDependencies: { node: string } } = JSON.parse(read('package.json'));
    for (const [name, { build }] of services) {
      if (build === undefined) continue;
      const stages = stagesOf(build.dockerfile);
      const last = stages.find((stage) => stage.name === build.target);
      assert.ok(last, `${name}: no target ${build.target}`);
      const keywords = last.instructions.map(({ keyword }) => keyword);
      assert.ok(keywords.includes('HEALTHCHECK') && keywords.includes('CMD'), name);
      assert.equal(last.instructions.find(({ keyword }) => keyword === 'USER')?.text, 'node', name);
      assert.match(
        stages[0]?.instructions[0]?.text ?? '',
        new RegExp(`^node:${pinned.devDependencies.node}-slim `),
      );
    }
  });

  it('copies only what is there', () => {
    for (const { build } of Object.values(compose.services)) {
      if (build === undefined) continue;
      const copies = stagesOf(build.dockerfile).flatMap(({ instructions }) =>
        instructions.filter(({ keyword, text }) => keyword === 'COPY' && !text.startsWith('--from')),
      );
      const sources = copies.flatMap(({ text }) => text.split(/\s+/).slice(0, -1));
      assert.deepEqual(
        sources.filter((source) => !existsSync(path.join(ROOT, source))),
        [],
      );
    }
  });

  it('holds no secret: each comes from outside, and its absence is told', () => {
    const secrets = services.flatMap(([, { environment }]) =>
      Object.entries(environment).filter(([key]) => /PASSWORD|SECRET|DATABASE_URL/.test(key)),
    );
    assert.ok(secrets.length >= 4);
    for (const [key, value] of secrets)
      assert.match(value, key === 'ADMIN_PASSWORD' ? /^\$\{ADMIN_PASSWORD:-\}$/ : /\$\{\w+:\?[^}]+\}/, key);
  });

  it('is reached from this machine alone, and starts each service when what it needs is well', () => {
    for (const [name, { ports = [], depends_on = {} }] of services) {
      for (const port of ports) assert.match(port, /^127\.0\.0\.1:/, name);
      for (const { condition } of Object.values(depends_on)) assert.equal(condition, 'service_healthy', name);
    }
  });

  it('keeps the data in a volume', () => {
    const { postgres } = compose.services;

    assert.ok(postgres?.healthcheck);
    assert.ok('data' in compose.volumes && postgres.volumes?.some((volume) => volume.startsWith('data:')));
  });

  it('serves the highest stage', () => {
    const highest = globSync('*/stage.json', { cwd: path.join(ROOT, 'stages') })
      .sort()
      .at(-1);

    for (const { build } of Object.values(compose.services))
      if (build) assert.equal(build.dockerfile, `stages/${path.dirname(highest ?? '')}/Dockerfile`);
  });
});

it('the builder gets no secrets, no history and nothing that was built here', () => {
  const rules = read('.dockerignore').split('\n');

  assert.equal(
    rules.find((rule) => rule !== '' && !rule.startsWith('#')),
    '*',
  );
  for (const rule of ['**/node_modules', '**/.env', '**/.next', '**/generated'])
    assert.ok(rules.includes(rule), rule);
});
