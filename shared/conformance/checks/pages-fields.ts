import type { Locator } from 'playwright-core';
import { PATIENCE, type Visit } from '../src/visit.ts';

/** A field of the page's main part, whatever stands around its name. */
export function field({ page }: Visit, role: 'textbox' | 'combobox', name: RegExp): Locator {
  return page.getByRole('main').getByRole(role, { name }).first();
}

/** Fills a textbox, or chooses what a value or a label names. */
export async function fillField(
  visit: Visit,
  role: 'textbox' | 'combobox',
  name: RegExp,
  text: string,
): Promise<void> {
  const target = field(visit, role, name);
  visit.tell(
    `${role === 'textbox' ? 'type' : 'choose'} ${text.length > 60 ? `${text.length} letters` : `"${text}"`} in the ${role} ${name.source}`,
  );
  const fill =
    role === 'textbox'
      ? target.fill(text, { timeout: PATIENCE })
      : target.selectOption(text, { timeout: PATIENCE });
  await fill.catch(async (error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'TimeoutError') throw error;
    throw await visit.refute(`a ${role} named ${name.source} that takes "${text.slice(0, 60)}"`, role);
  });
}

/** Presses the form's own button, whatever it is called. */
export async function save(visit: Visit): Promise<void> {
  visit.tell('press the button that saves the form');
  const textbox = field(visit, 'textbox', /title|name/i);
  const form = textbox.locator('xpath=ancestor::form[1]');
  await form
    .locator('button:not([type="button"]), input[type="submit"]')
    .last()
    .click({ timeout: PATIENCE })
    .catch(async () => {
      throw await visit.refute('a button that saves the form', 'button');
    });
}

/**
 * Chooses a lead: in a select, or in a combobox that searches, where its name is typed and, when a list of options comes,
 * the one with the name is pressed.
 */
export async function chooseLead(visit: Visit, id: number, name: string): Promise<void> {
  const target = field(visit, 'combobox', /lead/i);
  const isSelect = await target.evaluate((one) => one.tagName === 'SELECT').catch(() => true);
  if (isSelect) return fillField(visit, 'combobox', /lead/i, String(id));
  visit.tell(`type "${name}" in the combobox lead, and choose it`);
  await target.fill(name, { timeout: PATIENCE });
  const option = visit.page.getByRole('listbox').getByRole('option', { name }).first();
  const popup = (await target.getAttribute('list')) === null;
  if (popup) await option.click({ timeout: PATIENCE });
}
