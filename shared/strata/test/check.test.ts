import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { describe, it } from 'node:test';
import { isAlive } from '@strata/conformance/process-table';
import { readProgress, stageProgress, updateProgress } from '../src/progress.ts';
import { beginningRef, keepSnapshot } from '../src/snapshot.ts';
import { ending, Learner, untilPrinted } from './learner.ts';

const learner = new Learner();
const ESCAPE = String.fromCharCode(27);

describe('strata check', () => {
  it('of an empty tracker fails at the first check, explains it and remembers which', async () => {
    await learner.strata(['start', '00']);

    const { status, stdout } = await learner.strata(['check']);

    assert.equal(status, 1);
    for (const part of ['sent', 'expected', 'came', 'why', 'again', 'hint'])
      assert.match(stdout, new RegExp(`^    ${part} `, 'm'));
    assert.match(stdout, /0 passed, 1 failed, \d+ waiting · \d\.\d s/);
    assert.ok(readProgress(learner.place).stages['00-cli']?.failing);
    assert.ok(!stdout.includes(ESCAPE), 'no colour in a pipe');
  });

  it('of a finished tracker passes, remembers it with the suite, and says what is next', async () => {
    await learner.strata(['start', '01']);

    const { status, stdout } = await learner.strata(['check', '00']);

    assert.equal(status, 0, stdout);
    assert.match(stdout, /\.\/strata discuss 00/);
    assert.match(stdout, /\.\/strata start 01/);
    const part = readProgress(learner.place).stages['00-cli'];
    assert.match(part?.passedAt ?? '', /^\d{4}-.*Z$/);
    assert.ok(part?.suite);
    assert.ok(learner.git('for-each-ref', 'refs/strata/green/00-cli'));
  });

  it('of a tracker that is still what the stage began with passes, and does not call the stage done', async () => {
    await learner.strata(['start', '01']);
    const tracker = learner.file('my/tracker');
    const beginning = keepSnapshot(learner.place, tracker, beginningRef('00-cli'));
    updateProgress(learner.place, (progress) => {
      stageProgress(progress, '00-cli').beginning = beginning;
    });

    const untouched = await learner.strata(['check', '00']);
    const before = readProgress(learner.place).stages['00-cli']?.passedAt;
    learner.write('my/tracker/README.md', 'What I changed.\n');
    const touched = await learner.strata(['check', '00']);

    assert.equal(untouched.status, 0, untouched.stdout);
    assert.match(untouched.stdout, /still as it was before this stage/);
    assert.equal(before, undefined);
    assert.match(touched.stdout, /Stage 00 is yours/);
    assert.ok(readProgress(learner.place).stages['00-cli']?.passedAt);
  });

  it('with --json prints one document and nothing else, for success and for failure', async () => {
    await learner.strata(['start', '00']);

    const failed = await learner.strata(['check', '--json', '--seed', '7']);
    const passed = await learner.strata(['check', '00', '--json', '--dir', 'stages/00-cli']);

    const document = JSON.parse(failed.stdout);
    assert.deepEqual(
      [failed.status, document.version, document.stage, document.seed, document.ok],
      [1, 1, '00', 7, false],
    );
    assert.equal(document.passed + document.failed + document.waiting, document.checks.length);
    assert.ok(document.checks[0].failure.why);
    assert.deepEqual([passed.status, JSON.parse(passed.stdout).ok, passed.stderr], [0, true, '']);
  });

  it('with --only a part of the suite does not count as passed', async () => {
    await learner.strata(['start', '01']);

    const { status, stdout } = await learner.strata(['check', '00', '--only', 'task']);

    assert.equal(status, 0, stdout);
    assert.equal(readProgress(learner.place).stages['00-cli']?.passedAt, undefined);
  });

  it('of a check that does not exist names the nearest, with status 2', async () => {
    await learner.strata(['start', '00']);

    const { status, stderr } = await learner.strata(['check', '--only', 'task.title-trimed']);

    assert.equal(status, 2);
    assert.match(stderr, /Did you mean task\.title-trimmed\?/);
  });

  it('of a tracker that cannot be started explains that in the same layout', async () => {
    await learner.strata(['start', '00']);
    learner.write('my/tracker/stage.json', '{ "start": "no-such-program" }');

    const { status, stdout } = await learner.strata(['check']);

    assert.equal(status, 1);
    assert.match(stdout, /✗ The tracker starts/);
    assert.match(stdout, /advice/);
  });

  it('from a folder inside writes commands as they are typed there', async () => {
    await learner.strata(['start', '00']);

    const { stdout } = await learner.strata(['check'], { cwd: learner.file('my/tracker/src') });

    assert.match(stdout, /hint {7}\.\.\/\.\.\/\.\.\/strata hint/);
  });

  it('under FORCE_COLOR is coloured even in a pipe', async () => {
    await learner.strata(['start', '00']);

    const { stdout } = await learner.strata(['check'], { env: { FORCE_COLOR: '1' } });

    assert.ok(stdout.includes(ESCAPE));
  });

  it('without a tracker or a stage says what to type', async () => {
    const nowhere = await learner.strata(['check']);
    const noTracker = await learner.strata(['check', '00']);

    assert.equal(nowhere.status, 2);
    assert.match(nowhere.stderr, /\.\/strata start 00/);
    assert.equal(noTracker.status, 1);
    assert.match(noTracker.stderr, /\.\/strata start 00/);
  });

  it('takes the stage from the branch when there is no progress', async () => {
    learner.git('switch', '--quiet', '--create', 'stage/00-cli');

    const { status, stdout } = await learner.strata(['check', '--dir', 'stages/00-cli']);

    assert.equal(status, 0);
    assert.match(stdout, /^Stage 00/);
  });

  it('interrupted ends at once with status 130 and leaves nothing running', async () => {
    await learner.strata(['start', '00']);
    const pidFile = learner.file('my/tracker/pid');
    learner.write('my/tracker/stage.json', '{ "start": "node src/hangs.js" }');
    learner.write(
      'my/tracker/src/hangs.js',
      `import { writeFileSync } from 'node:fs';
      writeFileSync(${JSON.stringify(pidFile)}, String(process.pid));
      setInterval(() => {}, 1000);`,
    );
    const child = learner.begin(['check']);
    const ended = ending(child);
    while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '')
      await new Promise((resolve) => setImmediate(resolve));

    child.kill('SIGINT');

    assert.equal((await ended).status, 130);
    assert.equal(isAlive(Number(readFileSync(pidFile, 'utf8'))), false);
  });
});

