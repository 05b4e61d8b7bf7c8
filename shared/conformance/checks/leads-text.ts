import type { Check } from '../src/check.ts';
import { accepted, expectFields, refused } from '../src/expect.ts';
import { BLANKS, CONTROLS, ENDS, named } from './characters.ts';

const NOT_ADDRESSES = ['not-an-address', 'ana@', '@example.com', 'ana pop@example.com', 'ana@@example.com'];
const ADDRESSES = ['ana@example.com', 'ana.pop+news@mail.example.org', 'j_garcia-2@sub.example.com'];

/** The rules for the texts of a lead. */
export const leadTextChecks: readonly Check[] = [
  {
    id: 'lead.name-trimmed',
    since: '00',
    capability: 'tracker',
    title: 'a name loses the blanks around it, and only blanks are no name',
    why: 'Names are pasted from mails and tables, with blanks that nobody sees.',
    hints: [
      'You have solved this for titles. Is there one place for both, or two?',
      'Look where a name comes in, before its length is checked.',
      'Trim first; when nothing is left, refuse; otherwise store the trimmed name.',
    ],
    async run({ domain, random }) {
      const name = random.name();

      const outcome = await domain.createLead({ name: `  ${name}  ` });

      expectFields(
        outcome.evidence,
        accepted(outcome, 'a new lead'),
        { name },
        'the name without the blanks around it',
      );
      for (const empty of ['', '   ']) {
        refused(
          await domain.createLead({ name: empty }),
          'refused: a name has at least 1 character after trimming',
        );
      }
    },
  },
  {
    id: 'lead.text-ends',
    since: '00',
    capability: 'tracker',
    title: 'a name, an address and a company lose what cannot be seen at their ends',
    why: 'An address pasted with a blank behind it is a right address. To refuse it makes a person look for a mistake that cannot be seen.',
    hints: [
      'Which texts of a lead are one line?',
      'Look at name, email and company: does each go the way of a title, before it is checked?',
      'One function for all texts of one line: NFC, then off with the ends; call it for all three, and check what it gives.',
    ],
    async run({ domain, random }) {
      for (const end of ENDS.filter((one) => domain.carries(one))) {
        const lead = { name: random.name(), email: random.email(), company: random.company() };
        const [name, email, company] = Object.values(lead).map((text) => `${end}${text}${end}`);
        const outcome = await domain.createLead({
          name: name ?? '',
          email: email ?? '',
          company: company ?? '',
        });
        const what = `all three without ${named(end)} around them`;
        expectFields(outcome.evidence, accepted(outcome, what), lead, what);
      }
    },
  },
  {
    id: 'lead.blank',
    since: '00',
    capability: 'tracker',
    title: 'an address or a company in which nothing can be seen is none: null; such a name is refused',
    why: 'Forms send an empty text for a field that nobody filled in. "No company" should have one spelling, so that it can be asked for.',
    hints: [
      'How many ways are there to say that a lead has no company, and how many should be kept?',
      'Look where email and company come in: what becomes of "" and of a few blanks?',
      'When nothing is left of the text, keep null, before you ask whether it is a valid address.',
    ],
    async run({ domain, random }) {
      for (const blank of ['', '  ', ...BLANKS]) {
        const said = blank === '' ? 'an empty text' : named(blank);
        const outcome = await domain.createLead({ name: random.name(), email: blank, company: blank });
        const what = `${said} is neither an address nor a company: null`;
        expectFields(outcome.evidence, accepted(outcome, what), { email: null, company: null }, what);
      }
      for (const name of BLANKS) {
        refused(await domain.createLead({ name }), `refused: there is nothing to be seen in ${named(name)}`);
      }
    },
  },
  {
    id: 'lead.name-length',
    since: '00',
    capability: 'tracker',
    title: 'a name of 1 and of 120 characters is kept, of 121 refused',
    why: 'A limit is a promise to everything that has to hold or show a name.',
    hints: [
      'A title and a name have different limits. Where do yours stand?',
      'Look where a name is checked: at the limit itself, and one beyond it.',
      'After trimming, refuse when name.length > 120; 120 itself is fine.',
    ],
    async run({ domain, random }) {
      for (const length of [1, 120]) {
        const name = random.letters(length);
        const outcome = await domain.createLead({ name: ` ${name} ` });
        const what = `the name of ${length} ${length === 1 ? 'character' : 'characters'}, kept whole`;
        expectFields(outcome.evidence, accepted(outcome, what), { name }, what);
      }
      refused(
        await domain.createLead({ name: random.letters(121) }),
        'refused: a name has at most 120 characters',
      );
    },
  },
  {
    id: 'lead.company-length',
    since: '00',
    capability: 'tracker',
    title: 'a company of 120 characters is kept, of 121 refused',
    why: 'Optional does not mean unchecked: what is given has to be right.',
    hints: [
      'What is the rule for a value that may be missing but, when it is there, has a limit?',
      'Look where the company is checked, if it is.',
      'When a company was given, refuse it when its length is over 120.',
    ],
    async run({ domain, random }) {
      const company = random.letters(120);
      const outcome = await domain.createLead({ name: random.name(), company });
      const what = 'the company of 120 characters, kept whole';
      expectFields(outcome.evidence, accepted(outcome, what), { company }, what);

      const longer = await domain.createLead({ name: random.name(), company: random.letters(121) });
      refused(longer, 'refused: a company has at most 120 characters');
    },
  },
  {
    id: 'lead.email-valid',
    since: '00',
    capability: 'tracker',
    title: 'ordinary addresses are accepted',
    why: 'A check that is too strict locks out real people, and they cannot even tell you by mail.',
    hints: [
      'Which signs may stand before the @ of an address? More than letters and digits.',
      'Look at the test your code puts an address to.',
      'Require something without blanks, one @, and a domain: dots, plus, minus and underscore are all fine before the @.',
    ],
    async run({ domain, random }) {
      for (const email of [...ADDRESSES, random.email()]) {
        const outcome = await domain.createLead({ name: random.name(), email });
        expectFields(
          outcome.evidence,
          accepted(outcome, `${email} accepted`),
          { email },
          'the address as it was sent',
        );
      }
    },
  },
  {
    id: 'lead.email-invalid',
    since: '00',
    capability: 'tracker',
    title: 'what is no address is refused',
    why: 'A mistyped address is easiest to mend at the moment it is typed.',
    hints: [
      'What do all addresses have in common? Name three things.',
      'Look where the email is checked: does it ask for more than an @?',
      'Require text before the @, exactly one @, a domain after it, and no blanks: /^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$/ goes a long way.',
    ],
    async run({ domain, random }) {
      for (const email of random.shuffle(NOT_ADDRESSES)) {
        const outcome = await domain.createLead({ name: random.name(), email });
        refused(outcome, `refused: ${email} is no e-mail address`);
      }
    },
  },
  {
    id: 'lead.text-control',
    since: '00',
    capability: 'tracker',
    title: 'control characters in a name or a company are refused',
    why: 'Invisible characters make two names look the same that are not, and terminals obey them.',
    hints: [
      'You have solved this for titles. Which other texts are shown on one line?',
      'Look at what names and companies are checked for besides their length.',
      'Refuse a name or a company that /\\p{Cc}/u matches.',
    ],
    async run({ domain, random }) {
      for (const character of CONTROLS.filter((one) => domain.carries(one))) {
        const text = `${random.letters(4)}${character}${random.letters(4)}`;
        const expected = `refused: it holds the control character ${named(character)}`;
        refused(await domain.createLead({ name: text }), expected);
        refused(await domain.createLead({ name: random.name(), company: text }), expected);
      }
    },
  },
];
