import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../errors.ts';
import { listFiles } from '../files.ts';
import type { Place } from '../place.ts';
import { mayLook } from '../spoiler.ts';
import { findStage } from '../stages.ts';
import { didYouMean } from '../suggest.ts';
import { paint, say } from '../terminal.ts';

/** What `strata solution` can be told. */
export interface SolutionOptions {
  yes?: boolean;
}

/**
 * Lists the files of a stage's reference, or prints one of them.
 * @param place where the companion works
 * @param word the stage, as a person types it
 * @param file a path within the stage, or its end when that names one file only
 * @param options see SolutionOptions
 * @returns the exit status
 * @throws Refusal for a file that is not there, and before the stage is passed unless a person agrees
 */
export async function solution(
  place: Place,
  word: string,
  file: string | undefined,
  options: SolutionOptions,
): Promise<number> {
  const stage = findStage(place, word);
  const files = listFiles(stage.folder).filter((name) => name !== 'DISCUSSION.md' && name !== 'README.md');
  const chosen = file === undefined ? undefined : choose(files, file);
  if (!(await mayLook(place, stage, 'What you find out yourself stays with you.', options.yes))) return 1;
  if (chosen !== undefined) {
    process.stdout.write(readFileSync(path.join(stage.folder, chosen)));
    return 0;
  }
  say(`${paint('bold', `Stage ${stage.number} · ${stage.title}`)}, the reference in stages/${stage.name}`);
  say();
  for (const name of files) {
    const lines = readFileSync(path.join(stage.folder, name), 'utf8').split('\n').length - 1;
    say(`  ${String(lines).padStart(5)} lines  ${name}`);
  }
  say();
  say(`  ./strata solution ${stage.number} FILE prints one of them.`);
  return 0;
}

function choose(files: readonly string[], word: string): string {
  const exact = files.find((name) => name === word);
  if (exact !== undefined) return exact;
  const ending = files.filter((name) => name.endsWith(`/${word}`));
  if (ending.length > 1) throw new Refusal(`Which one? ${ending.join(', ')}`, { status: 2 });
  const found = ending[0];
  if (found !== undefined) return found;
  const guess = didYouMean(word, [...files, ...files.map((name) => path.basename(name))]);
  throw new Refusal(`The reference has no file "${word}".${guess}`, { status: 2 });
}
