import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, it } from 'node:test';
import { findStage } from '../src/stages.ts';
import { anchorsOf, deadLinks } from '../src/verify/links.ts';
import type { Proof } from '../src/verify/proof.ts';
import { proveBeginning } from '../src/verify/prove-beginning.ts';
import { proveFiles } from '../src/verify/prove-files.ts';
import { proveIdentity } from '../src/verify/prove-identity.ts';
import { proveManifest } from '../src/verify/prove-manifest.ts';
import { provePackages } from '../src/verify/prove-packages.ts';
import { provePapers } from '../src/verify/prove-papers.ts';
import { proveSubmissions } from '../src/verify/prove-submissions.ts';
import { proveTexts } from '../src/verify/prove-texts.ts';
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

describe('what a stage’s author can get wrong', () => {
  const change = (file: string, from: string | RegExp, to: string): void =>
    learner.write(file, learner.read(file).replace(from, to));
  const texts = (word: string): string[] =>
    proveTexts(learner.place, stage(word)).flatMap(({ problems }) => problems);

  it('links, anchors, titles, answers and figures are told when they are not true', () => {
    change(
      'stages/01-http/README.md',
      /$/,
      '\n[a](../no-such.md) [b](#run-it-check-it) [c](ADR.md#nowhere)\n',
    );
    change('stages/01-http/README.md', '# 01 · An HTTP server by hand', '# 01 · A server');
    change('stages/01-http/DISCUSSION.md', '## What happens on invalid JSON', '## What happens on bad JSON');
    change('stages/01-http/ADR.md', /\d+ lines added/, '9 lines added');

    const problems = texts('01');

    assert.equal(problems.length, 5, problems.join('\n'));
    assert.match(problems[0] ?? '', /links to \.\.\/no-such\.md: that is not there/);
    assert.match(problems[1] ?? '', /links to ADR\.md#nowhere: that document has no such heading/);
    assert.match(problems[2] ?? '', /is titled "01 · A server"/);
    assert.match(problems[3] ?? '', /DISCUSSION\.md has no heading "What happens on invalid JSON/);
    assert.match(problems[4] ?? '', /says \+9 .* git says/);
  });

  it('anchors are those of GitHub, and what stands in code is no link', () => {
    const anchors = anchorsOf('# A `b` & [c](d)!\n## Run it, check it\n## Run it, check it\n');
    learner.write('docs/code.md', '`[a](b)`\n\n```md\n[a](b)\n```\n');

    assert.deepEqual([...anchors], ['a-b--c', 'run-it-check-it', 'run-it-check-it-1']);
    assert.deepEqual(deadLinks(learner.root, 'docs/code.md'), []);
  });

  it('a file that is left over, empty, unused or untracked is told', () => {
    learner.write('stages/01-http/src/app.js.orig', 'old');
    learner.write('stages/01-http/src/empty.js', '');
    learner.write('stages/01-http/src/forgotten.js', 'export const nothing = 1;\n');
    learner.write('stages/01-http/test/gone.test.js', 'x\n');
    learner.git(
      'add',
      'stages/01-http/src/forgotten.js',
      'stages/01-http/src/empty.js',
      'stages/01-http/src/app.js.orig',
    );

    const { problems } = proveFiles(learner.place, stage('01'));

    assert.deepEqual(problems, [
      'src/app.js.orig is left over from something',
      'src/empty.js is empty',
      'test/gone.test.js is not in git',
      'src/empty.js is used by nothing',
      'src/forgotten.js is used by nothing',
    ]);
  });

  it('a package that is not declared, not used, or there in two versions, and a start that is not there, are told', () => {
    const whole = provePackages(learner.place, stage('02'));
    change('stages/02-express/package.json', '"express": "5.3.0"', '"left-pad": "1.3.0"');
    change('stages/02-express/package.json', '"zod": "4.6.7"', '"zod": "4.6.6"');
    change('stages/02-express/stage.json', 'src/server.js', 'src/servr.js');

    const { problems } = provePackages(learner.place, stage('02'));

    assert.deepEqual(whole.problems, []);
    assert.match(problems.join('\n'), /express is imported and not declared/);
    assert.match(problems.join('\n'), /left-pad is declared and not used/);
    assert.match(problems.join('\n'), /zod is 4\.6\.6 here and 4\.6\.7 in stages\/03/);
    assert.match(problems.join('\n'), /"node src\/servr\.js": there is no such file/);
  });

  it('a stage whose beginning passes already, or fails for another reason, is told', async () => {
    const whole = await proveBeginning(learner.place, stage('00'));
    const other = await proveBeginning(learner.place, stage('01'));
    change('stages/01-http/stage.json', '"start": "node src/server.js"', '"start": "node src/cli.js"');
    const dead = await proveBeginning(learner.place, stage('01'));
    change('stages/01-http/src/tasks/schema.js', 'title: tidyLine(title),', 'title,');
    change('stages/01-http/stage.json', '"start": "node src/cli.js"', '"start": "node src/server.js"');
    const worse = await proveBeginning(learner.place, stage('02'));
    rmSync(learner.file('stages/01-http'), { recursive: true });
    cpSync(learner.file('stages/02-express'), learner.file('stages/01-http'), { recursive: true });
    const passing = await proveBeginning(learner.place, stage('02'));

    assert.deepEqual([whole.problems, other.problems], [[], []]);
    assert.match(whole.note ?? '', /^\d\d+ checks, cli\.add first$/);
    assert.match(other.note ?? '', /started in another way/);
    assert.match(dead.problems[0] ?? '', /does not even start/);
    assert.match(
      worse.problems.join('\n'),
      /fails at task\.title-trimmed as well, which held at the stage before/,
    );
    assert.match(passing.problems[0] ?? '', /it passes/);
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
