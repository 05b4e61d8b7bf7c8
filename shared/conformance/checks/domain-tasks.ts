import type { Check } from '../src/check.ts';
import { accepted, expectFields } from '../src/expect.ts';

export const taskChecks: readonly Check[] = [
  {
    id: 'task.title-trimmed',
    since: '00',
    capability: 'tracker',
    title: 'a title loses the blanks around it',
    why: 'People type and paste blanks without seeing them; two titles that look alike should be alike.',
    hints: [
      'Which string method takes the blanks off both ends, and does it change the string or give you a new one?',
      'Look where a title comes in, before its length is checked.',
      'Keep what title.trim() returns, and check the length of that.',
    ],
    async run({ domain, random }) {
      const title = random.title();

      const outcome = await domain.createTask({ title: `  ${title}   ` });

      expectFields(outcome.evidence, accepted(outcome), { title }, 'the title without the blanks around it');
    },
  },
];
