import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillTracker } from '../../src/new-tracker.ts';
import { currentPlace } from '../../src/place.ts';
import { findStage } from '../../src/stages.ts';
import type { Learner } from '../learner.ts';

// Three branches of stage 01, as a mentor gets them. The papers are in good/, sloppy/ and cheat/; the code is one of the
// suite's own right answers, and what each of the three makes of it.
const { root } = currentPlace();
const OTHER = path.join(root, 'shared', 'conformance', 'alternatives', '01-02-by-hand', 'tracker.mjs');
// In pieces, so that no scanner takes this file for the leak that it plants.
const KEY = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dc'].join('_');

/** The branch of somebody who did what the brief says. */
export function makeGood(learner: Learner): void {
  begin(learner, {});
  const [head = '', ...sections] = readFileSync(OTHER, 'utf8').split(/^(?=\/\*)/m);
  const steps = [
    'chore(01): the tracker starts a server',
    'feat(01): errors that say what was wrong',
    'feat(01): rules that take or refuse a value',
    'feat(01): tasks and leads share one collection',
    'feat(01): the server says what it understands',
    'feat(01): requests find their route, bodies are read to their end',
  ];
  let code = head;
  for (const [index, message] of steps.entries()) {
    code += index === 0 ? '' : (sections[index - 1] ?? '');
    write(learner, 'src/server.mjs', code);
    if (index === 0) {
      for (const folder of ['src/tasks', 'src/leads', 'test']) remove(learner, folder);
      for (const file of ['app', 'arguments', 'cli', 'database', 'errors', 'fields', 'file'])
        remove(learner, `src/${file}.js`);
      startsWith(learner, 'src/server.mjs');
    }
    learner.commit(message);
  }
  papers(learner, 'good');
  write(
    learner,
    'test/server.test.mjs',
    readFileSync(path.join(import.meta.dirname, 'good', 'server.test.txt'), 'utf8'),
  );
  learner.commit('test(01): the server from outside');
  progress(learner, { passedAt: '2026-02-03T10:00:00.000Z', hints: { 'http.malformed-json': 1 } });
  learner.commit('docs(01): the decision and the answers');
}

/** How the other tracker keeps a text: without what is not seen at the ends of a line. */
export const TRIMMED = "const kept = unseen(normal) ? '' : lines ? normal : peel(normal);";

/** The branch of somebody in a hurry: mistakes, a key in the history, whatever lay about committed as well. */
export function makeSloppy(learner: Learner): void {
  begin(learner, {});
  const code = swap(readFileSync(OTHER, 'utf8'), TRIMMED, 'const kept = value;').replace(
    /try \{\s*(return JSON\.parse\([^;]*\);)\s*\} catch \{[^}]*\}/,
    '$1',
  );
  rmSync(learner.file('my/tracker/src'), { recursive: true });
  remove(learner, 'test');
  write(learner, 'src/server.mjs', code);
  write(learner, '.env', `PORT=3000\nPAYMENT_KEY=${KEY}\n`);
  write(learner, 'debug.log', 'listening\n');
  write(learner, 'node_modules/left-pad/index.js', 'module.exports = (text) => text;\n');
  startsWith(learner, 'src/server.mjs');
  progress(learner, { hints: { 'http.malformed-json': 3, 'task.title-trimmed': 2 } });
  learner.git('add', '--force', 'my');
  learner.commit('wip');
  remove(learner, '.env');
  papers(learner, 'sloppy');
  learner.commit('fixed stuff <img src=x> @everyone ```');
}

/** The branch of somebody who answers the checks instead of the contract. */
export function makeCheat(learner: Learner): void {
  begin(learner, {});
  const stage = findStage(learner.place, '01');
  rmSync(learner.file('my/tracker'), { recursive: true });
  mkdirSync(learner.file('my/tracker'), { recursive: true });
  fillTracker(stage, learner.file('my/tracker'));
  remove(learner, 'test');
  write(learner, 'src/known.js', readFileSync(path.join(import.meta.dirname, 'cheat', 'known.txt'), 'utf8'));
  const schema = swap(learner.read('my/tracker/src/tasks/schema.js'), 'tidyLine(title)', 'answerTo(title)');
  write(learner, 'src/tasks/schema.js', `import { answerTo } from '../known.js';\n${schema}`);
  learner.commit('feat(01): the server');
  papers(learner, 'cheat');
  cpSync(learner.file('stages/01-http/DISCUSSION.md'), learner.file('my/tracker/ANSWERS.md'));
  write(
    learner,
    'test/app.test.js',
    readFileSync(path.join(import.meta.dirname, 'cheat', 'app.test.txt'), 'utf8'),
  );
  learner.commit('test(01): everything is tested');
  learner.write(
    'shared/conformance/checks/kinds.ts',
    learner.read('shared/conformance/checks/kinds.ts').replaceAll('throw', '// throw'),
  );
  progress(learner, { passedAt: '2026-02-03T10:00:00.000Z' });
  learner.commit('docs(01): the decision and the answers');
}

// A mistake that no longer fits would make a branch without it.
function swap(code: string, right: string, wrong: string): string {
  if (!code.includes(right)) throw new Error(`there is no "${right}" to spoil`);
  return code.replaceAll(right, wrong);
}

// Stage 00 as they left it, and the first moment of 01.
function begin(learner: Learner, zero: object): void {
  mkdirSync(learner.file('my/tracker'), { recursive: true });
  fillTracker(findStage(learner.place, '00'), learner.file('my/tracker'));
  const stages = {
    '00-cli': { startedAt: '2026-02-01T10:00:00.000Z', passedAt: '2026-02-02T10:00:00.000Z', ...zero },
  };
  learner.write('my/progress.json', JSON.stringify({ version: 1, current: '00-cli', stages }));
  learner.git('switch', '--quiet', '--create', 'stage/00-cli');
  learner.commit('feat(00): the command line');
  learner.git('switch', '--quiet', '--create', 'stage/01-http');
  progress(learner, {});
}

function progress(learner: Learner, one: object): void {
  const { stages } = JSON.parse(learner.read('my/progress.json'));
  const begun = { startedAt: '2026-02-02T11:00:00.000Z', from: 'tracker', ...one };
  learner.write(
    'my/progress.json',
    JSON.stringify({ version: 1, current: '01-http', stages: { ...stages, '01-http': begun } }),
  );
}

function papers(learner: Learner, name: string): void {
  for (const paper of ['ADR.md', 'ANSWERS.md']) {
    const file = path.join(import.meta.dirname, name, paper);
    write(learner, paper, readFileSync(file, 'utf8'));
  }
}

function startsWith(learner: Learner, file: string): void {
  write(learner, 'stage.json', JSON.stringify({ start: `node ${file}` }));
}

function write(learner: Learner, file: string, text: string): void {
  const target = learner.file(`my/tracker/${file}`);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

function remove(learner: Learner, file: string): void {
  rmSync(learner.file(`my/tracker/${file}`), { recursive: true, force: true });
}
