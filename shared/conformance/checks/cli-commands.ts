import type { Check } from '../src/check.ts';
import { expectFields, expectThat } from '../src/expect.ts';
import { once } from '../src/once.ts';
import { readResource } from '../src/resource.ts';

/** One task added by one run, without a data file. */
export const added = once('cli.added', async ({ command, random }) => {
  const title = random.title();
  return { title, result: await command(['add', title, '--json']) };
});

/** The first things that a command line does. */
export const commandChecks: readonly Check[] = [
  {
    id: 'cli.add',
    since: '00',
    capability: 'cli',
    title: 'add <title> --json prints the new task as JSON and ends with exit status 0',
    why: 'The exit status and the output are how a program talks to other programs: 0 means done, and JSON can be read again.',
    hints: [
      'Where does a program find the words that were typed after its name?',
      'Look at the file that "start" in stage.json names: process.argv.slice(2) holds the words in Node.',
      'When the first word is add, create a task from the second, print JSON.stringify(task) with console.log, and let the program end by itself.',
    ],
    isolated: true,
    async run(tracker) {
      const { title, result } = await added(tracker);

      expectThat(result, result.status === 0, 'exit status 0, and the task as JSON on standard output');
      const task = readResource(result.json(), result, 'the task');
      expectFields(result, task, { title }, 'the task with the title that was typed');
    },
  },
  {
    id: 'cli.notes-lines',
    since: '00',
    capability: 'cli',
    title: 'notes with line breaks arrive whole',
    why: 'The shell hands over every word as it is, blanks and line breaks included; only your program could lose them.',
    hints: [
      'Who parts a command into words, the shell or your program?',
      'Look what happens to the value of --notes on its way to the task.',
      'Take the word after --notes as it is: do not join, split or trim it.',
    ],
    isolated: true,
    async run({ command, random }) {
      const notes = `${random.letters(5)}\n\t${random.letters(5)}  ${random.letters(5)}\n`;

      const result = await command(['add', random.title(), '--notes', notes, '--json']);

      expectThat(result, result.status === 0, 'exit status 0, and the task');
      const task = readResource(result.json(), result, 'the task');
      expectFields(
        result,
        task,
        { notes },
        'the notes as they were typed: both line breaks, the tab and both blanks',
      );
    },
  },
  {
    id: 'cli.help',
    since: '00',
    capability: 'cli',
    title: '--help tells what can be typed, and ends with exit status 0',
    why: 'Asking for help is no mistake: the answer goes to standard output, so that it can be read page by page.',
    hints: [
      'What does somebody need to know who sees your program for the first time?',
      'Look where the words are read: is --help seen before anything else?',
      'Print the commands (add, list, start, done, delete, lead …) and the options (--file, --json, --help) with console.log, and end.',
    ],
    isolated: true,
    async run({ command }) {
      const result = await command(['--help']);

      expectThat(result, result.status === 0, 'exit status 0');
      for (const word of ['add', 'list', 'start', 'done', 'delete', 'lead', '--file', '--json']) {
        expectThat(result, result.stdout.includes(word), `help on standard output that mentions ${word}`);
      }
    },
  },
];
