import type { Locator } from 'playwright-core';
import type { Visit } from '../src/visit.ts';

interface Choice {
  readonly label: string;
  readonly value: string;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** Chooses a status in the combobox Status, or `any`; it may be a select or a listbox that opens. */
export async function chooseStatus(visit: Visit, status: 'todo' | 'doing' | 'done' | 'any'): Promise<void> {
  const box = await visit.sees('combobox', 'Status');
  const isSelect = await box.evaluate((element) => element instanceof HTMLSelectElement);
  visit.tell(`choose ${status === 'any' ? 'every status' : status} in the combobox Status`);
  if (!isSelect) await box.click();
  const choices = await readChoices(visit, isSelect ? box : undefined);
  const index = choices.findIndex((choice) => means(choice, status));
  if (index < 0) {
    const labels = choices.map(({ label }) => `"${label}"`).join(', ') || 'none';
    throw visit.fail(`an option for ${status} in the combobox Status`, `its options: ${labels}`);
  }
  if (isSelect) await box.selectOption({ index });
  else await visit.page.getByRole('option').nth(index).click();
}

function readChoices({ page }: Visit, select: Locator | undefined): Promise<Choice[]> {
  const options = select === undefined ? page.getByRole('option') : select.locator('option');
  return options.evaluateAll((elements) =>
    elements.map((element) => ({
      label: element.textContent?.trim() ?? '',
      value:
        element instanceof HTMLOptionElement ? element.value : (element.getAttribute('data-value') ?? ''),
    })),
  );
}

function means({ label, value }: Choice, status: string): boolean {
  const known = ['todo', 'doing', 'done'];
  if (status !== 'any') return plain(value) === status || plain(label) === status;
  return !known.includes(plain(value)) && !known.includes(plain(label));
}
