import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { findStage } from '../src/stages.ts';
import type { Proof } from '../src/verify/proof.ts';
import { proveIdentity } from '../src/verify/prove-identity.ts';
import { proveManifest } from '../src/verify/prove-manifest.ts';
import { provePapers } from '../src/verify/prove-papers.ts';
import { proveSubmissions } from '../src/verify/prove-submissions.ts';
import { readCommands, treatmentOf } from '../src/verify/shell-blocks.ts';
import { Learner } from './learner.ts';

const learner = new Learner();
const stage = (word: string) => findStage(learner.place, word);

describe('the identity rule', () => {
  it('holds for the references, and is broken by a change, a file and a declaration that are not true', () => {
    const whole = proveIdentity(learner.place, stage('01'));
    appendFileSync(learner.file('stages/01-http/src/tasks/task.js'), '// changed\n');
    learner.write('stages/01-http/src/extra.js', '');
    const manifest = JSON.parse(learner.read('stages/01-http/stage.json'));
    manifest.touches.changed.push('src/leads/lead.js');
    learner.write('stages/01-http/stage.json', JSON.stringify(manifest));

    const broken = proveIdentity(learner.place, stage('01'));

    assert.deepEqual(whole?.problems, []);
    assert.deepEqual(broken?.problems.toSorted(), [
      'added without a word in "touches": src/extra.js',
      'changed without a word in "touches": src/tasks/task.js',
      'declared as changed, but the same: src/leads/lead.js',
    ]);
  });
});

describe('the manifest and the papers', () => {
  it('of a stage are compared with its folder, the curriculum and the parts of a brief', () => {
    const manifest = JSON.parse(learner.read('stages/01-http/stage.json'));
    learner.write('stages/01-http/stage.json', JSON.stringify({ ...manifest, number: '02', days: '9' }));
    learner.write('stages/01-http/README.md', '# 01\n\n## What you build\n\n## The problem you feel\n');

    const { problems } = proveManifest(learner.place, stage('01'));
    const papers = provePapers(stage('01'));

    assert.match(problems.join('\n'), /"number" is 02/);
    assert.match(problems.join('\n'), /"days" is 9, the curriculum says 1–2/);
    assert.match(papers.problems[0] ?? '', /the parts of README\.md are:/);
  });
});

describe('a known-bad submission', () => {
  const folder = 'shared/conformance/bad/00-cli';
  const patch = (caughtBy: string): string => {
    const [first = '', second = ''] = learner.read('stages/00-cli/src/tasks/task.js').split('\n');
    const file = 'src/tasks/task.js';
    return `A task is a mistake.\ncaught-by: ${caughtBy}\n--- a/${file}\n+++ b/${file}\n@@ -1,2 +1,3 @@\n+throw new Error('broken');\n ${first}\n ${second}\n`;
  };
  const prove = async (update: boolean): Promise<Proof[]> => {
    const proofs: Proof[] = [];
    for await (const proof of proveSubmissions(learner.place, stage('00'), { update, thorough: false }))
      proofs.push(proof);
    return proofs;
  };
  const only = (text: string): void => {
    rmSync(learner.file(folder), { recursive: true, force: true });
    mkdirSync(learner.file(folder), { recursive: true });
    learner.write(`${folder}/broken.patch`, text);
  };

  it('without a transcript fails, is recorded with --update, and then holds until the words change', async () => {
    only(patch('start.exited'));

    const [missing] = await prove(false);
    const [updated] = await prove(true);
    const [recorded] = await prove(false);
    const text = learner.read(`${folder}/broken.txt`);
    appendFileSync(learner.file(`${folder}/broken.txt`), 'other words\n');
    const [changed] = await prove(false);

    assert.match(missing?.problems[0] ?? '', /there is no transcript/);
    assert.deepEqual([updated?.problems, recorded?.problems], [[], []]);
    assert.match(text, /Error: broken/);
    assert.doesNotMatch(text, /learner-|bad-\w{6}|ștrata/);
    assert.match(changed?.problems[0] ?? '', /something else/);
  });

  it('that another check catches, or whose patch no longer fits, fails', async () => {
    only(patch('task.title-trimmed'));
    const [otherwise] = await prove(false);
    only(patch('start.exited').replace(/^ .*\n ?$/m, ' no such line\n'));
    const [unfit] = await prove(false);

    assert.match(
      otherwise?.problems[0] ?? '',
      /caught by start\.exited, and should be by task\.title-trimmed/,
    );
    assert.match(unfit?.problems[0] ?? '', /no longer fits/);
    assert.equal(existsSync(learner.file('.strata/tmp/bad')), false);
  });
});

describe('the commands of a README', () => {
  it('are the lines of its sh blocks, without comments and prompts', () => {
    const markdown =
      'Text\n\n```sh\n# a comment\n./strata start 01   # begin\n$ curl -i \\\n  localhost:3000\n```\n\n```js\nx\n```\n';

    assert.deepEqual(readCommands(markdown), ['./strata start 01', 'curl -i localhost:3000']);
  });

  it('are run, served, watched or looked up, by what they are', () => {
    assert.equal(treatmentOf('./strata feel 01'), 'exists');
    assert.equal(treatmentOf('./strata check --watch'), 'watch');
    assert.equal(treatmentOf('./strata serve my'), 'serve');
    assert.equal(treatmentOf('node src/server.js'), 'serve');
    assert.equal(treatmentOf('npm test'), 'run');
    assert.equal(treatmentOf('npm test -w stages/01-http'), 'exists');
    assert.equal(treatmentOf('./strata serve 00 -- list'), 'run');
  });
});
