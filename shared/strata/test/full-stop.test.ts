import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { recoverProgress } from '../src/branch.ts';
import { readProgress } from '../src/progress.ts';
import { recover } from '../src/put-away.ts';
import { Learner } from './learner.ts';

const learner = new Learner();
const preload = pathToFileURL(path.join(import.meta.dirname, 'stop-at.mjs')).href;

for (const args of [['reset'], ['start', '01', '--from', 'reference']]) {
  it(`${args.join(' ')}, stopped before any of its steps, loses nothing and is put right by the next command`, async () => {
    await learner.strata(['start', '01']);
    learner.commit('feat(01): begin');
    await learner.strata(['start', '00']);
    learner.write('my/tracker/mine.txt', 'my work');
    await learner.strata(['hint', 'task.title-trimmed']);
    cpSync(learner.file('my'), learner.file('.strata/before'), { recursive: true });
    const { stages } = readProgress(learner.place);

    let stops = 0;
    for (let done = false; !done; stops += 1) {
      const env = { STOP_AT: String(stops + 1), NODE_OPTIONS: `--import=${preload}` };
      const { status, stderr } = await learner.strata(args, { env });
      done = status === 0;
      assert.ok(done || status === 128, `step ${stops + 1}: ${stderr}`);
      recoverProgress(learner.place);
      recover(learner.place);

      assert.equal(
        count(learner.file('my'), 'mine.txt', 'my work'),
        1,
        `my work is there once, step ${stops + 1}`,
      );
      for (const file of ['stage.json', 'package.json', 'src/cli.js']) {
        assert.ok(existsSync(learner.file(`my/tracker/${file}`)), `${file} is there, step ${stops + 1}`);
      }
      assert.deepEqual(readProgress(learner.place).stages['00-cli']?.hints, stages['00-cli']?.hints);
      assert.deepEqual(
        readdirSync(learner.file('my')).filter((name) => name.startsWith('.tracker')),
        [],
      );
      restore();
    }

    assert.ok(stops > 5, `${stops} steps were tried`);
  });
}

function restore(): void {
  learner.git('switch', '--quiet', '--force', 'stage/00-cli');
  rmSync(learner.file('.git/index.lock'), { force: true });
  rmSync(learner.file('my'), { recursive: true });
  cpSync(learner.file('.strata/before'), learner.file('my'), { recursive: true });
}

function count(folder: string, name: string, text: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const found = files.filter((entry) => entry.name === name);
  return found.filter((entry) => readFileSync(path.join(entry.parentPath, name), 'utf8') === text).length;
}
