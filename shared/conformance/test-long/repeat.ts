import { randomInt } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RunReport, runChecks } from '../src/run.ts';
import { readStage } from '../src/stages.ts';

// Too long for every `npm test`: each reference again and again, with another seed and in another order each time.
const ROOT = resolve(import.meta.dirname, '../../..');

const { values, positionals } = parseArgs({
  options: { times: { type: 'string', default: '50' } },
  allowPositionals: true,
});
const all = readdirSync(join(ROOT, 'stages')).filter((name) =>
  existsSync(join(ROOT, 'stages', name, 'stage.json')),
);
const stages = positionals.length > 0 ? positionals : all.sort();

/** What went wrong in one run, in lines; none when every check passed. */
function flakesIn({ seed, results, startProblem, leftovers }: RunReport): string[] {
  const started =
    startProblem === undefined ? [] : [`it did not start: ${startProblem.title}\n${startProblem.seen}`];
  const left = leftovers.map(({ command }) => `left running: ${command}`);
  const failed = results
    .filter(({ status }) => status !== 'passed')
    .map(({ check, status, failure, bug }) =>
      [`${check.id} ${status}`, failure?.sent, failure?.expected, failure?.came, bug]
        .filter((line) => line !== undefined)
        .join('\n    '),
    );
  return [...started, ...left, ...failed].map((line) => `  seed ${seed}: ${line}`);
}

for (const word of stages) {
  const { name } = readStage(ROOT, word);
  const milliseconds: number[] = [];
  let flakes = 0;
  for (let round = 0; round < Number(values.times); round += 1) {
    const seed = randomInt(1, 1_000_000);
    const report = await runChecks({
      root: ROOT,
      stage: name,
      dir: join(ROOT, 'stages', name),
      seed,
      shuffle: true,
    });
    milliseconds.push(report.milliseconds);
    const lines = flakesIn(report);
    flakes += lines.length;
    for (const line of lines) console.log(line);
  }
  const sorted = milliseconds.toSorted((one, other) => one - other);
  const [median = 0, slowest = 0] = [sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  const times = `median ${Math.round(median)} ms, slowest ${Math.round(slowest)} ms`;
  console.log(`${name}: ${values.times} runs, ${flakes} flakes, ${times}`);
  if (flakes > 0) process.exitCode = 1;
}
