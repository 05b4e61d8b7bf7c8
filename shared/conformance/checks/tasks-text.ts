import type { Check } from '../src/check.ts';
import { accepted, expectFields, refused } from '../src/expect.ts';
import { CONTROLS, named } from './characters.ts';

/** The rules for the texts of a task. */
export const taskTextChecks: readonly Check[] = [
  {
    id: 'task.title-trimmed',
    since: '00',
    capability: 'tracker',
    title: 'a title loses the blanks around it',
    why: 'People type and paste blanks without seeing them; two titles that look alike should be alike.',
    hints: [
      'Which method takes the blanks off both ends of a text, and does it change the text or give you a new one?',
      'Look where a title comes in, before its length is checked.',
      'Keep what title.trim() returns, check the length of that, and store that.',
    ],
    async run({ domain, random }) {
      const title = random.title();

      const outcome = await domain.createTask({ title: `  ${title}   ` });

      expectFields(
        outcome.evidence,
        accepted(outcome, 'a new task'),
        { title },
        'the title without the blanks around it',
      );
    },
  },
  {
    id: 'task.title-missing',
    since: '00',
    capability: 'tracker',
    title: 'a title that is empty, or only blanks, is refused',
    why: 'A task nobody can read the name of is a task nobody does.',
    hints: [
      'Is a text of three blanks empty? It depends on when you look.',
      'Look at the order of the two steps: taking the blanks off, and checking the length.',
      'Trim first; when nothing is left (length 0), refuse.',
    ],
    async run({ domain }) {
      for (const title of ['', '   ']) {
        refused(
          await domain.createTask({ title }),
          'refused: a title has at least 1 character after trimming',
        );
      }
    },
  },
  {
    id: 'task.title-longest',
    since: '00',
    capability: 'tracker',
    title: 'a title of 1 and of 200 characters is kept, blanks around it not counted',
    why: 'Most mistakes with limits are off by one, and sit exactly at the limit.',
    hints: [
      'Does "at most 200" include 200? Which comparison says so?',
      'Look where the length is checked: which text is measured, before or after the blanks are taken off?',
      'After trimming, a length from 1 to 200 is fine: refuse only when length > 200.',
    ],
    async run({ domain, random }) {
      for (const length of [1, 200]) {
        const title = random.letters(length);
        const outcome = await domain.createTask({ title: ` ${title} ` });
        const what = `the title of ${length} ${length === 1 ? 'character' : 'characters'}, kept whole`;
        expectFields(outcome.evidence, accepted(outcome, what), { title }, what);
      }
    },
  },
  {
    id: 'task.title-too-long',
    since: '00',
    capability: 'tracker',
    title: 'a title of 201 characters is refused',
    why: 'A limit that is written down and not enforced is a surprise waiting in a column that is too narrow.',
    hints: [
      'What should happen to the 201st character: cut it off silently, or tell the person?',
      'Look where a title is checked: is there an upper limit at all?',
      'When the trimmed title has more than 200 characters, refuse it; never cut it.',
    ],
    async run({ domain, random }) {
      refused(
        await domain.createTask({ title: random.letters(201) }),
        'refused: a title has at most 200 characters',
      );
    },
  },
  {
    id: 'task.text-kept',
    since: '00',
    capability: 'tracker',
    title: 'text in any script comes back as it was sent',
    why: 'Names and titles are written in every script there is. Text passes through many hands; each can break it.',
    hints: [
      'Where does text become bytes on its way through your program, and where do bytes become text again?',
      'Look at every place that reads or writes: does it say which encoding it means?',
      'Read and write UTF-8 everywhere, put the bytes together before you decode them, and do not filter letters.',
    ],
    async run({ domain, random }) {
      const texts = [
        'Łódź, Ærø, Þingvellir',
        '買い物リスト 🛒',
        'קניות: חלב',
        'قائمة المهام',
        '👩‍👩‍👧‍👦 cafe\u0301',
        random.text(60),
      ];
      for (const text of texts) {
        const outcome = await domain.createTask({ title: text, notes: text });
        const what = 'the title and the notes as they were sent';
        expectFields(outcome.evidence, accepted(outcome, what), { title: text, notes: text }, what);
      }
      for (const name of ['Łucja Ångström', 'Nguyễn Thị Hoa', 'Ольга', 'נועה', '田中 美咲']) {
        const outcome = await domain.createLead({ name });
        const what = 'the name as it was sent';
        expectFields(outcome.evidence, accepted(outcome, what), { name }, what);
      }
    },
  },
  {
    id: 'task.title-emoji-count',
    since: '00',
    capability: 'tracker',
    title: "lengths are counted as JavaScript's length counts them: an emoji is 2",
    why: 'There are several honest ways to count characters; the contract picks one so that every part agrees.',
    hints: [
      "What is '🚀'.length in JavaScript, and why is it not 1?",
      'Look where the length is measured: in UTF-16 code units, in characters as people see them, or in bytes?',
      'Use title.length itself, not [...title].length and not the number of bytes. (In other languages: count UTF-16 units.)',
    ],
    async run({ domain }) {
      const title = '🚀'.repeat(100);
      const outcome = await domain.createTask({ title });
      const what = '100 rockets count 200 characters: kept';
      expectFields(outcome.evidence, accepted(outcome, what), { title }, what);

      refused(
        await domain.createTask({ title: `${title}!` }),
        'refused: 100 rockets and a sign count 201 characters',
      );
    },
  },
  {
    id: 'task.title-control',
    since: '00',
    capability: 'tracker',
    title: 'control characters in a title are refused',
    why: 'Control characters are invisible, and terminals obey them: a title could clear the screen of whoever lists it.',
    hints: [
      'Which characters have no picture of their own, and what does a terminal do with them?',
      'Look at what a title is checked for besides its length.',
      'A regular expression finds them: /\\p{Cc}/u stands for all control characters. Refuse the title when it matches.',
    ],
    async run({ domain, random }) {
      for (const character of CONTROLS.filter((one) => domain.carries(one))) {
        const title = `${random.letters(4)}${character}${random.letters(4)}`;
        const outcome = await domain.createTask({ title });
        refused(outcome, `refused: the title holds the control character ${named(character)}`);
      }
    },
  },
  {
    id: 'task.notes-lines',
    since: '00',
    capability: 'tracker',
    title: 'notes hold tabs and line breaks',
    why: 'Notes are where people write lists and paste addresses: they have lines.',
    hints: [
      'What is the difference between the text of a title and the text of notes, when it comes to control characters?',
      'Look where notes are checked: do they share the check for titles?',
      'Allow tab, line feed and carriage return (\\t, \\n, \\r) in notes, and refuse the other control characters.',
    ],
    async run({ domain, random }) {
      for (const gap of ['\t', '\n', '\r\n', '\n\n'].filter((one) => domain.carries(one))) {
        const notes = `${random.letters(5)}${gap}${random.letters(5)}`;
        const outcome = await domain.createTask({ title: random.title(), notes });
        expectFields(outcome.evidence, accepted(outcome), { notes }, `the notes, with ${named(gap)} in them`);
      }
    },
  },
  {
    id: 'task.notes-control',
    since: '00',
    capability: 'tracker',
    title: 'other control characters in notes are refused',
    why: 'Tabs and line breaks mean something to people; the other control characters only to terminals.',
    hints: [
      'Tabs and line breaks are control characters too: how do you allow three and refuse the rest?',
      'Look where notes are checked: are they checked for anything but their length?',
      'Refuse when /[^\\P{Cc}\\t\\n\\r]/u matches: a control character that is none of the three.',
    ],
    async run({ domain, random }) {
      for (const character of CONTROLS.filter((one) => domain.carries(one) && !/[\t\n\r]/.test(one))) {
        const outcome = await domain.createTask({ title: random.title(), notes: `a${character}b` });
        refused(outcome, `refused: the notes hold the control character ${named(character)}`);
      }
    },
  },
  {
    id: 'task.notes-longest',
    since: '00',
    capability: 'tracker',
    title: 'notes of 10 000 characters are kept, and of 10 001 refused',
    why: 'Without a limit one careless paste fills the memory; a limit everyone knows can be relied on.',
    hints: [
      'What happens to your program when someone pastes a whole book into the notes?',
      'Look where notes are checked: is their length?',
      'Up to 10 000 characters are fine; refuse when notes.length > 10_000.',
    ],
    async run({ domain, random }) {
      const notes = random.letters(10_000);
      const outcome = await domain.createTask({ title: random.title(), notes });
      const what = '10 000 characters of notes, kept whole';
      expectFields(outcome.evidence, accepted(outcome, what), { notes }, what);

      const longer = await domain.createTask({ title: random.title(), notes: `${notes}!` });
      refused(longer, 'refused: notes have at most 10 000 characters');
    },
  },
  {
    id: 'task.lone-surrogate',
    since: '01',
    capability: 'http',
    title: 'text that is not well-formed Unicode is refused',
    why: 'Half of a pair of surrogates is no character: it cannot be written as UTF-8, so it changes on its way through files and databases.',
    hints: [
      'Why does JavaScript need two code units for an emoji, and what is one of them without the other?',
      'Look at what texts are checked for, right after they were parsed: JSON lets "\\ud83d" through.',
      'Refuse when text.isWellFormed() is false: titles, names, companies and notes alike.',
    ],
    async run({ domain, random }) {
      for (const lone of ['\ud83d', '\ude80']) {
        const expected = `refused: the text holds the lone surrogate ${named(lone)}`;
        refused(await domain.createTask({ title: `${random.letters(3)}${lone}!` }), expected);
        refused(await domain.createTask({ title: random.title(), notes: `a${lone}b` }), expected);
        refused(await domain.createLead({ name: `${random.letters(3)}${lone}!` }), expected);
      }
    },
  },
];
