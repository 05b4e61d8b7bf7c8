import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeAtomically } from './atomic.ts';
import { Refusal } from './errors.ts';
import { copyFiles, listFiles, PAPERS } from './files.ts';
import { isObject } from './manifest.ts';
import type { Place } from './place.ts';
import type { Planned, Stage } from './stages.ts';

// Each part says what belongs into it, where a renderer does not show it and `verify` does not count it.
const PARTS: Readonly<Record<string, string>> = {
  'The problem you feel':
    'What hurts on the stage before, and the experiment that shows it: ./strata feel NN.',
  'What you build': 'The contract of the layer: what a client can rely on from here on.',
  'What you learn': 'Concepts, and words to look up.',
  Steps: 'Small, each with its commit; at least five.',
  'Run it, check it': 'Commands as a learner types them: each is run by ./strata verify.',
  'Think about it': 'A list of questions; DISCUSSION.md answers them.',
  'Where it falls short': 'What the next stage mends.',
};
const DECISION = `---
status: proposed
date:
---

# The decision this layer rests on

## Context and problem statement

## Options considered

## Decision

## Consequences
`;

/**
 * Writes the beginning of a stage: a copy of the stage before under a name of its own, papers without content, and the
 * task that verifies it.
 * @param place where the companion works
 * @param planned the stage, as the curriculum plans it
 * @param before the stage it begins from
 * @throws Refusal when the task of the stage before is not where it is expected
 */
export function scaffold(place: Place, planned: Planned, before: Stage): void {
  const folder = path.join(place.root, 'stages', planned.name);
  const files = listFiles(before.folder).filter((file) => !PAPERS.has(file));
  const tasks = readTasks(place, planned, before); // refuses before anything is written
  mkdirSync(folder, { recursive: true });
  copyFiles(before.folder, folder, files);
  writeJson(path.join(folder, 'package.json'), {
    ...readObject(path.join(before.folder, 'package.json')),
    name: `@strata/${planned.name}`,
  });
  writeJson(path.join(folder, 'stage.json'), {
    ...readObject(path.join(before.folder, 'stage.json')),
    number: planned.number,
    title: planned.title,
    previous: before.name,
    days: planned.days,
    touches: { added: [], changed: [], removed: [], moved: {} },
  });
  const title = `${planned.number} · ${planned.title}`;
  const parts = Object.entries(PARTS).map(
    ([part, hint]) => `## ${part}\n\n<!-- ${hint.replace('NN', planned.number)} -->\n`,
  );
  writeFileSync(path.join(folder, 'README.md'), `# ${title}\n\n${parts.join('\n')}`);
  writeFileSync(path.join(folder, 'ADR.md'), DECISION);
  writeFileSync(path.join(folder, 'DISCUSSION.md'), `# ${planned.number} · The questions, answered\n`);
  for (const [file, text] of tasks) writeAtomically(file, text);
}

// As text, so that the files keep their layout: the lines of the stage before, once more under the new name.
function readTasks(place: Place, { name }: Planned, before: Stage): Map<string, string> {
  const companion = path.join(place.root, 'shared', 'strata');
  const scripts = path.join(companion, 'package.json');
  const tasks = path.join(companion, 'turbo.json');
  const script = new RegExp(`^ *"verify:${before.name}": "[^"]*",?\\n`, 'm');
  const task = new RegExp(`^ {4}"verify:${before.name}": \\{\\n[\\s\\S]*?^ {4}\\},?\\n`, 'm');
  const rename = (text: string): string =>
    text
      .replaceAll(new RegExp(`stages/\\{[\\w-]+,${before.name}\\}`, 'g'), `stages/{${before.name},${name}}`)
      .replaceAll(new RegExp(`(verify:|verify |@strata/)${before.name}`, 'g'), `$1${name}`);
  return new Map([
    [scripts, repeat(scripts, name, script, rename)],
    [tasks, repeat(tasks, name, task, rename)],
  ]);
}

function repeat(file: string, name: string, pattern: RegExp, rename: (text: string) => string): string {
  const text = readFileSync(file, 'utf8');
  if (text.includes(`"verify:${name}"`)) return text;
  const [found] = pattern.exec(text) ?? [];
  if (found === undefined)
    throw new Refusal(`${path.basename(file)} of shared/strata does not verify the stage before.`);
  const comma = found.replace(/,?\n$/, ',\n');
  const last = rename(found.endsWith(',\n') ? comma : found);
  return text.replace(found, () => `${comma}${last}`);
}

function readObject(file: string): Record<string, unknown> {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(value)) throw new Refusal(`${file} must hold a JSON object.`);
  return value;
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
