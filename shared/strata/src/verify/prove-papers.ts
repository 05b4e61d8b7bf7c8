import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBrief, section } from '../brief.ts';
import { readDecision } from '../review/decision.ts';
import type { Stage } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';

// The parts of a brief, as the curriculum fixes them; only the fourth may be left out.
const PARTS = [
  'The problem you feel',
  'What you build',
  'What you learn',
  'What you may not use',
  'Steps',
  'Run it, check it',
  'Think about it',
  'Where it falls short',
];
const OPTIONAL = 'What you may not use';
const ADR_PARTS = ['Context', 'Options', 'Decision', 'Consequences'];
const MOST_LINES = { 'README.md': 150, 'ADR.md': 50 };

/**
 * Proves the papers of a stage: the brief has its parts in their order, the decision record has its own.
 * @param stage the stage
 * @returns the proof
 */
export function provePapers(stage: Stage): Proof {
  const readme = read(stage, 'README.md');
  const adr = read(stage, 'ADR.md');
  return proveOne('brief and decision', [
    ...briefProblems(stage, readme),
    ...adrProblems(adr),
    ...tooLong(stage),
  ]);
}

function briefProblems(stage: Stage, readme: string): string[] {
  const found = headings(readme);
  const wanted = PARTS.filter((part) => part !== OPTIONAL || found.includes(part));
  if (found.join('\n') !== wanted.join('\n')) {
    return [`the parts of README.md are:\n${list(found)}\nthey should be:\n${list(wanted)}`];
  }
  const empty = found.filter((part) => section(readme, part) === '');
  const problems = empty.map((part) => `README.md: "${part}" is empty`);
  const { questions } = readBrief(readme);
  if (questions.length === 0) problems.push('README.md: "Think about it" asks nothing (a list of questions)');
  const experiment = new RegExp(`strata feel ${stage.number}\\b`);
  if (!experiment.test(readme))
    problems.push(`README.md does not name its experiment: ./strata feel ${stage.number}`);
  return problems;
}

function adrProblems(adr: string): string[] {
  const found = headings(adr);
  const missing = ADR_PARTS.filter((part) => !found.some((heading) => heading.startsWith(part)));
  const problems = missing.map((part) => `ADR.md has no part "${part}"`);
  for (const part of found.filter((heading) => section(adr, heading) === ''))
    problems.push(`ADR.md: "${part}" is empty`);
  // What a review asks of a learner, the reference does.
  const { rejected, evidence } = readDecision(adr, undefined);
  if (!rejected) problems.push('ADR.md rejects no option with a reason');
  if (!evidence) problems.push('ADR.md cites nothing that others can measure');
  if (!/status/i.test(adr) || !/\b20\d\d-\d\d-\d\d\b/.test(adr))
    problems.push('ADR.md names no status or no date');
  return problems;
}

function tooLong(stage: Stage): string[] {
  return Object.entries(MOST_LINES).flatMap(([file, most]) => {
    const lines = read(stage, file).split('\n').length - 1;
    return lines > most ? [`${file} has ${lines} lines, ${most} is the most`] : [];
  });
}

function headings(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```/gm, '');
  return Array.from(prose.matchAll(/^## +(.+?) *$/gm), ([, title = '']) => title);
}

function list(names: readonly string[]): string {
  return names.map((name) => `  ${name}`).join('\n');
}

// Without remarks for whoever writes it: a reader does not see them.
function read(stage: Stage, paper: string): string {
  const file = path.join(stage.folder, paper);
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll(/<!--[\s\S]*?-->/g, '') : '';
}
