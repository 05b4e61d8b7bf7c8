import assert from 'node:assert/strict';
import { cpSync, rmSync } from 'node:fs';
import { it } from 'node:test';
import { readProgress } from '../src/progress.ts';
import { Learner } from './learner.ts';

const learner = new Learner();
const CHECKS = 'shared/conformance/checks/tasks-text.ts';

// Stage 00, passed with the reference.
async function passed(): Promise<void> {
  await learner.strata(['start', '00']);
  rmSync(learner.file('my/tracker'), { recursive: true });
  cpSync(learner.file('stages/00-cli'), learner.file('my/tracker'), { recursive: true });
  learner.commit('feat(00): all of it');
  const { status, stdout } = await learner.strata(['check']);
  assert.equal(status, 0, stdout);
  learner.commit('chore: passed');
}

it('strata upgrade, when no check changed, says that nothing is affected', async () => {
  await passed();
  learner.write('docs/learner.md', 'other words');

  const { status, stdout } = await learner.strata(['upgrade', '--dry-run']);

  assert.equal(status, 0);
  assert.match(stdout, /Of 1 passed stage, none is affected/);
  assert.match(readProgress(learner.place).stages['00-cli']?.suite ?? '', /^\d+\.\d+\.\d+\+[0-9a-f]{8}$/);
});

it('strata upgrade tells a check that is new, one that is gone, and that the tracker still passes; remembers only when told', async () => {
  await passed();
  learner.write(CHECKS, learner.read(CHECKS).replaceAll("'task.title-trimmed'", "'task.title-tidy'"));
  learner.commit('feat(conformance): another name');
  const [before, tracker] = [learner.read('my/progress.json'), learner.git('rev-parse', 'HEAD:my/tracker')];

  const dry = await learner.strata(['upgrade', '--dry-run']);
  const untouched = learner.read('my/progress.json');
  const real = await learner.strata(['upgrade']);
  const again = await learner.strata(['upgrade']);

  assert.equal(dry.status, 0, dry.stderr);
  assert.match(dry.stdout, /new +task\.title-tidy/);
  assert.match(dry.stdout, /gone +task\.title-trimmed/);
  assert.match(dry.stdout, /as it passed, passes these checks too/);
  assert.equal(untouched, before);
  assert.equal(real.status, 0);
  assert.match(again.stdout, /Of 1 passed stage, none is affected/);
  assert.equal(learner.git('rev-parse', 'HEAD:my/tracker'), tracker);
  assert.equal(learner.git('status', '--porcelain'), ' M my/progress.json');
});

it('strata upgrade says where a tracker that passed fails now, and does not call it passed with the new checks', async () => {
  await passed();
  const text = learner.read(CHECKS);
  const at = text.indexOf('async run(', text.indexOf("id: 'task.title-trimmed'"));
  const body = text.indexOf('{', text.indexOf(')', at)) + 1;
  const refuse = "\n    throw new Failure({ expected: 'a title in capitals', came: 'another' });";
  learner.write(
    CHECKS,
    `import { Failure } from '../src/failure.ts';\n${text.slice(0, body)}${refuse}${text.slice(body)}`,
  );
  const { suite } = readProgress(learner.place).stages['00-cli'] ?? {};

  const { status, stdout } = await learner.strata(['upgrade']);

  assert.equal(status, 1);
  assert.match(stdout, /changed +task\.title-trimmed/);
  assert.match(stdout, /it fails at task\.title-trimmed/);
  assert.match(stdout, /\.\/strata start 00, then \.\/strata check/);
  assert.equal(readProgress(learner.place).stages['00-cli']?.suite, suite);
});

it('strata upgrade says in words what changed in the checks since the version that was passed', async () => {
  await passed();
  const progress = learner.read('my/progress.json');
  learner.write('my/progress.json', progress.replace(/"suite": "[^"]+"/, '"suite": "0.1.0+01234567"'));

  const { status, stdout } = await learner.strata(['upgrade', '--dry-run']);

  assert.equal(status, 0);
  const words = stdout.replaceAll(/\s+/g, ' ');
  assert.match(words, /passed with suite 0\.1\.0\+01234567; now it is 0\.2\.0/);
  assert.match(words, /Text is judged more strictly\. That is a correction/);
  assert.doesNotMatch(words, /Stage 08 has become three/);
});
