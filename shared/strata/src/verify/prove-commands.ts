import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { messageOf } from '../errors.ts';
import type { Place } from '../place.ts';
import { findStage, type Stage } from '../stages.ts';
import { LearnerShell } from './learner-shell.ts';
import { leftToThorough, type Proof, proveOne } from './proof.ts';
import { makeSandbox } from './sandbox.ts';
import { readCommands, type Treatment, treatmentOf } from './shell-blocks.ts';

// A whole check of a page takes a while, and would only repeat what was proved before.
const CHECK = /\bstrata check$/;
const BRIEF = ' --only page.document';
const BUILDING = /\bstrata (check$|serve my\b)/;

/**
 * Proves that the commands of a stage's README work for a learner who has finished the stage: in a copy of the
 * repository, one after the other. A server that a command starts stays up for the commands after it.
 * @param place where the companion works
 * @param stage the stage
 * @param thorough also those for which Next.js has to build the learner's copy
 * @returns a proof per command, as soon as it is known
 */
export async function* proveCommands(place: Place, stage: Stage, thorough: boolean): AsyncGenerator<Proof> {
  const readme = path.join(stage.folder, 'README.md');
  const commands = existsSync(readme) ? readCommands(readFileSync(readme, 'utf8')) : [];
  if (commands.length === 0) return;
  const sandbox = makeSandbox(place, stage);
  const shell = new LearnerShell(sandbox.root);
  try {
    for (const command of commands) {
      if (thorough || !(BUILDING.test(command) && stage.manifest.capabilities.includes('pages')))
        yield await proveCommand(place, stage, shell, command);
      else yield leftToThorough(stage, `README: ${command}`);
    }
  } finally {
    await shell.close();
    sandbox.remove();
  }
}

async function proveCommand(
  place: Place,
  stage: Stage,
  shell: LearnerShell,
  command: string,
): Promise<Proof> {
  const treatment = treatmentOf(command);
  const typed = stage.manifest.capabilities.includes('page') ? command.replace(CHECK, `$&${BRIEF}`) : command;
  const notes: Record<Treatment, string> = {
    run: typed === command ? 'run' : `run, with${BRIEF}: the reference has passed all of them above`,
    serve: 'started, answered',
    watch: 'started, gave its verdict, stopped',
    exists: 'looked up only: npm test runs it as a task of its own',
  };
  try {
    const problem = treatment === 'exists' ? lookUp(place, command) : await shell.type(typed, treatment);
    return proveOne(`README: ${command}`, problem === undefined ? [] : [problem], notes[treatment]);
  } catch (error) {
    return proveOne(`README: ${command}`, [messageOf(error)]);
  }
}

function lookUp(place: Place, command: string): string | undefined {
  const [, script, folder] = /^npm (?:run )?([\w:-]+) -w (\S+)/.exec(command) ?? [];
  if (script !== undefined && folder !== undefined) return lookUpScript(place, folder, script);
  const [, word = ''] = /(?:feel|check) ([\w-]+)/.exec(command) ?? [];
  const stage = findStage(place, word);
  const [, dir] = /--dir (\S+)/.exec(command) ?? [];
  const needed = dir ?? path.join('shared', 'experiments', `${stage.name}.ts`);
  return existsSync(path.join(place.root, needed)) ? undefined : `there is no ${needed}`;
}

function lookUpScript(place: Place, folder: string, script: string): string | undefined {
  const { scripts = {} } = JSON.parse(readFileSync(path.join(place.root, folder, 'package.json'), 'utf8'));
  return script in scripts ? undefined : `${folder}/package.json has no script ${script}`;
}
