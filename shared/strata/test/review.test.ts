import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { measureLayer } from '../src/review/layer.ts';
import { findLeaks } from '../src/review/leaks.ts';
import { findCommit, findSubject } from '../src/review/subject.ts';
import { Learner } from './learner.ts';
import { makeCheat, makeGood, makeSloppy, TRIMMED } from './review/learners.ts';

const learner = new Learner();
const MAKERS = { good: makeGood, sloppy: makeSloppy, cheat: makeCheat };
const out = (name: string): string => learner.file(`.strata/out/${name}`);
const read = (name: string): string => readFileSync(out(name), 'utf8');
const ESCAPE = String.fromCharCode(27);

// What another change of the repository moves: ids of commits, how many checks there are, how large the reference is.
function page(name: string): string {
  return read(`${name}/review.md`)
    .replaceAll(/`[0-9a-f]{7}`/g, '`‹commit›`')
    .replace(/· suite \S+/, '· suite ‹version›')
    .replaceAll(
      /\b(all |\d+ of )\d+ passed/g,
      (_, words: string) => `${words.replace(/\d+/, '‹n›')}‹n› passed`,
    )
    .replace(/\(the reference: .*?\) \|/, '(the reference: ‹size›) |');
}

describe('the page of', () => {
  for (const [name, make] of Object.entries(MAKERS)) {
    it(`a ${name} learner's branch is what is recorded, and the working tree is as it was`, async () => {
      make(learner);
      learner.git('switch', '--quiet', 'main');

      const words = ['review', 'stage/01-http', '--seed', '1', '--out', out(name)];
      const { status, stdout, stderr } = await learner.strata(words, {
        env: { PORT: '1', TZ: 'Asia/Tokyo' },
      });

      assert.equal(stderr, '');
      assert.equal(status, name === 'good' ? 0 : 1, stdout);
      assert.equal(learner.git('status', '--porcelain'), '');
      assert.equal(learner.git('branch', '--show-current'), 'main');
      const file = path.join(import.meta.dirname, 'review', `${name}.md`);
      if (process.env.STRATA_UPDATE === '1') writeFileSync(file, page(name));
      const recorded = existsSync(file) ? readFileSync(file, 'utf8') : '';
      assert.equal(page(name), recorded, 'record it with STRATA_UPDATE=1 and read the difference');
    });
  }
});

describe('the search for secrets', () => {
  const token = (letter: string): string => ['ghp', letter.repeat(36)].join('_');
  const commitWith = (file: string, text: string): void => {
    mkdirSync(path.dirname(learner.file(file)), { recursive: true });
    learner.write(file, text);
    learner.commit(`feat(01): ${path.basename(file)}`);
  };
  const found = () => findLeaks(learner.place, learner.git('rev-parse', 'HEAD')).map(({ file }) => file);

  it('is not blinded by what the tracker’s .gitattributes says of its files', () => {
    commitWith('my/tracker/src/a.js', `const a = '${token('a')}';\n`);
    commitWith('my/tracker/.gitattributes', '* -diff\n');

    assert.deepEqual(found(), ['my/tracker/src/a.js']);
  });

  it('looks into merges, and at real tokens in an example of settings', () => {
    commitWith('my/tracker/.env.example', `API_KEY=${token('b')}\nPASSWORD=3fa85f6457174562b3fc\n`);
    learner.git('switch', '--quiet', '--create', 'side', 'HEAD~1');
    commitWith('my/side.md', 'aside\n');
    learner.git('switch', '--quiet', 'main');
    learner.git('merge', '--quiet', '--no-commit', '--no-ff', 'side');
    commitWith('my/tracker/src/merged.js', `const b = '${token('c')}';\n`);

    assert.deepEqual(found(), ['my/tracker/.env.example', 'my/tracker/src/merged.js']);
  });

  it('knows a file with quotes, a backslash or letters beyond ASCII in its name', {
    skip: process.platform === 'win32',
  }, () => {
    const name = 'my/tracker/src/mîne "own" \\ keys.js';
    commitWith(name, `const a = '${token('d')}';\n`);

    const [leak] = findLeaks(learner.place, learner.git('rev-parse', 'HEAD'));

    assert.equal(leak?.file, name);
    assert.equal(leak?.present, true);
  });
});

