import type { Check } from '../src/check.ts';
import { accepted, expectFields, refused } from '../src/expect.ts';
import { BLANKS, CONTROLS, ENDS, named } from './characters.ts';

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
    id: 'task.title-ends',
    since: '00',
    capability: 'tracker',
    title: 'a title loses what cannot be seen at its ends, whatever it is made of',
    why: 'Text copied from a page or a mail brings characters without width or ink along. Nobody sees them, and no search finds the title that begins with one.',
    hints: [
      'What does trim() call white space, and which of the characters in the contract does it leave?',
      'Look where the blanks are taken off a title: is trim() all there is?',
      'Take what stands from the first character outside the list to the last: /[^\\s\\u00AD…](?:.*[^\\s\\u00AD…])?/su finds it.',
    ],
    async run({ domain, random }) {
      for (const end of ENDS.filter((one) => domain.carries(one))) {
        const title = random.title();
        const outcome = await domain.createTask({ title: `${end}${title} ${end}` });
        const what = `the title without ${named(end)} around it`;
        expectFields(outcome.evidence, accepted(outcome, what), { title }, what);
      }
    },
  },
  {
    id: 'task.title-blank',
    since: '00',
    capability: 'tracker',
    title: 'a title in which nothing can be seen is refused',
    why: 'A row without a name cannot be clicked, read aloud or talked about, and nobody knows why it is there.',
    hints: [
      'Is a title empty when its length is 0, or when nobody can see it?',
      'Look at the check for an empty title: what does it say to U+200D alone?',
      'Refuse it when /^[\\s\\u2800\\p{Default_Ignorable_Code_Point}]*$/u matches.',
    ],
    async run({ domain }) {
      for (const title of BLANKS) {
        const outcome = await domain.createTask({ title });
        refused(outcome, `refused: there is nothing to be seen in a title of ${named(title)}`);
      }
    },
  },
  {
    id: 'task.text-nfc',
    since: '00',
    capability: 'tracker',
    title: 'a letter and its accent are kept as one character (NFC), and counted so',
    why: 'é can be written as one character or as two. Both look the same; two texts that look the same must be the same, or a search finds one of them only.',
    hints: [
      "What is 'Cafe\\u0301' === 'Café', and what does String.prototype.normalize do about it?",
      'Look where texts come in: titles, names, companies and notes alike, and before anything is measured.',
      'text.normalize() first, then trim, then look at the length of what that gave.',
    ],
    async run({ domain, random }) {
      const word = random.letters(5);
      const [typed, kept] = [`${word} Cafe\u0301`, `${word} Café`];
      const task = await domain.createTask({ title: typed, notes: typed });
      const texts = { title: kept, notes: kept };
      expectFields(task.evidence, accepted(task), texts, 'both texts with é as one character, U+00E9');
      const lead = await domain.createLead({ name: typed, company: typed });
      const names = { name: kept, company: kept };
      expectFields(lead.evidence, accepted(lead), names, 'both texts with é as one character, U+00E9');

      const long = await domain.createTask({ title: 'e\u0301'.repeat(200) });
      const what = '200 times é, typed as 400 characters: kept';
      expectFields(long.evidence, accepted(long, what), { title: 'é'.repeat(200) }, what);
      // The one-character spelling of this letter is not allowed in NFC: it becomes two.
      const longer = await domain.createTask({ title: '\u0958'.repeat(101) });
      refused(longer, 'refused: 101 times U+0958 are 202 characters in NFC');
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
        'un café 👩‍👩‍👧‍👦 ❤️',
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
    id: 'task.notes-ends',
    since: '00',
    capability: 'tracker',
    title: 'notes keep the blanks at their ends',
    why: 'In a text of many lines the first may be indented, and the last may end with a line break. That is how it was written.',
    hints: [
      'Which texts are one line, and which are not?',
      'Look where notes come in: do they go the same way as a title?',
      'Put notes in NFC and leave their ends as they are.',
    ],
    async run({ domain, random }) {
      for (const end of ['  ', '\t', '\n', '\u200B'].filter((one) => domain.carries(one))) {
        const notes = `${end}${random.letters(5)}${end}`;
        const outcome = await domain.createTask({ title: random.title(), notes });
        const what = `the notes, with ${named(end)} at both ends`;
        expectFields(outcome.evidence, accepted(outcome, what), { notes }, what);
      }
    },
  },
  {
    id: 'task.notes-blank',
    since: '00',
    capability: 'tracker',
    title: 'notes in which nothing can be seen are empty',
    why: 'Whether a task has notes is asked by pages and people. Three blanks are no notes.',
    hints: [
      'Notes keep their ends. What is left to keep when they have nothing but ends?',
      'Look where notes come in: what becomes of a few blanks?',
      "Store '' when /^[\\s\\u2800\\p{Default_Ignorable_Code_Point}]*$/u matches.",
    ],
    async run({ domain, random }) {
      for (const notes of ['   ', ' \n\t\n', ...BLANKS].filter((one) => domain.carries(one))) {
        const outcome = await domain.createTask({ title: random.title(), notes });
        const what = `notes of ${named(notes)} are none: ""`;
        expectFields(outcome.evidence, accepted(outcome, what), { notes: '' }, what);
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
        refused(await domain.createLead({ name: random.name(), company: `a${lone}b` }), expected);
      }
    },
  },
];
