import { linkSync, readFileSync, writeFileSync } from 'node:fs';
import type { Check } from '../src/check.ts';
import { show } from '../src/difference.ts';
import { readDocuments } from '../src/documents.ts';
import { expectFields, expectSame, expectThat } from '../src/expect.ts';
import { Failure, refute } from '../src/failure.ts';
import { once } from '../src/once.ts';
import { readResource, readResources } from '../src/resource.ts';
import { quoteWord } from '../src/words.ts';
import { expectRefused } from './cli-statuses.ts';
import { readIfThere, watchWhile } from './data-file.ts';

/** Three runs with one data file: a command, a session, and commands from standard input. */
const diary = once('cli.diary', async ({ command, session, temporaryFile, random }) => {
  const file = temporaryFile('tasks.json');
  const older = `${file}.older`;
  const first = await command(['add', random.title(), '--notes', random.text(9), '--json', '--file', file]);
  expectThat(first, first.status === 0, 'exit status 0, and a data file');
  const kept = readResource(first.json(), first, 'the task');
  const bytes = readIfThere(file);
  if (bytes === undefined) throw refute(first, 'a data file after the run', 'no file there');
  linkSync(file, older); // a second name for what is there now: it shows whether this very file is written to

  const talk = await session(['--json', '--file', file]);
  const stays = await talk.ask(`add ${random.token()}`);
  const goes = await talk.ask(`add ${random.token()}`);
  if (!stays.ok || !goes.ok) throw refute(await talk.finish(), 'two tasks added in a session with --file');
  const second = {
    stays: readResource(stays.value, first, 'a task'),
    goes: readResource(goes.value, first, 'a task'),
  };
  await talk.askThenList(`delete ${second.goes.id}`, 'list');
  const ended = await talk.finish();

  const third = await command(['--json', '--file', file], { stdin: `add ${random.token()}\nlist\n` });
  const [last, list] = readDocuments(third.stdout).documents;
  const again = [first.again, ended.again, third.again].join('\n');
  const evidence = { sent: third.sent, came: third.came, again };
  return {
    evidence,
    file,
    kept,
    ...second,
    last: readResource(last, evidence, 'the task'),
    list: readResources(list, evidence, 'task'),
    overwritten: { before: bytes, after: readFileSync(older) },
  };
});

/** Runs with files that are no data files of the tracker. */
const foreign = once('cli.foreign', async ({ command, temporaryFile }) => {
  const texts = ['{"tasks": [{"id": 1, "title": "Buy mi', '{"name": "a-package", "version": "1.0.0"}\n'];
  return Promise.all(
    texts.map(async (text) => {
      const file = temporaryFile('other.json');
      writeFileSync(file, text);
      const result = await command(['add', 'Buy milk', '--file', file]);
      const why = `the file holds ${text.trim()}`;
      const again = `printf '%s' ${quoteWord(text.trim())} > other.json\n${result.again}`;
      return { text, result, why, again, after: readFileSync(file, 'utf8') };
    }),
  );
});

