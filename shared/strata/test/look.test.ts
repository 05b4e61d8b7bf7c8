import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { totalDays } from '../src/commands/map.ts';
import { readProgress, stageProgress, updateProgress } from '../src/progress.ts';
import { nearest } from '../src/suggest.ts';
import { ending, Learner } from './learner.ts';

const learner = new Learner();

describe('the map', () => {
  it('shows every stage of the course with its days, their sum, and what to type first', async () => {
    const { status, stdout } = await learner.strata([]);

    assert.equal(status, 0);
    assert.equal(stdout.match(/^ {2}[○·▸✓] \d\d[a-c]? /gm)?.length, 18);
    assert.match(stdout, /29–45 days/);
    assert.match(stdout, /14 .*to come/);
    assert.match(stdout, /Next: \.\/strata start 00/);
  });

  it('shows where the learner is, and what they passed', async () => {
    await learner.strata(['start', '00']);
    updateProgress(learner.place, (progress) => {
      stageProgress(progress, '00-cli').passedAt = '2026-01-02T03:04:05.678Z';
    });

    const { stdout } = await learner.strata([], { cwd: learner.file('my') });

    assert.match(stdout, /00 .*passed 2026-01-02, you are here/);
    assert.match(stdout, /Next: \.\.\/strata start 01/);
  });

  it('into a pipe that closes early ends without a complaint', async () => {
    const child = learner.begin(['diff', '00', '01']);
    child.stdout?.once('data', () => child.stdout?.destroy());

    const { stderr } = await ending(child);

    assert.equal(stderr, '');
  });
});

describe('strata --help', () => {
  it('groups the commands by person, explains each, and ends with status 0', async () => {
    const { status, stdout } = await learner.strata(['--help']);
    const check = await learner.strata(['check', '--help']);

    assert.equal(status, 0);
    for (const person of ['learner', 'everyone', 'maintainer'])
      assert.match(stdout, new RegExp(`^For .*${person}`, 'm'));
    for (const file of readdirSync(learner.file('shared/strata/src/commands'))) {
      if (file !== 'map.ts') assert.match(stdout, new RegExp(`^  ${file.replace('.ts', '')} `, 'm'));
    }
    assert.equal(check.status, 0);
    assert.match(check.stdout, /--watch/);
  });

  it('is what a wrong option is answered with, on standard error and with status 2', async () => {
    const { status, stdout, stderr } = await learner.strata(['check', '--wach']);

    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /Did you mean --watch\?/);
    assert.match(stderr, /\.\/strata --help/);
  });
});

describe('strata diff', () => {
  it('shows the layer without papers and package names, and writes nothing to the repository', async () => {
    const objects = learner.git('count-objects');

    const { status, stdout } = await learner.strata(['diff', '00']);

    assert.equal(status, 0);
    assert.match(stdout, /00-cli → 01-http/);
    assert.match(stdout, /^diff --git a\/src\/app\.js b\/src\/app\.js$/m);
    assert.match(stdout, /files changed/);
    assert.doesNotMatch(stdout, /README\.md|stage\.json|@strata\/0/);
    assert.equal(learner.git('count-objects'), objects);
    assert.equal(learner.git('status', '--porcelain'), '');
  });
});

describe('strata solution and strata discuss', () => {
  it('before the stage is passed are refused in a pipe without --yes', async () => {
    const list = await learner.strata(['solution', '00']);
    const answers = await learner.strata(['discuss', '00']);
    const agreed = await learner.strata(['solution', '00', 'task.js', '--yes']);

    assert.deepEqual([list.status, list.stdout, answers.status, answers.stdout], [1, '', 1, '']);
    assert.match(list.stderr, /--yes/);
    assert.equal(agreed.stdout, learner.read('stages/00-cli/src/tasks/task.js'));
  });

  it('after it is passed are free, and a file that is not there is answered with the nearest', async () => {
    await learner.strata(['start', '00']);
    updateProgress(learner.place, (progress) => {
      stageProgress(progress, '00-cli').passedAt = new Date().toISOString();
    });

    const list = await learner.strata(['solution', '00']);
    const wrong = await learner.strata(['solution', '00', 'src/tasks/tsk.js']);

    assert.equal(list.status, 0);
    assert.match(list.stdout, /\d+ lines {2}src\/tasks\/task\.js/);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /Did you mean src\/tasks\/task\.js\?/);
    assert.ok(readProgress(learner.place).current);
  });
});

describe('strata doctor', () => {
  it('lists what it looked at, ends with 1 for a progress that cannot be used, and says what to do', async () => {
    const well = await learner.strata(['doctor']);
    await learner.strata(['start', '00']);
    writeFileSync(learner.file('my/progress.json'), '{');
    const ill = await learner.strata(['doctor']);

    assert.equal(well.status, 0, well.stdout);
    for (const what of ['pinned Node', 'npm', 'git', 'packages', 'disk', 'port 3000', 'my/'])
      assert.ok(well.stdout.includes(what), what);
    assert.equal(ill.status, 1);
    assert.match(ill.stdout, /✗ my\/[\s\S]*\.\/strata reset --progress/);
  });
});

describe('totalDays', () => {
  it('adds up ranges and single days', () => {
    const stage = { name: '00-a', number: '00', title: 'A' };
    assert.equal(
      totalDays([
        { ...stage, days: '1–2' },
        { ...stage, days: '3' },
      ]),
      '4–5',
    );
    assert.equal(
      totalDays([
        { ...stage, days: '1' },
        { ...stage, days: '3' },
      ]),
      '4',
    );
  });
});

describe('nearest', () => {
  it('finds a slip of the finger, and nothing where nothing is near', () => {
    assert.equal(nearest('chekc', ['check', 'carry']), 'check');
    assert.equal(nearest('01-htpp', ['00-cli', '01-http']), '01-http');
    assert.equal(nearest('xyzzy', ['check', 'carry']), undefined);
  });
});