describe('strata review', () => {
  it('refuses a file where the page’s folder should be, before it begins', async () => {
    await learner.strata(['start', '00']);
    learner.commit('chore(00): begin');

    const { status, stderr } = await learner.strata(['review', '--out', 'README.md']);

    assert.equal(status, 2);
    assert.match(stderr, /README\.md is a file, and --out names the folder/);
  });

  it('does not count the reference that a stage was begun from as the learner’s change', async () => {
    await learner.strata(['start', '02', '--from', 'reference']);
    learner.commit('chore(02): start from 01');
    learner.write('my/tracker/src/mine.js', 'export const mine = 1;\n');
    learner.commit('feat(02): something of my own');

    const subject = findSubject(learner.place, 'HEAD', undefined);
    const { mine, copied } = measureLayer(learner.place, subject, learner.file('my/tracker'));

    assert.ok(mine.added < 40, `${mine.added} added lines, of the reference, too`);
    assert.equal(copied, 0);
  });

  it('counts work that is older than the first progress that was committed', async () => {
    const before = learner.git('rev-parse', 'HEAD');
    await learner.strata(['start', '00']);
    cpSync(learner.file('stages/00-cli/src'), learner.file('my/tracker/src'), { recursive: true });
    learner.git('add', 'my/tracker');
    learner.git('commit', '--quiet', '-m', 'feat(00): all of it');
    learner.commit('chore(00): progress');

    const subject = findSubject(learner.place, 'HEAD', undefined);

    assert.equal(subject.base, before);
    assert.equal(measureLayer(learner.place, subject, learner.file('my/tracker')).copied, 100);
  });

  it('of a second attempt says what changed since the first, by its review.json', async () => {
    makeSloppy(learner);
    const failures = [{ id: 'task.title-trimmed' }, { id: 'http.malformed-json' }];
    const first = { version: 1, commit: learner.git('rev-parse', 'HEAD'), checks: { failures } };
    mkdirSync(out('first'), { recursive: true });
    writeFileSync(out('first/review.json'), JSON.stringify(first));
    const server = learner.read('my/tracker/src/server.mjs');
    const trimmed = server.replace('const kept = value;', TRIMMED);
    learner.write('my/tracker/src/server.mjs', trimmed);
    learner.commit('fix(01): titles and names are trimmed');

    await learner.strata(['review', '--seed', '1', '--out', out('second'), '--since', out('first')]);

    const told =
      /## Since the review of .*\n\n1 commit, 1 file, \+1 −1\.\nChecks mended: `task\.title-trimmed`\. Broken: `.*`\./;
    assert.match(page('second'), told);
  });

  it('gives a stranger’s program no token and no way out of the page, and a commit the same bytes each time', async () => {
    makeGood(learner);
    for (const name of ['ADR.md', 'test']) rmSync(learner.file(`my/tracker/${name}`), { recursive: true });
    symlinkSync(learner.file('secret-of-the-mentor.txt'), learner.file('my/tracker/ADR.md'));
    learner.write(
      'my/tracker/src/server.mjs',
      'console.error(JSON.stringify(process.env));\nconsole.error("````\\n# Forged <b>page</b> @everyone \\u001b[31m");\nprocess.exit(3);\n',
    );
    learner.commit('feat(01): `` | <script>alert(1)</script> @everyone');
    learner.write('secret-of-the-mentor.txt', '## Context\n\nthe mentor’s own key');

    const { stdout } = await learner.strata(['review', '--out', out('hostile')], {
      env: { GITHUB_TOKEN: 'ghs_notforyou' },
    });
    learner.git('rm', '--quiet', '--cached', '-r', 'my'); // what is staged here does not matter
    await learner.strata(['review', 'HEAD', '--stage', '01', '--out', out('again')]);
    learner.git('reset', '--quiet');

    const text = page('hostile');
    const prose = text
      .replaceAll(/^(`{3,})text\n[\s\S]*?\n\1$/gm, '')
      .replaceAll(/(`+)(?!`).+?(?<!`)\1(?!`)/g, '');
    assert.match(text, /Forged <b>page/, 'what it printed is shown');
    assert.doesNotMatch(prose, /Forged|<script|@everyone/);
    assert.doesNotMatch(text, /ghs_notforyou|mentor’s own key/);
    assert.ok(!text.includes(ESCAPE));
    assert.match(stdout, /the tracker does not start/);
    for (const file of ['review.md', 'review.json'])
      assert.equal(read(`again/${file}`), read(`hostile/${file}`));
    assert.equal(learner.git('status', '--porcelain'), '?? secret-of-the-mentor.txt');
  });

  it('takes a pull request from origin, and says so when there is nothing to review', async () => {
    makeCheat(learner);
    const head = learner.git('rev-parse', 'HEAD');
    learner.git('update-ref', 'refs/pull/12/head', head);
    learner.git('switch', '--quiet', 'main');

    const nothing = await learner.strata(['review', 'main', '--stage', '01']);
    const unknown = await learner.strata(['review', '--', 'no-such-branch']);
    const which = await learner.strata(['review', 'main']);

    assert.equal(findCommit(learner.place, '#12'), head);
    assert.deepEqual([nothing.status, unknown.status, which.status], [1, 2, 2]);
    assert.match(nothing.stderr, /no my\/tracker in .*nothing to review/);
    assert.match(which.stderr, /add --stage 01/);
  });
});
