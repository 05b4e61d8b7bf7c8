import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checks } from '@strata/conformance/registry';
import { readBrief } from '../brief.ts';
import { askGit } from '../git.ts';
import type { Place } from '../place.ts';
import { readPlanned, type Stage } from '../stages.ts';
import { deadLinks } from './links.ts';
import { type Proof, proveOne } from './proof.ts';

const PAPERS = ['README.md', 'ADR.md', 'DISCUSSION.md'];

/**
 * Proves what a reader of a stage relies on: links lead somewhere, titles and figures agree, every question has its answer, and
 * every check that begins here has a why and three hints.
 * @param place where the companion works
 * @param stage the stage
 * @returns the proofs
 */
export function proveTexts(place: Place, stage: Stage): Proof[] {
  const papers = PAPERS.map((paper) => `stages/${stage.name}/${paper}`).filter((file) =>
    existsSync(path.join(place.root, file)),
  );
  const own = checks.filter(({ since }) => since === stage.number);
  return [
    proveOne(
      'links',
      papers.flatMap((file) => deadLinks(place.root, file)),
    ),
    proveOne('titles and questions', [...titleProblems(stage), ...questionProblems(stage)]),
    proveOne(
      'figures',
      papers.flatMap((file) => figureProblems(place, file)),
    ),
    proveOne('hints', own.flatMap(hintProblems), `${own.length} checks begin here`),
  ];
}

function titleProblems(stage: Stage): string[] {
  const problems: string[] = [];
  const heading = /^# +(.+?) *$/m.exec(read(stage, 'README.md'))?.[1];
  const wanted = `${stage.number} · ${stage.title}`;
  if (heading !== wanted) problems.push(`README.md is titled "${heading}", the manifest says "${wanted}"`);
  const planned = readPlanned().find(({ name }) => name === stage.name)?.title;
  if (planned !== undefined && planned !== stage.title)
    problems.push(`the manifest is titled "${stage.title}", the curriculum says "${planned}"`);
  return problems;
}

function questionProblems(stage: Stage): string[] {
  const { questions } = readBrief(read(stage, 'README.md'));
  const answered = Array.from(read(stage, 'DISCUSSION.md').matchAll(/^## +(.+?) *$/gm), ([, title = '']) =>
    plain(title),
  );
  const open = questions.filter((question) => !answered.includes(plain(question)));
  return open.map((question) => `DISCUSSION.md has no heading "${question}"`);
}

// "393 lines added, 202 removed in 15 files (`git diff --no-index --stat a b`)": the command says whether it is true.
function figureProblems(place: Place, file: string): string[] {
  const text = readFileSync(path.join(place.root, file), 'utf8').replaceAll(/\s+/g, ' ');
  const said =
    /(\d+) lines? added(?:,| and) (\d+) removed in (\d+) files?[^`]*`[^`]*`?[^`]*`git diff --no-index --stat (\S+) (\S+)`/g;
  return Array.from(text.matchAll(said)).flatMap(([, added, removed, files, a = '', b = '']) => {
    const { stdout } = askGit(place.root, ['diff', '--no-index', '--shortstat', '--', a, b]);
    const count = (pattern: RegExp): string => pattern.exec(stdout)?.[1] ?? '0';
    const now = [count(/(\d+) insertion/), count(/(\d+) deletion/), count(/(\d+) file/)];
    const same = [added, removed, files].join() === now.join();
    return same ? [] : [`${file} says +${added} −${removed} in ${files} files; git says:${stdout.trimEnd()}`];
  });
}

function hintProblems({ id, why, hints }: (typeof checks)[number]): string[] {
  const problems: string[] = [];
  if (why.trim().length < 20) problems.push(`${id} does not say why`);
  const empty = hints.findIndex((hint) => hint.trim().length < 10);
  if (empty >= 0) problems.push(`${id}: hint ${empty + 1} is empty`);
  if (new Set(hints.map((hint) => hint.trim())).size < hints.length) problems.push(`${id} has a hint twice`);
  return problems;
}

function plain(text: string): string {
  return text.replaceAll(/[*_`]/g, '').trim();
}

function read(stage: Stage, paper: string): string {
  const file = path.join(stage.folder, paper);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
