import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readStages } from '../src/stages.ts';
import { Learner } from './learner.ts';

const learner = new Learner();
const names = readStages(learner.place).map(({ name }) => name);
const refs = (): string => learner.git('for-each-ref', '--format=%(refname) %(objectname)');
const tip = (name: string): string => learner.git('rev-parse', `refs/heads/${name}`);

describe('strata branches', () => {
  it('builds one commit a stage on top of the other, the tracker at the root, and nothing else changes', async () => {
    learner.write('stages/00-cli/src/cli.js', 'not committed');

    const { status, stdout, stderr } = await learner.strata(['branches']);

    assert.equal(status, 0, stderr);
    assert.match(stderr, /not committed in stages\/ is left out/);
    const chain = learner.git('log', '--reverse', '--format=%s', `stage/${names.at(-1)}`).split('\n');
    assert.equal(chain.length, names.length);
    assert.match(chain[1] ?? '', /^feat\(01\): an HTTP server by hand$/);
    for (const [index, name] of names.entries()) {
      assert.equal(
        tip(`stage/${name}`),
        learner.git('rev-parse', `stage/${names.at(-1)}~${names.length - 1 - index}`),
      );
      assert.equal(
        learner.git('rev-parse', `stage/${name}:src`),
        learner.git('rev-parse', `HEAD:stages/${name}/src`),
      );
      assert.ok(stdout.includes(`stage/${name}`));
    }
    assert.ok(learner.git('cat-file', '-e', 'stage/00-cli:.gitignore') === '');
    for (const name of names) {
      const files = learner.git('ls-tree', '--name-only', `stage/${name}`).split('\n');
      const carried = ['.dockerignore', '.npmrc', 'package-lock.json'].filter((file) => files.includes(file));
      assert.equal(carried.length, files.includes('Dockerfile') ? 3 : 0, name);
    }
    assert.ok(names.some((name) => learner.git('ls-tree', `stage/${name}`, 'Dockerfile') !== ''));
    assert.equal(learner.git('branch', '--show-current'), 'main');
    assert.equal(learner.git('status', '--porcelain'), ' M stages/00-cli/src/cli.js');
  });

  it('puts papers on a branch that lead nowhere else: pictures come along, other links are text', async () => {
    await learner.strata(['branches']);

    const paper = learner.git('show', 'stage/03-vanilla-ui:README.md');
    const others = names.filter((name) => /\]\(\.\.\//.test(learner.git('show', `stage/${name}:README.md`)));

    const [, picture = ''] = /!\[[^\]]+\]\((docs\/pictures\/03-[\w-]+\.png)\)/.exec(paper) ?? [];
    assert.equal(
      learner.git('rev-parse', `stage/03-vanilla-ui:${picture}`),
      learner.git('rev-parse', `HEAD:${picture}`),
    );
    assert.deepEqual(others, []);
    assert.match(learner.git('show', 'stage/01-http:README.md'), /stands as stage 00 says it/);
  });

  it('from the same folders gives the same commits, wherever they are in the history', async () => {
    await learner.strata(['branches']);
    const before = refs();
    learner.commit('chore: something else');
    for (const name of names) learner.git('branch', '--quiet', '-D', `stage/${name}`);

    await learner.strata(['branches'], {
      env: { TZ: 'Asia/Tokyo', GIT_AUTHOR_NAME: 'Somebody', GIT_COMMITTER_DATE: '2001-01-01T00:00:00' },
    });

    const stages = (text: string): string[] => text.split('\n').filter((line) => line.includes('/stage/'));
    assert.deepEqual(stages(refs()), stages(before));
  });

  it('with --check says which are not current, and changes nothing', async () => {
    const none = await learner.strata(['branches', '--check']);
    await learner.strata(['branches']);
    const good = await learner.strata(['branches', '--check']);
    learner.write('stages/01-http/src/cors.js', `${learner.read('stages/01-http/src/cors.js')}// changed\n`);
    learner.commit('fix(01): a change');
    const before = refs();
    const stale = await learner.strata(['branches', '--check']);

    assert.deepEqual([none.status, good.status, stale.status], [1, 0, 1]);
    assert.match(stale.stdout, /stage\/00-cli .* current/);
    assert.match(stale.stdout, /stage\/01-http .* not current/);
    assert.equal(refs(), before);
  });

  it('never moves a branch that is somebody’s own, or checked out; not even the others then', async () => {
    learner.git('branch', 'stage/02-express');
    const own = refs();
    const foreign = await learner.strata(['branches']);
    assert.equal(refs(), own);
    const beside = await learner.strata(['branches', '--prefix', 'reference/']);
    learner.git('switch', '--quiet', 'reference/00-cli');
    learner.git('switch', '--quiet', 'main');
    learner.git('branch', '--quiet', '-D', 'stage/02-express');
    await learner.strata(['branches']);
    learner.write('stages/00-cli/src/cors.js', '// new\n');
    learner.commit('feat(00): a change');
    learner.git('worktree', 'add', '--quiet', learner.file('.strata/tree'), 'stage/03-vanilla-ui');
    const open = await learner.strata(['branches']);
    learner.git('worktree', 'remove', '--force', learner.file('.strata/tree'));

    assert.deepEqual([foreign.status, beside.status, open.status], [1, 0, 1]);
    assert.match(foreign.stderr, /stage\/02-express is somebody's own work/);
    assert.match(open.stderr, /stage\/03-vanilla-ui is checked out/);
  });

  it('publishes them with a tag for the release, and again after a change, but not over a learner’s', async () => {
    const origin = learner.file('.strata/origin.git');
    rmSync(origin, { recursive: true, force: true });
    learner.git('init', '--quiet', '--bare', origin);
    const there = (): string => learner.git('ls-remote', origin);

    const first = await learner.strata(['branches', '--release', '--push', origin]);
    const published = there();
    learner.write('stages/00-cli/src/note.js', '// new\n');
    learner.commit('feat(00): a change');
    const released = await learner.strata(['branches', '--release', '--push', origin]);
    const second = await learner.strata(['branches', '--push', origin]);
    learner.git('push', '--quiet', '--force', origin, 'main:refs/heads/stage/01-http');
    const before = there();
    learner.write('stages/00-cli/src/note.js', '// newer\n');
    learner.commit('feat(00): another change');
    const refused = await learner.strata(['branches', '--push', origin]);

    assert.equal(first.status, 0, first.stderr);
    assert.match(published, /refs\/tags\/curriculum-\d+\.\d+\.\d+$/m);
    assert.equal(published.match(/refs\/heads\/stage\//g)?.length, names.length);
    assert.equal(released.status, 1);
    assert.match(released.stderr, /raise "version"/);
    assert.equal(second.status, 0, second.stderr);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /stage\/01-http on .* is somebody's own work/);
    assert.equal(there(), before);
  });
});
