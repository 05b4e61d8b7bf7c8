import type { Check, Tracker } from '../src/check.ts';
import type { Visit } from '../src/visit.ts';
import { seesAlert } from './page-alert.ts';
import { COLOUR_RULES, lookAt } from './page-axe.ts';
import { change, give, goTo, navigationTo, seesItem, settle } from './page-steps.ts';

const PHONE = { width: 320, height: 640 };

/** How the page looks on small screens and at night. */
export const styleChecks: readonly Check[] = [
  {
    id: 'style.narrow',
    since: '04a',
    capability: 'style',
    title: 'at 320 pixels nothing makes the page scroll sideways, however long its words are',
    why: 'A phone shows 320 to 400 pixels; so does a large screen for somebody who has enlarged the text four times.',
    hints: [
      'Which of your widths are wider than a phone, and which texts can be?',
      "In the browser's device mode at 320 pixels, look for the element that sticks out: fixed widths, rows that cannot wrap.",
      'Use max-width instead of width, flex-wrap: wrap or a grid that has one column when narrow, and overflow-wrap: anywhere.',
    ],
    async run(tracker) {
      const visit = await openFilled(tracker, PHONE);
      for (const [view, field, button] of VIEWS) {
        await goTo(visit, view);
        await visit.type(field, tracker.random.letters(250), '250 letters');
        await visit.press(button);
        await seesAlert(visit, field, 'the refusal');
        await expectNoSideways(visit, view);
      }
    },
  },
  {
    id: 'style.dark',
    since: '04a',
    capability: 'style',
    title: 'dark and light follow the system, while the page is open, too',
    why: 'At night a white page hurts, in the sun a dark one cannot be read: the system knows which, the page need not ask.',
    hints: [
      'How does a style sheet learn what the person has chosen for their whole system?',
      'Look at your colours: is each named once, so that a second set can take the place of the first?',
      'Put the colours into custom properties on :root, and give them other values in @media (prefers-color-scheme: dark); add color-scheme: light dark.',
    ],
    async run({ page }) {
      const visit = await page({ colorScheme: 'light', reducedMotion: 'reduce' });
      await visit.sees('button', 'Add task');
      await expectBrightness(visit, 'light');

      visit.tell('let the system change to its dark colours');
      await visit.page.emulateMedia({ colorScheme: 'dark' });
      await expectBrightness(visit, 'dark');

      visit.tell('let the system change to its light colours');
      await visit.page.emulateMedia({ colorScheme: 'light' });
      await expectBrightness(visit, 'light');
    },
  },
  ...(['Tasks', 'Leads'] as const).map(
    (view): Check => ({
      id: `style.dark-axe-${view.toLowerCase()}`,
      since: '04a',
      capability: 'style',
      title: `axe finds nothing on ${view} in the dark colours either`,
      why: 'Colours that were chosen on white seldom keep their contrast on black: each scheme needs its own look.',
      hints: [
        'Which of your colours did you choose for the dark scheme, and which came along?',
        "Switch your system (or the browser's rendering tab) to dark and look at badges, messages, placeholders and disabled things.",
        'Give every colour a value for dark; text needs a contrast of 4.5 to 1, the lines of fields and the focus 3 to 1.',
      ],
      run: (tracker) => lookAt(tracker, view, COLOUR_RULES, { colorScheme: 'dark' }),
    }),
  ),
  {
    id: 'style.targets',
    since: '04a',
    capability: 'style',
    title: 'what is pressed is at least 24 pixels high and wide, on a phone, too',
    why: 'A finger is not a mouse pointer: beside a small Done the Delete is hit.',
    hints: [
      'How large is the tip of your finger, in pixels of a phone?',
      'Look at your buttons, fields and the links of the navigation: how high are they with their padding?',
      'Give them min-height: 2.75rem (44 pixels) and some padding at the sides; 24 pixels is the least.',
    ],
    async run(tracker) {
      const visit = await openFilled(tracker, PHONE);
      for (const [view] of VIEWS) {
        await goTo(visit, view);
        await visit.until(
          `the list of ${view}`,
          async () => (await visit.page.getByRole('button').count()) >= 3,
        );
        await settle(visit);
        const small = await visit.page
          .locator('button, input, select, textarea, nav a, [role="button"], [role="tab"]')
          .evaluateAll((all) =>
            all.flatMap((one) => {
              const { width, height } = one.getBoundingClientRect();
              const label = (one.getAttribute('aria-label') ?? one.textContent?.trim() ?? '').slice(0, 40);
              const size = `${Math.round(width)} × ${Math.round(height)}`;
              return width > 0 && height > 0 && Math.min(width, height) < 23.5
                ? [`${one.tagName.toLowerCase()} "${label}": ${size}`]
                : [];
            }),
          );
        if (small.length > 0)
          throw visit.fail(`targets of at least 24 × 24 pixels on ${view}`, small.slice(0, 5).join('\n'));
      }
    },
  },
  {
    id: 'style.motion',
    since: '04a',
    capability: 'style',
    title: 'nothing moves for somebody who asked their system for less motion',
    why: 'Things that slide and grow make some people dizzy, and they have already said so.',
    hints: [
      'Which of your transitions move something, and which only fade a colour?',
      'Look for transition and animation in your CSS: what about prefers-reduced-motion?',
      'Write @media (prefers-reduced-motion: reduce) { * { animation: none; transition: none; } }.',
    ],
    async run(tracker) {
      await give(tracker, '/tasks', { title: `still ${tracker.random.token()}` });
      const visit = await tracker.page({ reducedMotion: 'reduce' });
      await seesItem(visit, 'still');
      const moving = await visit.page.locator('body, body *').evaluateAll((all) =>
        all.flatMap((one) => {
          const style = getComputedStyle(one);
          const seconds = (list: string): number =>
            Math.max(
              0,
              ...list
                .split(',')
                .map((time) => Number.parseFloat(time) * (time.trim().endsWith('ms') ? 0.001 : 1)),
            );
          const still =
            /^(none|(?:[\w-]*color|background|opacity|fill|stroke|box-shadow|outline[\w-]*|text-decoration[\w-]*|visibility|--[\w-]+|,|\s)+)$/;
          const moves = seconds(style.transitionDuration) > 0.05 && !still.test(style.transitionProperty);
          const runs = style.animationName !== 'none' && seconds(style.animationDuration) > 0.05;
          if (!moves && !runs) return [];
          return [
            `${one.tagName.toLowerCase()}: ${runs ? `animation ${style.animationName}` : `transition of ${style.transitionProperty}`}`,
          ];
        }),
      );
      if (moving.length > 0) throw visit.fail('no motion', [...new Set(moving)].slice(0, 5).join('\n'));
    },
  },
];

