import type { Check } from '../src/check.ts';
import type { CommandResult } from '../src/command-line.ts';
import { show } from '../src/difference.ts';
import { readDocuments } from '../src/documents.ts';
import { expectThat } from '../src/expect.ts';
import { once } from '../src/once.ts';
import { shorten } from '../src/output.ts';
import { readResources } from '../src/resource.ts';
import { describeEnd } from '../src/start-problem.ts';
import { added } from './cli-commands.ts';

/** A short session with two mistakes in it, and no line break after its last command. */
const transcript = once('cli.transcript', async (tracker) => {
  await added(tracker).catch(() => {}); // what that run added must not be there any more
  const { command, random } = tracker;
  const [plain, last] = [random.token(), random.token()];
  const [double, single] = [`buy ${random.token()}`, `call ${random.token()}`];
  const lines = [
    `add ${plain}`,
    `add "${double}"`,
    `add '${single}'`,
    'dance',
    'done 98765',
    `add ${last}`,
    'list',
  ];
  return { plain, double, single, last, result: await command(['--json'], { stdin: lines.join('\n') }) };
});

/** Many commands, written at once. */
const rush = once('cli.rush', async ({ command, random }) => {
  const word = random.token();
  const titles = Array.from({ length: 60 }, (_, index) => `${word}-${index + 1}`);
  const lines = [...titles.map((title) => `add ${title}`), 'list', ''];
  const result = await command(['--json'], { stdin: lines.join('\n') });
  const sent = `tracker --json\n  add ${word}-1\n  …\n  add ${word}-60\n  list`;
  const program = result.again.split(' | ').at(-1);
  const again = `(for n in $(seq 60); do echo "add ${word}-$n"; done; echo list) | ${program}`;
  return { titles, result, evidence: { sent, came: result.came, again } };
});

/** Sessions that say good-bye before their input ends, one after a command that was refused. */
const farewells = once('cli.farewells', ({ command, random }) =>
  Promise.all(
    ['exit', 'quit'].map(async (word) => {
      const [before, after] = [random.token(), random.token()];
      const stdin = `add ${before}\ndone 98765\n${word}\nadd ${after}\n`;
      return { word, before, after, result: await command(['--json'], { stdin }) };
    }),
  ),
);

/** The titles of the tasks that a session printed one by one, in order. */
function titlesOf(result: CommandResult): unknown[] {
  return readDocuments(result.stdout).documents.flatMap((one) =>
    typeof one === 'object' && one !== null && 'title' in one ? [one.title] : [],
  );
}

