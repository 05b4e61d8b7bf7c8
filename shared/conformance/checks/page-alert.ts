import type { Visit } from '../src/visit.ts';

// Further away than this nobody sees a message and a form as belonging together.
const NEAR = 160;

interface Alert {
  readonly text: string;
  /** Pixels between it and the form. */
  readonly distance: number;
}

/** The alerts that can be seen, and how far each is from the form with this textbox. */
async function readAlerts(visit: Visit, field: string): Promise<Alert[]> {
  const form = await visit.find('textbox', field).evaluate((textbox) => {
    const { left, right, top, bottom } = (textbox.closest('form') ?? textbox).getBoundingClientRect();
    return { left, right, top, bottom };
  });
  return visit.page.getByRole('alert').evaluateAll(
    (elements, box) =>
      elements.flatMap((element) => {
        const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
        const text = element.textContent?.trim() ?? '';
        if (text === '' || width < 8 || height < 8) return [];
        const across = Math.max(0, left - box.right, box.left - right);
        return [
          { text, distance: Math.round(Math.hypot(across, Math.max(0, top - box.bottom, box.top - bottom))) },
        ];
      }),
    form,
  );
}

/** Waits for an alert next to the form with this textbox. */
export async function seesAlert(visit: Visit, field: string, about: string): Promise<void> {
  const expected = `${about}, in an element of role alert next to the form`;
  try {
    await visit.until(
      expected,
      async () => (await readAlerts(visit, field)).some(({ distance }) => distance <= NEAR),
      () => '',
    );
  } catch (error) {
    const [far] = await readAlerts(visit, field).catch(() => []);
    if (far === undefined) throw /expected/.test(String(error)) ? await visit.refute(expected) : error;
    throw visit.fail(expected, `an alert ${far.distance} pixels away from the form: "${far.text}"`);
  }
}

/** Waits until no alert can be seen. */
export async function lacksAlert(visit: Visit, field: string): Promise<void> {
  await visit.until(
    'no alert any more, now that it went well',
    async () => (await readAlerts(visit, field)).length === 0,
    async () => `the alert is still there: "${(await readAlerts(visit, field))[0]?.text ?? ''}"`,
  );
}

/** Waits until the textboxes hold what was typed into them. */
export async function keepsTyped(visit: Visit, typed: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(typed)) {
    const value = (): Promise<string> => visit.find('textbox', name).inputValue();
    await visit.until(
      `the textbox ${name} as it was: nothing typed is lost`,
      async () => (await value()) === text,
      async () => ((await value()) === '' ? 'it is empty' : `it holds "${(await value()).slice(0, 80)}"`),
    );
  }
}
