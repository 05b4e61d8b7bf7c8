import { expect, test } from './tracker.ts';

test('a title saved here leaves what was done elsewhere meanwhile, and so does the next save', async ({
  page,
  tracker,
}) => {
  const id = await tracker.give('/tasks', { title: 'Call Ana' });
  const path = `/tasks/${id}`;
  await page.goto(path);
  await tracker.change(path, { status: 'done' });

  await page.getByRole('textbox', { name: 'Title' }).fill('Call Ana Pop');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved.')).toBeVisible();

  const { status, completedAt } = await tracker.read(path);
  expect(status).toBe('done');
  expect(completedAt).not.toBeNull();

  await tracker.change(path, { title: 'Call her' });
  await page.getByRole('link', { name: 'Leads' }).click();
  await expect(page).toHaveURL('/leads');
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Call her');
  await page.getByRole('textbox', { name: 'Notes' }).fill('after noon');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect.poll(async () => (await tracker.read(path)).notes).toBe('after noon');
  expect((await tracker.read(path)).title).toBe('Call her');
});

test('the lead of a task is found by a part of its name, and chosen', async ({ page, tracker }) => {
  const lead = await tracker.give('/leads', { name: 'Chosen Pop' });
  const id = await tracker.give('/tasks', { title: 'Call somebody' });
  await page.goto(`/tasks/${id}`);

  await page.getByRole('combobox', { name: 'Lead' }).fill('chosen');
  await expect(page.locator(`option[value="Chosen Pop #${lead}"]`)).toBeAttached();
  await page.getByRole('combobox', { name: 'Lead' }).fill('chosen pop');
  await page.getByRole('button', { name: 'Save changes' }).click();

  await expect(page.getByRole('link', { name: 'Chosen Pop' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Lead' })).toHaveValue(`Chosen Pop #${lead}`);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('only what was changed is sent, too', async ({ page, tracker }) => {
    const id = await tracker.give('/leads', { name: 'Ana' });
    await page.goto(`/leads/${id}`);
    await tracker.change(`/leads/${id}`, { email: 'ana@example.com' });

    await page.getByRole('textbox', { name: 'Company' }).fill('Acme');
    await page.getByRole('button', { name: 'Save changes' }).click();

    await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ana@example.com');
    expect((await tracker.read(`/leads/${id}`)).company).toBe('Acme');
  });
});
