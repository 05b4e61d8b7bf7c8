/** The parts of a brief that the companion quotes. */
export interface Brief {
  /** The first paragraph of "The problem you feel", as plain text. */
  readonly problem: string;
  /** The questions of "Think about it", as plain text. */
  readonly questions: readonly string[];
}

/**
 * Reads the brief of a stage.
 * @param markdown the stage's README
 * @returns its problem and its questions; empty where the part is missing
 */
export function readBrief(markdown: string): Brief {
  const problem = section(markdown, 'The problem you feel').split(/\n\s*\n/);
  const think = section(markdown, 'Think about it').split('\n');
  const questions: string[] = [];
  for (const line of think) {
    const item = /^\s*(?:[-*]|\d+\.)\s+(.*)$/.exec(line);
    if (item !== null) questions.push(item[1] ?? '');
    else if (questions.length > 0 && /^\s+\S/.test(line)) questions.push(`${questions.pop()} ${line.trim()}`);
  }
  return { problem: plainText(problem[0] ?? ''), questions: questions.map(plainText) };
}

/**
 * One part of a brief.
 * @param markdown the stage's README
 * @param title the heading of the part
 * @returns what is below it, up to the next heading of level 2; empty when there is no such part
 */
export function section(markdown: string, title: string): string {
  const parts = markdown.split(/^## +/m);
  const part = parts.find((text) => text.split('\n', 1)[0]?.trim() === title);
  return part === undefined ? '' : part.slice(part.indexOf('\n') + 1).trim();
}

function plainText(markdown: string): string {
  return markdown
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*([^*]+)\*\*|(?<!\w)[*_]([^*_]+)[*_](?!\w)/g, '$1$2')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
