/**
 * The commands a reader would type: the lines of all ```sh blocks.
 * @param markdown a README
 * @returns the commands in order; comments are dropped, lines that end with a backslash are joined
 */
export function readCommands(markdown: string): string[] {
  const blocks = Array.from(markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm), ([, block = '']) => block);
  return blocks.flatMap((block) =>
    block
      .replaceAll(/\\\n\s*/g, '')
      .split('\n')
      .map((line) =>
        line
          .replace(/^\$ /, '')
          .replace(/\s+#\s.*$/, '')
          .trim(),
      )
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
}

/** How a command of a README is proved. */
export type Treatment = 'run' | 'serve' | 'watch' | 'exists';

/**
 * Decides how a command is proved.
 * @param command one line
 * @returns 'serve' for what goes on until it is stopped and answers on a port, 'watch' for what goes on and prints a
 * verdict, 'exists' for what `npm test` runs as a task of its own, 'run' for everything else
 */
export function treatmentOf(command: string): Treatment {
  if (/\bstrata feel\b|^npm .* -w stages\/|\bstrata check \w+ --dir stages\//.test(command)) return 'exists';
  if (/\bstrata check\b.*--watch\b/.test(command)) return 'watch';
  if (/\bstrata serve\b(?! 0?0\b)/.test(command)) return 'serve';
  return /^(PORT=\d+ +)?(npm (start|run dev)|node (--watch )?\S*server\.\w+)/.test(command) ? 'serve' : 'run';
}
