import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readProgress } from '../src/progress.ts';
import { Learner } from './learner.ts';

const learner = new Learner();

describe('strata start', () => {
  it('in a fresh clone makes the branch, an empty tracker and the progress, and says what to do next', async () => {
    const { status, stdout, stderr } = await learner.strata(['start', '0']);

    assert.equal(status, 0, stderr);
    assert.equal(learner.git('branch', '--show-current'), 'stage/00-cli');
    assert.deepEqual(readdirSync(learner.file('my/tracker')).sort(), [
      'ADR.md',
      'README.md',
      'package.json',
      'src',
      'stage.json',
    ]);
    assert.equal(readProgress(learner.place).current, '00-cli');
    assert.match(stdout, /\.\/strata feel 00/);
    assert.match(stdout, /\.\/strata check/);
  });

  it('of a later stage without a tracker begins from the reference before it, without its papers and its name', async () => {
    const { status, stdout } = await learner.strata(['start', '01-http']);

    assert.equal(status, 0);
    assert.equal(
      learner.read('my/tracker/src/tasks/task.js'),
      learner.read('stages/00-cli/src/tasks/task.js'),
    );
    assert.equal(JSON.parse(learner.read('my/tracker/package.json')).name, 'my-tracker');
    assert.deepEqual(JSON.parse(learner.read('my/tracker/stage.json')), { start: 'node src/cli.js' });
    assert.equal(existsSync(learner.file('my/tracker/DISCUSSION.md')), false);
    assert.match(learner.read('my/tracker/ADR.md'), /Status: proposed/);
    assert.match(
      stdout.replaceAll(/\s+/g, ' '),
      /say so in my\/tracker\/stage\.json: "start": "node src\/server\.js"/,
    );
  });

  it('of the next stage goes on with the tracker, files that git does not know included', async () => {
    await learner.strata(['start', '00']);
    learner.commit('chore: begin');
    learner.write('my/tracker/src/cli.js', 'changed');
    learner.write('my/tracker/notes.txt', 'new');

    const { status, stdout } = await learner.strata(['start', '01']);

    assert.equal(status, 0);
    assert.match(stdout, /your own, continued/);
    assert.equal(learner.read('my/tracker/src/cli.js'), 'changed');
    assert.equal(learner.read('my/tracker/notes.txt'), 'new');
    assert.equal(learner.git('branch', '--show-current'), 'stage/01-http');
  });

  it('from the reference puts the tracker away whole, ignored files too, and says where', async () => {
    await learner.strata(['start', '00']);
    mkdirSync(learner.file('my/tracker/node_modules'));
    learner.write('my/tracker/node_modules/x.js', 'installed');
    learner.write('my/tracker/.env', 'SECRET=1');

    const { status, stdout } = await learner.strata(['start', '01', '--from', 'reference']);

    assert.equal(status, 0);
    const [saved = ''] = readdirSync(learner.file('my/saved'));
    assert.match(saved, /^\d{4}-\d\d-\d\d-\d{6}-00-cli$/);
    assert.ok(stdout.includes(`my/saved/${saved}`));
    assert.equal(learner.read(`my/saved/${saved}/.env`), 'SECRET=1');
    assert.equal(learner.read(`my/saved/${saved}/node_modules/x.js`), 'installed');
    assert.equal(existsSync(learner.file('my/tracker/.env')), false);
  });

  it('when git refuses to switch shows what git says and changes nothing', async () => {
    await learner.strata(['start', '00']);
    learner.commit('chore: begin');
    await learner.strata(['start', '01']);
    learner.write('my/tracker/src/cli.js', 'committed in 01');
    learner.commit('feat(01): a change');
    learner.write('my/tracker/src/cli.js', 'not committed');
    const before = learner.read('my/progress.json');

    const { status, stderr } = await learner.strata(['start', '00']);

    assert.equal(status, 1);
    assert.match(stderr, /would be overwritten/);
    assert.match(stderr, /nothing was changed/);
    assert.doesNotMatch(stderr, /^\s+at /m);
    assert.equal(learner.git('branch', '--show-current'), 'stage/01-http');
    assert.equal(learner.read('my/tracker/src/cli.js'), 'not committed');
    assert.equal(learner.read('my/progress.json'), before);
  });

  it('never writes over an ignored file, which git would do without a word', async () => {
    await learner.strata(['start', '00']);
    learner.write('my/tracker/.env', 'committed in 00');
    learner.git('add', '--force', 'my/tracker/.env');
    learner.commit('chore: begin');
    await learner.strata(['start', '01']);
    learner.git('rm', '--quiet', '--cached', 'my/tracker/.env');
    learner.commit('fix(01): no secrets in git');
    learner.write('my/tracker/.env', 'a new secret');

    const { status, stderr } = await learner.strata(['start', '00']);

    assert.equal(learner.read('my/tracker/.env'), 'a new secret');
    assert.equal(status, 1);
    assert.match(stderr, /\.env/);
  });

  it('on a fork that commits my/ takes the progress along to the older branch', async () => {
    await learner.strata(['start', '00']);
    learner.commit('chore: begin');
    await learner.strata(['start', '01']);
    learner.commit('feat(01): begin');
    await learner.strata(['hint', 'task.title-trimmed']);

    const { status, stderr } = await learner.strata(['start', '00']);

    assert.equal(status, 0, stderr);
    const { current, stages } = readProgress(learner.place);
    assert.equal(current, '00-cli');
    assert.deepEqual(stages['01-http']?.hints, { 'task.title-trimmed': 1 });
  });

  it('in a second clone of a fork takes the branch from there, and does not invent a beginning', async () => {
    await learner.strata(['start', '00']);
    learner.commit('feat(00): begin');
    const { beginning } = readProgress(learner.place).stages['00-cli'] ?? {};
    learner.git('update-ref', 'refs/remotes/origin/stage/00-cli', 'HEAD');
    learner.git('config', 'remote.origin.url', '.');
    learner.git('config', 'remote.origin.fetch', '+refs/heads/*:refs/remotes/origin/*');
    learner.git('switch', '--quiet', 'main');
    learner.git('update-ref', '-d', 'refs/heads/stage/00-cli');
    learner.git('update-ref', '-d', 'refs/strata/start/00-cli');

    const { status, stdout, stderr } = await learner.strata(['start', '00']);

    assert.equal(status, 0, stderr);
    assert.match(stdout, /your own, continued/);
    assert.equal(readProgress(learner.place).stages['00-cli']?.beginning, beginning);
    assert.equal(learner.git('for-each-ref', 'refs/strata'), '');
  });

  it('a second time says so and keeps the beginning of the stage', async () => {
    await learner.strata(['start', '00']);
    const { stages } = readProgress(learner.place);
    learner.write('my/tracker/src/cli.js', 'changed');

    const { stdout } = await learner.strata(['start', '00']);

    assert.match(stdout, /You were in this stage before/);
    assert.deepEqual(readProgress(learner.place).stages, stages);
  });
});

describe('a stage that is not there', () => {
  it('is a wrong command line with the nearest name, and one to come is said to come', async () => {
    const unknown = await learner.strata(['start', '01-htp']);
    const planned = await learner.strata(['start', '14']);
    const command = await learner.strata(['strat', '01']);

    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /Did you mean 01-http\?/);
    assert.equal(planned.status, 1);
    assert.match(planned.stderr, /14-architecture is still to come/);
    assert.equal(command.status, 2);
    assert.match(command.stderr, /Did you mean start\?/);
    assert.equal(existsSync(learner.file('my')), false);
  });
});