const VIEWS = [
  ['Tasks', 'New task', 'Add task'],
  ['Leads', 'Name', 'Add lead'],
] as const;

/** A page with tasks and leads of long words. */
async function openFilled(tracker: Tracker, viewport: typeof PHONE): Promise<Visit> {
  const { random } = tracker;
  const id = await give(tracker, '/tasks', {
    title: random.letters(200),
    notes: `https://example.com/${random.letters(120)}`,
  });
  await change(tracker, `/tasks/${id}`, { status: 'done' });
  await give(tracker, '/leads', {
    name: random.letters(120),
    email: `${random.letters(60)}@example.com`,
    company: random.letters(120),
  });
  return tracker.page({ viewport });
}

async function expectNoSideways(visit: Visit, view: string): Promise<void> {
  await navigationTo(visit, 'Tasks').waitFor();
  await expectFits(visit, view);
}

/** Throws a Failure when the page as it is now can be scrolled sideways. */
export async function expectFits(visit: Visit, view: string): Promise<void> {
  const { width, room, widest } = await visit.page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll('body *')];
    // Where the page has been scrolled to does not matter.
    const edge = (one: Element, side: 'left' | 'right'): number =>
      one.getBoundingClientRect()[side] + scrollX;
    const boxes = all.filter((one) => edge(one, 'right') > room + 1);
    // A long word runs out of a box that itself has room.
    const runsOut = (one: Element): boolean =>
      getComputedStyle(one).overflowX === 'visible' && edge(one, 'left') + one.scrollWidth > room + 1;
    const out =
      boxes.length > 0 ? boxes : all.filter((one) => runsOut(one) && ![...one.children].some(runsOut));
    const name = (one: Element): string =>
      `${one.tagName.toLowerCase()}${one.className === '' ? '' : `.${one.classList[0]}`}`;
    return {
      room,
      width: document.documentElement.scrollWidth,
      widest: [...new Set(out.map(name))].slice(0, 3),
    };
  });
  if (width > room)
    throw visit.fail(
      `${view} within ${room} pixels`,
      `${width} pixels wide; what sticks out: ${widest.join(', ') || 'unknown'}`,
    );
}

/** Waits until the page is as bright as it should be: background and text. */
async function expectBrightness(visit: Visit, scheme: 'light' | 'dark'): Promise<void> {
  const measure = (): Promise<{ back: number; text: number }> =>
    visit.page.evaluate(() => {
      // Every CSS colour, however it is written, as one pixel of a canvas.
      const brightness = (color: string): { light: number; opaque: boolean } => {
        const canvas = document.createElement('canvas').getContext('2d');
        if (canvas === null) return { light: 0, opaque: false };
        canvas.fillStyle = color;
        canvas.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
        return { light: (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255, opaque: alpha > 128 };
      };
      const heading = document.querySelector('h1') ?? document.body;
      const canvasColor =
        matchMedia('(prefers-color-scheme: dark)').matches &&
        getComputedStyle(document.documentElement).colorScheme.includes('dark')
          ? 0.07
          : 1;
      let back = canvasColor;
      for (let one: Element | null = heading; one !== null; one = one.parentElement) {
        const found = brightness(getComputedStyle(one).backgroundColor);
        if (!found.opaque) continue;
        back = found.light;
        break;
      }
      return { back, text: brightness(getComputedStyle(heading).color).light };
    });
  const told = async (): Promise<string> => {
    const { back, text } = await measure();
    return `a background of ${Math.round(back * 100)} % brightness, text of ${Math.round(text * 100)} %`;
  };
  await visit.until(
    scheme === 'dark' ? 'a dark background with light text' : 'a light background with dark text',
    async () => {
      const { back, text } = await measure();
      return scheme === 'dark' ? back < 0.35 && text > 0.6 : back > 0.7 && text < 0.45;
    },
    told,
  );
}