/** The data file: kept between runs, never reused ids, never half a file. */
export const fileChecks: readonly Check[] = [
  {
    id: 'cli.file-kept',
    since: '00',
    capability: 'cli',
    title: 'with --file the tasks are there again in the next run, exactly as they were',
    why: 'Memory ends with the program; a file does not. Everything that databases do begins here.',
    hints: [
      'At which two moments does a program have to meet the file?',
      'Look where --file is read: what happens before the command, and what after it?',
      'Before the command read the file and JSON.parse it (no file yet: begin empty); after a change write everything with JSON.stringify.',
    ],
    isolated: true,
    async run(tracker) {
      const { evidence, kept, list } = await diary(tracker);

      const found = list.filter(({ id }) => id === kept.id);
      expectSame(evidence, found, [kept], 'the task of the first run, unchanged');
    },
  },
  {
    id: 'cli.file-session',
    since: '00',
    capability: 'cli',
    title: 'with --file a session keeps what was added and what was deleted in it',
    why: 'Two ways in, one tracker: what a session did is as real as what a command did.',
    hints: [
      'When does a session have anything to save, and does it know when it will end?',
      'Look where the file is written: after every command, or only in the way in which a single command ends?',
      'Put saving into the step that runs one command: then a session does it too, after each line.',
    ],
    isolated: true,
    async run(tracker) {
      const { evidence, stays, goes, list } = await diary(tracker);

      const added = list.filter(({ title }) => title === stays.title);
      expectThat(evidence, added.length === 1, `the task ${show(stays.title)}, added in the session`);
      const deleted = list.filter(({ title }) => title === goes.title);
      expectSame(evidence, deleted, [], `no task ${show(goes.title)}: it was deleted in the session`);
    },
  },
  {
    id: 'cli.file-ids',
    since: '00',
    capability: 'cli',
    title: 'ids are not given again in a later run either',
    why: 'The last id given is part of the data: forget it, and the next task takes the name of one that is gone.',
    hints: [
      'After a restart, how does your program know which id comes next, when the last task was deleted?',
      'Look at what the data file holds: the tasks only, or also the last id that was given?',
      'Store the counters in the file beside the tasks and leads, and read them back at the start.',
    ],
    isolated: true,
    async run(tracker) {
      const { evidence, kept, stays, goes, last } = await diary(tracker);

      const used = [kept.id, stays.id, goes.id];
      const what = `an id that was never used (${used.join(', ')} were; ${goes.id} was deleted)`;
      expectThat(evidence, !used.includes(last.id), what, `the id ${last.id} again`);
    },
  },
  {
    id: 'cli.file-replaced',
    since: '00',
    capability: 'cli',
    title: 'the data file is replaced by a new one, not written over',
    why: 'Writing over a file destroys the old data first. If the power goes then, both are lost; a file that is renamed into place is whole at any moment.',
    hints: [
      'In which order do the old data go and the new data come, when you write to a file that is there already?',
      'Look where the file is written: to which name?',
      'Write to another name in the same folder (tasks.json.tmp), then rename that to the real name: renaming is one step, all or nothing.',
    ],
    isolated: true,
    async run(tracker) {
      const { evidence, file, overwritten } = await diary(tracker);

      const changed = !readFileSync(file).equals(overwritten.before);
      expectThat(evidence, changed, 'a data file that changed with the data', 'the same bytes as before');
      const whole = overwritten.after.equals(overwritten.before);
      expectThat(
        evidence,
        whole,
        'a new file in the place of the old one',
        'the old file was opened and written over',
      );
    },
  },
  {
    id: 'cli.file-whole',
    since: '00',
    capability: 'cli',
    title: 'whoever reads the data file at any moment finds it whole, even after kill -9',
    why: 'Programs are stopped in the middle: by people, by updates, by the power. What is on the disk must be whole at every instant.',
    hints: [
      'What is in a file between the moment it is opened for writing and the moment the last byte has arrived?',
      'Look where the file is written: is the file with the real name ever half full?',
      'Write the whole text to another name first, wait until that is finished, and only then rename it.',
    ],
    isolated: true,
    async run({ session, temporaryFile, random }) {
      const file = temporaryFile('tasks.json');
      const talk = await session(['--json', '--file', file]);
      await talk.ask(`add ${random.token()} --notes ${random.letters(9000)}`);

      talk.write(`add ${random.token()} --notes ${random.letters(4000)}\n`.repeat(40));
      const half = await watchWhile(file, async () => {
        for (let answers = 0; answers < 4; answers += 1) await talk.reply();
        talk.kill();
        await talk.exited;
      });

      if (half === undefined) return;
      const line = "printf 'add milk --notes %04000d\\n'";
      throw new Failure({
        sent: 'tracker --json --file tasks.json\n  add <title> --notes <4000 letters>   (again and again, then kill -9)',
        expected: 'a data file that is whole at any moment',
        came: 'for a moment the file was there and was no JSON: empty, or cut in the middle',
        again: `${line} $(seq 40) | ${talk.typed().again.split('| ').at(-1)}`,
      });
    },
  },
  {
    id: 'cli.file-refused',
    since: '00',
    capability: 'cli',
    title: 'a file that is not a data file of the tracker is refused: exit status 1, one line',
    why: 'A path is easily mistyped. To go on with an empty list would look as if all data were gone.',
    hints: [
      'Which two things can be wrong with a file that is there: how it is written, and what it says?',
      'Look what happens between JSON.parse and the first use of what it returned.',
      'Catch the error of JSON.parse, check that what came has your shape (an object with tasks and leads), and refuse with one line otherwise.',
    ],
    isolated: true,
    async run(tracker) {
      for (const { result, why, again } of await foreign(tracker)) expectRefused(result, why, again);
    },
  },
  {
    id: 'cli.file-untouched',
    since: '00',
    capability: 'cli',
    title: 'a file that was refused is left as it was, byte for byte',
    why: "It may be somebody's only copy of something else, or your own data with one wrong comma.",
    hints: [
      'What would you lose if the tracker "repaired" a file it does not understand?',
      'Look whether anything is written on the way out after the file was refused.',
      'Refuse before anything else happens: no command is run and nothing is saved.',
    ],
    isolated: true,
    async run(tracker) {
      for (const { text, result, again, after } of await foreign(tracker)) {
        const evidence = { sent: result.sent, came: result.came, again: `${again}\ncat other.json` };
        expectSame(evidence, after, text, 'the file as it was');
      }
    },
  },
  {
    id: 'cli.file-older',
    since: '00',
    capability: 'cli',
    title: 'a data file with a text that would be refused today is still read, and the text stays',
    why: 'Rules become stricter, and what people wrote before is theirs. A tracker that will not open its own file has lost everything in it.',
    hints: [
      'A rule for what comes in: does it also hold for what has been there for a year?',
      'Look at what checks the file when it is read: is it the same code that checks a new task?',
      'Of a text in the file ask only that it is a string; keep the rules for what is typed.',
    ],
    isolated: true,
    async run({ command, temporaryFile, random }) {
      const file = temporaryFile('older.json');
      const title = random.token();
      const first = await command(['add', title, '--json', '--file', file]);
      const task = readResource(first.json(), first, 'the task');
      const kept = ' \u200B';
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll(title, kept));

      for (const args of [['list'], ['start', String(task.id)]]) {
        const result = await command([...args, '--json', '--file', file]);
        const again = `${first.again}\nsed -i.old "s/${title}/ $(printf '\\342\\200\\213')/" older.json\n${result.again}`;
        const evidence = { sent: result.sent, came: result.came, again };
        const expected = 'exit status 0: the file is from before today’s rules for texts';
        expectThat(evidence, result.status === 0, expected);
        const [found] = [result.json()].flat();
        expectFields(
          evidence,
          readResource(found, evidence, 'the task'),
          { title: kept },
          'the title as it was kept',
        );
      }
    },
  },
  {
    id: 'cli.file-folder',
    since: '00',
    capability: 'cli',
    title: 'a data file in a folder that does not exist is refused: exit status 1, one line',
    why: 'A mistyped path is an everyday mistake: it deserves one clear line, not a stack trace.',
    hints: [
      '"There is no file yet" and "there is no place for a file": how do they differ, and when do you notice?',
      'Look at the errors that reading and writing the file can give, and who catches them.',
      'Catch the errors of writing as well, and turn them into the same one-line refusal, with the path in it.',
    ],
    isolated: true,
    async run({ command, temporaryFile }) {
      const file = `${temporaryFile('no-such-folder')}/tasks.json`;

      expectRefused(await command(['add', 'Buy milk', '--file', file]), 'there is no such folder');
    },
  },
  {
    id: 'cli.text',
    since: '00',
    capability: 'cli',
    title: 'without --json the list shows every task with its id and its title',
    why: 'People need the id to say which task they mean: done 3.',
    hints: [
      'What must a person see in the list to be able to type the next command?',
      'Look how a task becomes a line of text.',
      'Print a line for each task with its id, its status and its title: #3 [todo] Buy milk.',
    ],
    isolated: true,
    async run(tracker) {
      const { file, kept } = await diary(tracker);

      const result = await tracker.command(['list', '--file', file]);

      expectThat(result, result.status === 0, 'exit status 0');
      expectThat(
        result,
        result.stdout.includes(String(kept.title)),
        `the title ${show(kept.title)} in the list`,
      );
      const rest = result.stdout.replaceAll(String(kept.title), '');
      expectThat(result, new RegExp(`\\b${kept.id}\\b`).test(rest), `the id ${kept.id} in the list`);
    },
  },
];
