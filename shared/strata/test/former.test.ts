import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readProgress, type StageProgress } from '../src/progress.ts';
import { notesSince } from '../src/release-notes.ts';
import { findSubject } from '../src/review/subject.ts';
import { keepSnapshot } from '../src/snapshot.ts';
import { Learner } from './learner.ts';

const learner = new Learner();
const HINTS = { 'auth.login': 2, 'paging.sort': 1 };
const PASSED = { passedAt: '2026-11-01T10:00:00.000Z', suite: '0.1.0+01234567' };

/** A learner who was in stage 08 when it was one, on its branch, with a tracker of their own. */
function wasIn08(noted: StageProgress): void {
  mkdirSync(learner.file('my/tracker'), { recursive: true });
  learner.write('my/tracker/stage.json', '{ "start": "node start.ts" }');
  learner.git('switch', '--quiet', '--create', 'stage/08-postgres');
  const stages = {
    '07-nextjs': { passedAt: '2026-10-01T10:00:00.000Z' },
    '08-postgres': { hints: HINTS, ...noted },
  };
  learner.write('my/progress.json', JSON.stringify({ version: 1, current: '08-postgres', stages }));
  learner.commit('feat(08): so far');
}

describe('a learner who passed stage 08 when it was one', () => {
  it('has passed its three parts, is told so once, and loses nothing', async () => {
    wasIn08(PASSED);
    const commit = keepSnapshot(learner.place, learner.file('my/tracker'), 'refs/strata/green/08-postgres');

    const first = await learner.strata([]);
    const second = await learner.strata([]);

    assert.equal(first.status, 0);
    assert.match(
      first.stderr,
      /Stage 08-postgres has become three: 08a-postgres, 08b-accounts and 08c-lists\./,
    );
    assert.match(first.stderr, /You have passed all of them with it.*strata upgrade/);
    assert.equal(second.stderr, '');
    assert.match(second.stdout, /✓ 08a .*passed with 08c/);
    assert.match(second.stdout, /▸ 08c .*passed 2026-11-01, you are here/);
    const { current, stages } = readProgress(learner.place);
    assert.equal(current, '08c-lists');
    assert.deepEqual(stages['08c-lists'], { hints: HINTS, ...PASSED });
    assert.deepEqual(stages['08a-postgres'], { passedWith: '08c-lists' });
    assert.equal('08-postgres' in stages, false);
    for (const name of ['08-postgres', '08c-lists'])
      assert.equal(learner.git('rev-parse', `refs/strata/green/${name}`), commit);
    assert.equal(learner.git('branch', '--show-current'), 'stage/08-postgres');
    assert.equal(learner.git('diff', 'HEAD', '--stat', '--', 'my/tracker'), '');
  });

  it('may read the solution and the discussion of each part', async () => {
    wasIn08(PASSED);

    const outcome = await learner.strata(['discuss', '08a']);

    assert.equal(outcome.status, 0, outcome.stderr);
  });
});

describe('a learner who had begun stage 08 when it was one', () => {
  for (const [failing, part, why] of [
    [undefined, '08a-postgres', 'nothing is known'],
    ['start', '08a-postgres', 'it did not even start'],
    ['auth.register', '08a-postgres', 'the first check of all failed'],
    ['auth.refresh', '08b-accounts', 'others about accounts passed before it'],
    ['paging.links', '08c-lists', 'others about pages passed before it'],
    ['no.such-check', '08a-postgres', 'the check is not there any more'],
  ] as const) {
    it(`and failed at ${failing ?? 'nothing yet'} stands in ${part}: ${why}`, async () => {
      wasIn08({ startedAt: '2026-11-01T10:00:00.000Z', ...(failing && { failing }) });

      const { status, stderr } = await learner.strata([]);

      assert.equal(status, 0);
      assert.ok(stderr.includes(`You stand in ${part}, as far as your tracker came`), stderr);
      const { current, stages } = readProgress(learner.place);
      assert.equal(current, part);
      assert.deepEqual(stages[part]?.hints, HINTS);
      assert.deepEqual(Object.keys(stages).sort(), ['07-nextjs', part]);
    });
  }

  it('goes on with `start`: a branch of the part, with the tracker as it is', async () => {
    wasIn08({ failing: 'auth.refresh' });

    const { status, stdout } = await learner.strata(['start', '08b']);

    assert.equal(status, 0);
    assert.match(stdout, /your own, continued/);
    assert.equal(learner.git('branch', '--show-current'), 'stage/08b-accounts');
    assert.equal(readFileSync(learner.file('my/tracker/stage.json'), 'utf8'), '{ "start": "node start.ts" }');
    assert.match(learner.git('branch', '--list', 'stage/08-postgres'), /stage\/08-postgres/);
  });
});

it('a progress that cannot be read is left as it is, and told by the command that needs it', async () => {
  mkdirSync(learner.file('my'), { recursive: true });
  learner.write('my/progress.json', '{ "08-postgres"');

  const { status, stderr } = await learner.strata([]);

  assert.equal(status, 1);
  assert.match(stderr, /my\/progress\.json cannot be used/);
  assert.equal(learner.read('my/progress.json'), '{ "08-postgres"');
});

it('whoever names stage 08 is told its parts', async () => {
  for (const word of ['08', '8', '08-postgres', 'stage/08-postgres']) {
    const { status, stderr } = await learner.strata(['start', word]);

    assert.equal(status, 2);
    assert.match(stderr, /has become three: 08a-postgres, 08b-accounts and 08c-lists\. Name one of them\./);
  }
});

it('a mentor who reviews the branch of stage 08 reviews the part where its learner stood', async () => {
  wasIn08({ failing: 'auth.refresh' });
  cpSync(learner.file('stages/07-nextjs/package.json'), learner.file('my/tracker/package.json'));
  learner.commit('feat(08): more');
  learner.git('switch', '--quiet', 'main');

  const subject = findSubject(learner.place, 'stage/08-postgres', undefined);

  assert.equal(subject.stage.name, '08b-accounts');
  assert.deepEqual(subject.progress.hints, HINTS);
  assert.notEqual(subject.base, undefined);
});

it('what changed in the checks is told from the version that was passed on, to the stages that it is about', () => {
  const { place } = learner;

  assert.match(notesSince(place, '02', '0.1.0').join('\n'), /That is a correction/);
  assert.match(notesSince(place, '08c', '0.1.0').join('\n'), /^Stage 08 has become three/);
  assert.equal(notesSince(place, '02', '0.1.0').join('').includes('has become three'), false);
  assert.deepEqual(notesSince(place, '02', '0.2.0'), []);
  assert.deepEqual(notesSince(place, '02', undefined), notesSince(place, '02', '0.1.0'));
});
