import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readBrief } from '../brief.ts';
import { listFiles } from '../files.ts';
import type { Stage } from '../stages.ts';
import type { Answer } from './document.ts';

// So many words in the same order are no coincidence.
const ROW = 8;

/**
 * Looks for the learner's answers to the brief's questions, in any Markdown file of the tracker: below a heading or a
 * list item that repeats the question, more or less.
 * @param stage the stage
 * @param tracker the tracker's folder, absolute
 * @returns one a question, with 0 words where there is no answer
 */
export function readAnswers(stage: Stage, tracker: string): Answer[] {
  const brief = path.join(stage.folder, 'README.md');
  const questions = existsSync(brief) ? readBrief(readFileSync(brief, 'utf8')).questions : [];
  const passages = listFiles(tracker)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => readPassages(readFileSync(path.join(tracker, file), 'utf8')));
  const discussion = path.join(stage.folder, 'DISCUSSION.md');
  const ours = rowsOf(existsSync(discussion) ? wordsOf(readFileSync(discussion, 'utf8')) : []);
  return questions.map((question) => {
    const fitting = passages.filter(({ title }) => alike(question, title));
    const words = fitting
      .map(({ body }) => wordsOf(body))
      .reduce((a, b) => (b.length > a.length ? b : a), []);
    return { question, words: words.length, copied: shareIn(words, ours) };
  });
}

interface Passage {
  readonly title: string;
  readonly body: string;
}

// A heading with what is below it; a list item that asks, with what follows; a bold line alone.
function readPassages(markdown: string): Passage[] {
  const starts = /^(?=#{1,6} |(?:[-*]|\d+\.) .*\?|\*\*.*\?\*\*)/m;
  return markdown.split(starts).map((part) => {
    const [first = '', ...rest] = part.split('\n');
    const asked = first.lastIndexOf('?') + 1;
    const inline = first.startsWith('#') || asked === 0 ? '' : first.slice(asked);
    return { title: first, body: [inline, ...rest].join('\n') };
  });
}

function alike(question: string, title: string): boolean {
  const wanted = new Set(wordsOf(question).filter((word) => word.length > 2));
  const there = new Set(wordsOf(title));
  const shared = [...wanted].filter((word) => there.has(word)).length;
  return wanted.size > 0 && shared / wanted.size >= 0.6;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
}

function rowsOf(words: readonly string[]): Set<string> {
  return new Set(words.slice(ROW - 1).map((_, at) => words.slice(at, at + ROW).join(' ')));
}

function shareIn(words: readonly string[], rows: ReadonlySet<string>): number {
  const copied = new Set<number>();
  for (let at = 0; at + ROW <= words.length; at++) {
    if (!rows.has(words.slice(at, at + ROW).join(' '))) continue;
    for (let one = at; one < at + ROW; one++) copied.add(one);
  }
  return words.length === 0 ? 0 : Math.round((100 * copied.size) / words.length);
}
