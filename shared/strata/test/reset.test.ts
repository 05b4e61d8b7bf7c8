import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readProgress } from '../src/progress.ts';
import { moveToSaved } from '../src/put-away.ts';
import { Learner } from './learner.ts';

const learner = new Learner();

describe('strata reset', () => {
  it('brings back the beginning of the stage, uncommitted and untracked files too, and keeps the work', async () => {
    await learner.strata(['start', '00']);
    learner.commit('chore: begin');
    learner.write('my/tracker/src/cli.js', 'uncommitted at the start of 01');
    learner.write('my/tracker/untracked.txt', 'untracked at the start of 01');
    await learner.strata(['start', '01']);
    learner.write('my/tracker/src/cli.js', 'work of 01');
    learner.write('my/tracker/mine.txt', 'more work');
    rmSync(learner.file('my/tracker/untracked.txt'));

    const { status, stdout } = await learner.strata(['reset']);

    assert.equal(status, 0);
    assert.equal(learner.read('my/tracker/src/cli.js'), 'uncommitted at the start of 01');
    assert.equal(learner.read('my/tracker/untracked.txt'), 'untracked at the start of 01');
    assert.equal(existsSync(learner.file('my/tracker/mine.txt')), false);
    const [saved = ''] = readdirSync(learner.file('my/saved'));
    assert.ok(stdout.includes(`my/saved/${saved}`));
    assert.equal(learner.read(`my/saved/${saved}/src/cli.js`), 'work of 01');
    assert.equal(learner.read(`my/saved/${saved}/mine.txt`), 'more work');
  });

  it('of a tracker with a git repository of its own loses neither its files nor that repository', async () => {
    await learner.strata(['start', '00']);
    learner.git('init', '--quiet', 'my/tracker');
    learner.write('my/tracker/mine.txt', 'kept');
    await learner.strata(['start', '01']);

    const { status, stderr } = await learner.strata(['reset']);

    assert.equal(status, 0, stderr);
    assert.equal(learner.read('my/tracker/mine.txt'), 'kept');
    const [saved = ''] = readdirSync(learner.file('my/saved'));
    assert.ok(existsSync(learner.file(`my/saved/${saved}/.git`)));
  });

  it('in another clone, which does not have the beginning, says what to type and changes nothing', async () => {
    await learner.strata(['start', '00']);
    learner.git('update-ref', '-d', 'refs/strata/start/00-cli');
    learner.git('gc', '--quiet', '--prune=now');

    const { status, stderr } = await learner.strata(['reset']);

    assert.equal(status, 1);
    assert.match(stderr, /\.\/strata start 00 --from reference/);
    assert.ok(existsSync(learner.file('my/tracker/src/cli.js')));
    assert.equal(existsSync(learner.file('my/saved')), false);
  });

  it('before any stage says how to begin one', async () => {
    const { status, stderr } = await learner.strata(['reset']);

    assert.equal(status, 1);
    assert.match(stderr, /\.\/strata start 00/);
  });
});

describe('a progress file that cannot be used', () => {
  for (const [what, text] of [
    ['is not JSON', '{"version": 1, "stag'],
    ['has another shape', '{"version": 1, "stages": {"00-cli": {"hints": 3}}}'],
    ['holds the marks of a merge', '{\n<<<<<<< HEAD\n"version": 1\n=======\n>>>>>>> other\n}'],
    ['comes from a newer Strata', '{"version": 2, "stages": {}}'],
  ] as const) {
    it(`because it ${what} is refused and left as it is`, async () => {
      mkdirSync(learner.file('my'));
      learner.write('my/progress.json', text);

      for (const args of [[], ['check'], ['start', '00'], ['reset'], ['hint', 'task.title-trimmed']]) {
        const { status, stderr } = await learner.strata(args);
        assert.equal(status, 1, args.join(' '));
        assert.match(stderr, /my\/progress\.json cannot be used/);
        assert.doesNotMatch(stderr, /^\s+at /m);
      }

      assert.equal(learner.read('my/progress.json'), text);
      assert.equal(learner.git('branch', '--show-current'), 'main');
    });
  }

  it('is moved aside, not lost, by reset --progress', async () => {
    mkdirSync(learner.file('my'));
    learner.write('my/progress.json', 'broken');

    const { status } = await learner.strata(['reset', '--progress']);

    assert.equal(status, 0);
    assert.deepEqual(readProgress(learner.place), { version: 1, stages: {} });
    const [saved = ''] = readdirSync(learner.file('my/saved'));
    assert.equal(learner.read(`my/saved/${saved}`), 'broken');
  });
});

describe('moveToSaved', () => {
  it('twice in the same second gives two names', () => {
    const now = new Date();
    const saved = ['a', 'b', 'c'].map((text) => {
      mkdirSync(learner.file('my/tracker'), { recursive: true });
      learner.write('my/tracker/file', text);
      return moveToSaved(learner.place, learner.file('my/tracker'), '00-cli', now);
    });

    assert.equal(new Set(saved).size, 3);
    assert.deepEqual(readdirSync(learner.file('my/saved')).length, 3);
  });
});