describe('strata check --watch', () => {
  it('gives a new verdict after a save by rename, as editors do it, and ends with Ctrl-C', async () => {
    await learner.strata(['start', '01']);
    const source = learner.read('my/tracker/src/cli.js');
    learner.write('my/tracker/src/cli.js', 'process.exitCode = 2;');
    const child = learner.begin(['check', '00', '--watch']);
    await untilPrinted(child, /watching for changes/);

    const verdict = untilPrinted(child, /\d+ passed · /);
    learner.write('.strata/saved-aside.js', source);
    renameSync(learner.file('.strata/saved-aside.js'), learner.file('my/tracker/src/cli.js'));
    await verdict;

    const ended = ending(child);
    child.kill('SIGINT');
    assert.equal((await ended).status, 130);
  });
});

describe('strata hint', () => {
  it('goes one level further each time, then points to the solution', async () => {
    await learner.strata(['start', '00']);
    await learner.strata(['check']);

    const outputs: string[] = [];
    for (let level = 0; level < 4; level++) outputs.push((await learner.strata(['hint'])).stdout);

    assert.match(outputs[0] ?? '', /1 of 3(?![\s\S]*2 of 3)/);
    assert.match(outputs[1] ?? '', /2 of 3(?![\s\S]*3 of 3)/);
    assert.match(outputs[2] ?? '', /3 of 3[\s\S]*\.\/strata solution 00/);
    assert.equal(outputs[3], outputs[2]);
    const { hints, failing = '' } = readProgress(learner.place).stages['00-cli'] ?? {};
    assert.deepEqual(hints, { [failing]: 3 });
  });

  it('after a start that failed says so, whatever failed before', async () => {
    await learner.strata(['start', '01']);
    await learner.strata(['check', '00']);
    learner.write('my/tracker/stage.json', '{ "start": "node src/nothing.js" }');
    const check = await learner.strata(['check']);

    const { status, stderr } = await learner.strata(['hint']);

    assert.match(check.stdout, /There is no src\/nothing\.js: check "start" in stage\.json/);
    assert.equal(status, 1);
    assert.match(stderr, /did not start/);
  });

  it('before any failure says to check first', async () => {
    const { status, stderr } = await learner.strata(['hint']);

    assert.equal(status, 1);
    assert.match(stderr, /\.\/strata check/);
    assert.ok(!readdirSync(learner.root).includes('my'));
  });
});
