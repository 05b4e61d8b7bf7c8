import assert from 'node:assert/strict';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readStages } from '../src/stages.ts';
import { Learner } from './learner.ts';

const learner = new Learner();

// Three stages of a few lines: what the real ones hold must not matter here.
function makeStages(
  layers: Record<string, { files: Record<string, string>; moved?: Record<string, string> }>,
): void {
  rmSync(learner.file('stages'), { recursive: true });
  for (const [name, { files, moved = {} }] of Object.entries(layers)) {
    mkdirSync(learner.file(`stages/${name}/src`), { recursive: true });
    const touches = { added: [], changed: [], removed: [], moved };
    const manifest = {
      number: name.slice(0, 2),
      title: name,
      days: '1',
      start: 'node src/x.js',
      capabilities: [],
      touches,
    };
    learner.write(`stages/${name}/stage.json`, JSON.stringify(manifest));
    for (const [file, text] of Object.entries(files)) learner.write(`stages/${name}/${file}`, text);
  }
  learner.commit('chore: three small stages');
}

const lines = (...words: string[]): string => `${words.join('\n')}\n`;
const BASE = lines('one', 'two', 'three', 'four', 'five', 'six', 'seven');
const GROWN = lines('one', 'two', 'three', 'four', 'five', 'six', 'seven, grown');

describe('strata carry', () => {
  it('of a fix in the first stage changes the same line in every later one, other changes kept', async () => {
    makeStages({
      '00-a': { files: { 'src/rule.js': BASE } },
      '01-b': { files: { 'src/rule.js': GROWN } },
      '02-c': { files: { 'src/rule.js': GROWN } },
    });
    learner.write('stages/00-a/src/rule.js', BASE.replace('two', 'two, fixed'));

    const { status, stdout } = await learner.strata(['carry', '00']);

    assert.equal(status, 0, stdout);
    assert.equal(learner.read('stages/01-b/src/rule.js'), GROWN.replace('two', 'two, fixed'));
    assert.equal(learner.read('stages/02-c/src/rule.js'), GROWN.replace('two', 'two, fixed'));
  });

  it('of a fix in a real reference reaches the later stages that have the file', async () => {
    const fixed = `${learner.read('stages/00-cli/src/errors.js')}// fixed\n`;
    learner.write('stages/00-cli/src/errors.js', fixed);

    const { status, stdout } = await learner.strata(['carry', '00']);

    assert.equal(status, 0, stdout);
    for (const stage of readStages(learner.place)) {
      const file = stage.name < '05' ? 'errors.js' : 'errors.ts';
      assert.match(learner.read(`stages/${stage.name}/src/${file}`), /\n\/\/ fixed\n$/);
    }
  });

  it('follows a file that moved, adds a new one, removes a removed one, skips one that a stage dropped', async () => {
    makeStages({
      '00-a': { files: { 'src/old.js': BASE, 'src/gone.js': BASE, 'src/removed.js': BASE } },
      '01-b': {
        files: { 'src/new.js': GROWN, 'src/removed.js': BASE },
        moved: { 'src/old.js': 'src/new.js' },
      },
      '02-c': { files: { 'src/new.js': GROWN, 'src/removed.js': BASE } },
    });
    for (const file of ['old', 'gone'])
      learner.write(`stages/00-a/src/${file}.js`, BASE.replace('two', 'two, fixed'));
    learner.write('stages/00-a/src/fresh.js', 'fresh\n');
    rmSync(learner.file('stages/00-a/src/removed.js'));

    const { status, stdout } = await learner.strata(['carry', '00']);

    assert.equal(status, 0, stdout);
    assert.equal(learner.read('stages/02-c/src/new.js'), GROWN.replace('two', 'two, fixed'));
    assert.equal(learner.read('stages/02-c/src/fresh.js'), 'fresh\n');
    assert.ok(!existsSync(learner.file('stages/01-b/src/removed.js')));
    assert.ok(!existsSync(learner.file('stages/02-c/src/removed.js')));
    assert.ok(!existsSync(learner.file('stages/01-b/src/gone.js')));
    assert.match(stdout, /src\/gone\.js: skipped/);
  });

  it('stops at a conflict with the stages before it done, and goes on from there once it is resolved', async () => {
    const other = BASE.replace('two', 'two, otherwise');
    makeStages({
      '00-a': { files: { 'src/rule.js': BASE, 'src/zero.js': BASE } },
      '01-b': { files: { 'src/rule.js': GROWN, 'src/zero.js': BASE } },
      '02-c': { files: { 'src/rule.js': other, 'src/zero.js': BASE } },
      '03-d': { files: { 'src/rule.js': other, 'src/zero.js': BASE } },
    });
    const fixed = 'two, fixed';
    for (const file of ['rule', 'zero'])
      learner.write(`stages/00-a/src/${file}.js`, BASE.replace('two', fixed));

    const stopped = await learner.strata(['carry', '00']);

    assert.equal(stopped.status, 1);
    assert.match(stopped.stderr, /stages\/02-c\/src\/rule\.js/);
    assert.match(stopped.stderr, /\.\/strata carry 02/);
    assert.equal(learner.read('stages/01-b/src/rule.js'), GROWN.replace('two', fixed));
    assert.equal(learner.read('stages/02-c/src/zero.js'), BASE.replace('two', fixed));
    assert.match(learner.read('stages/02-c/src/rule.js'), /^<{7} .*\n[\s\S]*^>{7} /m);
    assert.equal(learner.read('stages/03-d/src/rule.js'), other);

    const refused = await learner.strata(['carry', '02']);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /not resolved/);

    learner.write('stages/02-c/src/rule.js', other.replace('otherwise', 'fixed otherwise'));
    const resumed = await learner.strata(['carry', '02']);
    assert.equal(resumed.status, 0, resumed.stderr);
    assert.equal(learner.read('stages/03-d/src/rule.js'), other.replace('otherwise', 'fixed otherwise'));
    assert.equal(learner.read('stages/03-d/src/zero.js'), BASE.replace('two', fixed));
  });

  it('since a commit carries what was committed after it; without a difference it says so', async () => {
    const files = { 'src/rule.js': BASE };
    makeStages({ '00-a': { files }, '01-b': { files } });
    const nothing = await learner.strata(['carry', '00']);
    learner.write('stages/00-a/src/rule.js', BASE.replace('two', 'two, fixed'));
    learner.write('stages/00-a/src/fresh.js', 'fresh\n');
    learner.commit('fix(00): two');

    const { status } = await learner.strata(['carry', '00', '--since', 'HEAD~1']);
    const unknown = await learner.strata(['carry', '00', '--since', 'nowhere']);

    assert.match(nothing.stdout, /Nothing in stage 00-a differs/);
    assert.equal(status, 0);
    assert.equal(learner.read('stages/01-b/src/rule.js'), BASE.replace('two', 'two, fixed'));
    assert.equal(learner.read('stages/01-b/src/fresh.js'), 'fresh\n');
    assert.equal(unknown.status, 2);
  });
});
