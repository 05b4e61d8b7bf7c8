import type { Check } from '../src/check.ts';
import { expectThat } from '../src/expect.ts';

export const commandLineChecks: readonly Check[] = [
  {
    id: 'cli.add',
    since: '00',
    capability: 'cli',
    title: 'add <title> ends with exit status 0',
    why: 'The exit status is how a program tells another program that it went well: 0 means done.',
    hints: [
      'What does your program do with the words that stand after its name? Where does Node keep them?',
      'Look at the file that "start" in stage.json names: process.argv.slice(2) holds the words.',
      'When the first word is add, create a task from the second, print it, and let the program end by itself.',
    ],
    isolated: true,
    async run({ command, random }) {
      const result = await command(['add', random.title()]);

      expectThat(result, result.status === 0, 'exit status 0');
    },
  },
];
