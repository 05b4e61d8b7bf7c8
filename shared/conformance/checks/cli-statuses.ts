import type { Check } from '../src/check.ts';
import type { CommandResult } from '../src/command-line.ts';
import { show } from '../src/difference.ts';
import { expectThat } from '../src/expect.ts';
import { type Evidence, refute } from '../src/failure.ts';
import { readResource } from '../src/resource.ts';
import type { Session } from '../src/session.ts';
import { joinWords } from '../src/words.ts';
import { otherSpellings } from './characters.ts';

/**
 * Throws a Failure unless the run was refused as the contract says: status 1, one line, nothing else. `why` says what
 * there is to refuse; `again` repeats it when the command alone does not.
 */
export function expectRefused(result: CommandResult, why: string, again: string = result.again): void {
  const expected = `exit status 1, and one line "error: …" on standard error; nothing on standard output\n(${why})`;
  const oneLine = result.errorLines.length === 1 && /^error: \S/.test(result.errorLines[0] ?? '');
  const evidence = { sent: result.sent, came: result.came, again };
  expectThat(evidence, result.status === 1 && oneLine && result.stdout.trim() === '', expected);
}

function expectUsage(result: CommandResult, why: string): void {
  const explained = /usage|--help|\badd\b/i.test(result.stderr);
  const expected = `exit status 2, and the usage on standard error; nothing on standard output\n(${why})`;
  expectThat(result, result.status === 2 && explained && result.stdout.trim() === '', expected);
}

// What a fresh session needs to come to the same end: of what was typed, these lines.
function retell(talk: Session, lines: readonly string[]): Evidence {
  const program = talk.typed().again.split(' | ').at(-1);
  const sent = ['tracker --json', ...lines.map((line) => `  ${line}`)].join('\n');
  return { sent, came: talk.stdout, again: `printf '%s\\n' ${joinWords(lines)} | ${program}` };
}

async function addIn(talk: Session, line: string): Promise<number> {
  const reply = await talk.ask(line);
  const evidence = retell(talk, [line]);
  if (!reply.ok) throw refute(evidence, 'added, as JSON', reply.refusal);
  return readResource(reply.value, evidence, 'what was added').id;
}

/** What a run that went wrong tells: its exit status, and which output it uses. */
export const statusChecks: readonly Check[] = [
  {
    id: 'cli.refused',
    since: '00',
    capability: 'cli',
    title: 'a command that the tracker refuses ends with exit status 1 and one line: error: …',
    why: 'A program that calls yours sees the exit status only; a person needs one clear line, and no stack trace.',
    hints: [
      'Through which two doors can a program print, and which one is for mistakes?',
      'Look at the outermost place where your program catches an error: what does it print, where, and what status does it set?',
      'There: console.error(`error: …`) and process.exitCode = 1.',
    ],
    isolated: true,
    async run({ command, random }) {
      expectRefused(await command(['done', String(random.integer(5000, 90_000))]), 'there is no such task');
    },
  },
  {
    id: 'cli.invalid-value',
    since: '00',
    capability: 'cli',
    title: 'a value that breaks a rule ends with exit status 1, with --json too',
    why: 'Whoever reads the JSON must be able to trust that there is none when something went wrong.',
    hints: [
      'The command was typed correctly, its value is wrong. Is that the same kind of mistake as a mistyped command?',
      'Look which errors become status 1 and which become 2, and whether --json changes where errors go.',
      'Every refusal by the rules is status 1 and one line on standard error, whatever the output format is.',
    ],
    isolated: true,
    async run({ command, random }) {
      expectRefused(await command(['add', random.letters(201), '--json']), 'the title is too long');
    },
  },
  {
    id: 'cli.id-digits',
    since: '00',
    capability: 'cli',
    title: 'an id is digits and does not begin with 0, after a command and after --lead',
    why: 'Number() makes a number of many things: 0x1, 2e0 and " 3" too. A command that deletes should not guess what was meant.',
    hints: [
      'What does Number("0x1") give, and what Number("")?',
      'Look at every place where an id comes in: the words after done and delete, and the value of --lead.',
      'One function for all of them: /^[1-9]\\d*$/ has to match before Number() sees the text.',
    ],
    isolated: true,
    async run({ session, random }) {
      const talk = await session();
      const given = [`add ${random.token()}`, `lead add ${random.token()}`];
      const ids: number[] = [];
      for (const line of given) ids.push(await addIn(talk, line));
      const [id = 0, leadId = 0] = ids;
      const spelled = (one: number): string[] => otherSpellings(one).map((text) => decodeURIComponent(text));
      const lines = [
        ...spelled(leadId).map((text) => `add ${random.token()} --lead "${text}"`),
        ...spelled(id).map((text) => `done "${text}"`),
      ];
      for (const line of lines) {
        const reply = await talk.ask(line);
        if (reply.ok)
          throw refute(retell(talk, [...given, line]), 'refused: that is no id', show(reply.value));
      }
      await talk.finish();
    },
  },
  {
    id: 'cli.unknown-command',
    since: '00',
    capability: 'cli',
    title: 'an unknown command ends with exit status 2 and the usage',
    why: 'Status 2 says "you called me wrongly": somebody has to look at the command, not at the data.',
    hints: [
      'What should somebody read who mistyped a command?',
      'Look where the command is chosen: what happens when none matches?',
      'Print the usage with console.error and set process.exitCode = 2.',
    ],
    isolated: true,
    async run({ command }) {
      expectUsage(await command(['dance']), 'there is no command dance');
    },
  },
  {
    id: 'cli.unknown-option',
    since: '00',
    capability: 'cli',
    title: 'an unknown option ends with exit status 2 and the usage',
    why: 'An option that is silently ignored does something else than the person believes.',
    hints: [
      'If someone types --stauts done, what will they see when you ignore it?',
      'Look how options are read: is there a list of the ones that exist?',
      'parseArgs from node:util throws at an unknown option: catch that, print the usage, and set process.exitCode = 2.',
    ],
    isolated: true,
    async run({ command }) {
      expectUsage(await command(['list', '--colour', 'red']), 'there is no option --colour');
    },
  },
  {
    id: 'cli.missing-argument',
    since: '00',
    capability: 'cli',
    title: 'a command without the argument it needs ends with exit status 2 and the usage',
    why: 'add without a title is not a wrong title: it is half a command.',
    hints: [
      'What is the difference between an empty title and none at all?',
      'Look what your add does with a word that is not there: undefined is no text.',
      'Count the words of a command before you run it; when one is missing, print the usage and set process.exitCode = 2.',
    ],
    isolated: true,
    async run({ command }) {
      expectUsage(await command(['add']), 'add needs a title');
    },
  },
];