/** The interactive session: the same commands, a line each. */
export const sessionChecks: readonly Check[] = [
  {
    id: 'cli.session',
    since: '00',
    capability: 'cli',
    title: 'without a command, the tracker reads commands from standard input and answers each',
    why: 'A program that stays can keep its tasks in memory between two commands: the first step towards a server.',
    hints: [
      'How does a program read what is typed into it, line by line, without knowing when the next line comes?',
      'Look at what your program does when no words were given: it should read standard input. In Node: node:readline.',
      'for await (const line of createInterface({ input: process.stdin })): split the line into words and run them as if they had been typed after the name.',
    ],
    isolated: true,
    async run(tracker) {
      const { plain, result } = await transcript(tracker);

      expectThat(result, titlesOf(result).includes(plain), `the task ${plain} as JSON on standard output`);
    },
  },
  {
    id: 'cli.session-clean',
    since: '00',
    capability: 'cli',
    title: 'with --json a session that is read by a program prints JSON and nothing else',
    why: 'A greeting and a prompt help a person at a terminal, and break every program that reads along.',
    hints: [
      'How can a program know whether a person is typing, or another program?',
      'Look for what your session prints besides its answers: a greeting, a prompt, a good-bye, what a deletion says.',
      'In Node process.stdin.isTTY is true at a terminal only: print prompts only then, and keep text out of --json.',
    ],
    isolated: true,
    async run(tracker) {
      const { result } = await transcript(tracker);

      const { documents, noise } = readDocuments(result.stdout);
      const came = noise === '' ? 'nothing at all' : `between the JSON: ${shorten(noise, 200)}`;
      expectThat(result, documents.length > 0 && noise === '', 'nothing but JSON on standard output', came);
    },
  },
  {
    id: 'cli.session-many',
    since: '00',
    capability: 'cli',
    title: 'many commands that arrive at once are run one after the other, each answered once',
    why: 'Input comes in pieces of any size: half a line, or sixty lines together. A program sees a stream, not lines.',
    hints: [
      'If running a command takes a moment, what happens to the lines that arrive meanwhile?',
      'Look whether the next line can begin before the one before has ended, and whether the end of the input cuts off what is still running.',
      'Await each command before you read the next line: for await (const line of lines) { await run(line); }',
    ],
    isolated: true,
    async run(tracker) {
      const { titles, result, evidence } = await rush(tracker);

      const answered = titlesOf(result);
      const wrong = titles.findIndex((title, index) => answered[index] !== title);
      const came = `${answered.length} answered; number ${wrong + 1} is ${show(answered[wrong])}`;
      expectThat(evidence, wrong < 0, '60 tasks, in the order of the commands', came);
      const { documents } = readDocuments(result.stdout);
      expectThat(evidence, Array.isArray(documents.at(-1)), 'then the list, as the last answer');
    },
  },
  {
    id: 'cli.session-quotes',
    since: '00',
    capability: 'cli',
    title: 'in a session, quotes hold a title of several words together',
    why: 'At the prompt of a shell the shell does this for you; in your own session nobody else does.',
    hints: [
      'Who parts a line into words when no shell is there?',
      'Look where a line of the session is split: what does splitting at every blank do to a title in quotes?',
      'Match words instead of splitting: /"([^"]*)"|\'([^\']*)\'|(\\S+)/g, and take what stands between the quotes.',
    ],
    isolated: true,
    async run(tracker) {
      const { double, single, result } = await transcript(tracker);

      const titles = titlesOf(result);
      expectThat(result, titles.includes(double), `a task with the title ${double}, from "…"`);
      expectThat(result, titles.includes(single), `a task with the title ${single}, from '…'`);
    },
  },
  {
    id: 'cli.session-goes-on',
    since: '00',
    capability: 'cli',
    title: 'in a session a mistake is told on standard error, and the session goes on',
    why: 'Nobody wants to lose an hour of tasks to one mistyped word.',
    hints: [
      'When something deep inside throws, who catches it, and what is left to run then?',
      'Look where a session runs one line: what happens to the loop when that fails?',
      'Catch around the one line, inside the loop: print `error: …` with console.error, and read the next line.',
    ],
    isolated: true,
    async run(tracker) {
      const { last, result } = await transcript(tracker);

      const errors = result.errorLines.filter((line) => line.startsWith('error: '));
      expectThat(
        result,
        errors.length === 2,
        'two lines "error: …" on standard error, for dance and for done 98765',
      );
      expectThat(result, titlesOf(result).includes(last), `the task ${last}, added after both mistakes`);
    },
  },
  {
    id: 'cli.session-last-line',
    since: '00',
    capability: 'cli',
    title: 'the last line counts, even without a line break after it',
    why: 'Files and programs often end without a line break; their last command is meant like all the others.',
    hints: [
      'What ends a line: a line break, or also the end of the input?',
      'Look how your program finds lines in what it reads, and what it does with the rest when the input ends.',
      'When the input ends, run what is left in the buffer too. (node:readline does it for you.)',
    ],
    isolated: true,
    async run(tracker) {
      const { result } = await transcript(tracker);

      const { documents } = readDocuments(result.stdout);
      expectThat(result, Array.isArray(documents.at(-1)), 'the list, as the answer to the last line');
    },
  },
  {
    id: 'cli.memory',
    since: '00',
    capability: 'cli',
    title: 'without --file nothing is kept: the next run begins empty',
    why: 'This is what a program is: its memory goes when it ends. To feel that is the point of this stage.',
    hints: [
      'Where do the tasks live while your program runs, and where is that when it has ended?',
      'Look whether anything is written to a file when --file was not given.',
      'Read and write a file only when --file names one; otherwise begin with an empty list.',
    ],
    isolated: true,
    async run(tracker) {
      const { result: earlier } = await added(tracker);
      const { result } = await transcript(tracker);

      const own = titlesOf(result);
      const tasks = readResources(readDocuments(result.stdout).documents.at(-1), result, 'task');
      const kept = tasks.filter(({ title }) => !own.includes(title));
      const evidence = { sent: result.sent, came: result.came, again: `${earlier.again}\n${result.again}` };
      const expected = 'a list of the tasks that this session added, and no others';
      expectThat(evidence, kept.length === 0, expected, 'tasks that an earlier run had added');
    },
  },
  {
    id: 'cli.session-ends',
    since: '00',
    capability: 'cli',
    title: 'a session ends with exit status 0 when its input ends, and leaves nothing running',
    why: 'The end of the input is how the other side says good-bye. A program that stays becomes a ghost that nobody sees.',
    hints: [
      'What keeps a program alive when there is nothing left to read?',
      'Look for timers, open files, or processes that your program has started and not ended.',
      'Let the loop over the lines end, close what you opened, and do not call process.exit in the middle of writing.',
    ],
    isolated: true,
    async run(tracker) {
      const { result, evidence } = await rush(tracker);

      const said = result.errorLines.slice(0, 6).map((line) => `  stderr  ${line}`);
      const came = [describeEnd(result.ended), ...said].join('\n');
      expectThat(evidence, result.status === 0, 'exit status 0 at the end of the input', came);
      const left = result.ended.leftovers.map(({ command, pid }) => `${command} (process ${pid})`);
      expectThat(evidence, left.length === 0, 'no process left running', `still running: ${left.join(', ')}`);
    },
  },
  {
    id: 'cli.session-exit',
    since: '00',
    capability: 'cli',
    title: 'exit and quit end a session; what stands after them is not run',
    why: 'Who types has no other way to leave that works on every system, and expects one of these two words.',
    hints: [
      'How does a person say that they are done, who has no file that ends?',
      'Look at the loop over the lines: which line does it end at?',
      "Before a line is run: if (['exit', 'quit'].includes(line.trim())) break;",
    ],
    isolated: true,
    async run(tracker) {
      for (const { word, before, after, result } of await farewells(tracker)) {
        const titles = titlesOf(result);
        expectThat(result, titles.includes(before), `the task ${before}, added before ${word}`);
        expectThat(result, !titles.includes(after), `no task ${after}: ${word} had ended the session`);
        const unknown = result.errorLines.length > 1;
        expectThat(result, !unknown, `${word} is no mistake: one line on standard error, for done 98765`);
      }
    },
  },
  {
    id: 'cli.session-status',
    since: '00',
    capability: 'cli',
    title: 'a session ends with exit status 0, also when a command in it was refused',
    why: 'The mistakes were told when they were made. The status says how the session itself ended, and that went well.',
    hints: [
      'Whose exit status is it: that of one command, or that of the session?',
      'Look where a refused line is reported: does the same code set process.exitCode?',
      'Report in one place, and set the status only where a single command was run from the command line.',
    ],
    isolated: true,
    async run(tracker) {
      const { result } = await transcript(tracker);
      for (const one of [...(await farewells(tracker)).map(({ result }) => result), result]) {
        expectThat(one, one.status === 0, 'exit status 0: the session itself went well');
      }
    },
  },
];
