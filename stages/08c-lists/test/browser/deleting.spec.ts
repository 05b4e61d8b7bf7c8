import { expect, test } from './tracker.ts';

for (const [path, view] of [
  ['/tasks', '/tasks'],
  ['/leads', '/leads?view=board'],
] as const) {
  test(`what was deleted at ${path}/… is not there again after Back, nor in ${view}`, async ({
    page,
    tracker,
  }) => {
    const name = `Gone soon, from ${path}`;
    const id = await tracker.give(path, path === '/tasks' ? { title: name } : { name });
    await page.goto(view);
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await page.getByRole('button', { name: `Delete: ${name}` }).click();
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page).toHaveURL(path);
    await expect(page.getByRole('link', { name })).toHaveCount(0);

    await page.goBack();
    await expect(page.getByText(name)).toHaveCount(0);
    await page.goForward();
    await expect(page.getByText(name)).toHaveCount(0);

    await page.goto(`${path}/${id}`);
    await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  });
}

test('a task that was deleted elsewhere is not there after Back', async ({ page, request, tracker }) => {
  const id = await tracker.give('/tasks', { title: 'Deleted elsewhere' });
  await page.goto('/tasks');
  await page.getByRole('link', { name: 'Deleted elsewhere' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Deleted elsewhere' })).toBeVisible();
  await page.getByRole('link', { name: 'Leads' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Leads' })).toBeVisible();
  await request.delete(`${process.env.API}/tasks/${id}`);

  await page.goBack();
  await expect(page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('link', { name: 'Deleted elsewhere' })).toHaveCount(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('a page asks before a task is deleted, and Cancel leads back to it', async ({ page, tracker }) => {
    const id = await tracker.give('/tasks', { title: 'Asked about' });
    await page.goto('/tasks');
    await page.getByRole('button', { name: 'Delete: Asked about' }).click();
    await expect(page).toHaveURL(`/tasks/${id}/delete`);
    await page.getByRole('link', { name: 'Cancel' }).click();
    await expect(page).toHaveURL(`/tasks/${id}`);

    await page.getByRole('button', { name: 'Delete: Asked about' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();

    await expect(page).toHaveURL('/tasks');
    await expect(page.getByText('Asked about')).toHaveCount(0);
  });
});
