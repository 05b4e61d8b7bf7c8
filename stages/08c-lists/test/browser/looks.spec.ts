import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './tracker.ts';

test.describe('in New York', () => {
  test.use({ timezoneId: 'America/New_York' });

  test('times are those of the reader', async ({ page, tracker }) => {
    const id = await tracker.give('/tasks', { title: 'On time' });
    await page.goto(`/tasks/${id}`);

    const time = page.getByRole('complementary').locator('time').first();
    const zone = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'America/New_York' } as const;
    const at = new Date((await time.getAttribute('datetime')) ?? '');
    await expect(time).toHaveText(new Intl.DateTimeFormat('en-GB', zone).format(at));
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('times are in UTC, and say so', async ({ page, tracker }) => {
      const id = await tracker.give('/tasks', { title: 'On time, unscripted' });
      await page.goto(`/tasks/${id}`);
      await expect(page.getByRole('complementary').locator('time').first()).toHaveText(/ UTC$/);
    });
  });
});

// In the dark only the colours are others.
const RULES = { light: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], dark: ['color-contrast'] };

test('axe finds nothing, nothing sticks out at 320 pixels, whatever was entered', async ({
  page,
  tracker,
}) => {
  const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'.repeat(2);
  const lead = await tracker.give('/leads', {
    name: long,
    company: long,
    email: `${'a'.repeat(60)}@example.com`,
  });
  const task = await tracker.give('/tasks', { title: long, notes: long, leadId: lead });
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ reducedMotion: 'reduce' });

  for (const path of [
    ...['/sign-in', '/register', '/unavailable'],
    ...['/tasks', '/tasks?view=board', `/tasks/${task}`, `/tasks/${task}/delete`],
    ...['/leads', '/leads?view=board', `/leads/${lead}`, `/leads/${lead}/delete`],
  ]) {
    await page.goto(path);
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(320);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      // There are no frames, whose findings would be put together in a page of their own.
      const axe = new AxeBuilder({ page }).setLegacyMode().options({ runOnly: RULES[colorScheme] });
      const { violations } = await axe.analyze();
      expect(violations.map(({ id }) => `${path} ${colorScheme}: ${id}`)).toEqual([]);
    }
  }
});
