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
  build?: { context: string; dockerfile: string; target: string; args?: Record<string, string> };
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

// Whatever a Dockerfile copies out of what the builder was given, where a stage lies in that folder.
function copiedBy(file: string, stage: string): string[] {
  const copies = stagesOf(file).flatMap(({ instructions }) =>
    instructions.filter(({ keyword, text }) => keyword === 'COPY' && !text.startsWith('--from')),
  );
  const sources = copies.flatMap(({ text }) =>
    text
      .split(/\s+/)
      .filter((word) => !word.startsWith('--'))
      .slice(0, -1),
  );
  return sources.map((source) => path.posix.normalize(source.replaceAll(/\$\{STAGE\}|\$STAGE\b/g, stage)));
}

const withImage = globSync('*/Dockerfile', { cwd: path.join(ROOT, 'stages') })
  .map(path.dirname)
  .sort();

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

  it('says which stage it is made of', () => {
    for (const [name, { build }] of services)
      if (build) assert.equal(build.args?.STAGE, path.posix.dirname(build.dockerfile), name);
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

    for (const { build } of Object.values(compose.services)) {
      if (build) assert.equal(build.dockerfile, `stages/${path.dirname(highest ?? '')}/Dockerfile`);
    }
  });

  it('asks for nothing that .env.example does not name', () => {
    const asked = read('docker-compose.yml').matchAll(/\$\{(\w+)/g);
    const named = read('.env.example').matchAll(/^(\w+)=/gm);

    assert.deepEqual(
      new Set([...named].map(([, name]) => name)),
      new Set([...asked].map(([, name]) => name)),
    );
  });
});

describe('the images of a stage', () => {
  for (const name of withImage) {
    const file = `stages/${name}/Dockerfile`;

    it(`of ${name} copy only what is there, from the repository and from the branch of the stage`, () => {
      const missing = (folder: string, sources: string[]): string[] =>
        sources.filter((source) => !existsSync(path.join(ROOT, folder, source)));

      assert.ok(/^(#.*\n|\s)*ARG STAGE=\.\n/.test(read(file)), 'ARG STAGE=. before the first FROM');
      assert.deepEqual(missing('.', copiedBy(file, `stages/${name}`)), []);
      const carried = ['package-lock.json', '.npmrc', '.dockerignore'];
      const onBranch = copiedBy(file, '.').filter((source) => !carried.includes(source));
      assert.deepEqual(missing(`stages/${name}`, onBranch), []);
    });
  }

  it('are there from the stage on that has a database', () => {
    assert.deepEqual(
      withImage,
      globSync('*/prisma', { cwd: path.join(ROOT, 'stages') })
        .map(path.dirname)
        .sort(),
    );
  });
});

it('an image is built of a project of its own as it is, and no layer of it deletes what another one holds', () => {
  const files = globSync('stages/*/Dockerfile', { cwd: ROOT });

  assert.ok(files.length > 0);
  for (const file of files) {
    assert.match(read(file), /^ARG STAGE=\.$/m, file);
    for (const { name, instructions } of stagesOf(file).filter(({ name }) =>
      ['api', 'page'].includes(name),
    )) {
      const runs = instructions.filter(({ keyword }) => keyword === 'RUN');
      assert.deepEqual(runs, [], `${file}: ${name}`);
    }
  }
});

it('the builder gets no secrets, no history and nothing that was built here', () => {
  const rules = read('.dockerignore').split('\n');

  assert.equal(
    rules.find((rule) => rule !== '' && !rule.startsWith('#')),
    '*',
  );
  for (const rule of ['**/node_modules', '**/.env*', '**/.next', '**/generated'])
    assert.ok(rules.includes(rule), rule);
});
