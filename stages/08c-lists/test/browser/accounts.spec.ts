import { createPerson, expect, test } from './tracker.ts';

test.use({ signedIn: false });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with scripts ${javaScriptEnabled ? 'on' : 'off'}`, () => {
    test.use({ javaScriptEnabled });

    test('somebody new registers, signs out, and signs in where they wanted to go', async ({ page }) => {
      const { name, email, password } = createPerson();
      await page.goto('/');
      await expect(page).toHaveURL('/sign-in?next=%2Ftasks');
      await page.getByRole('link', { name: 'Create an account' }).click();
      await page.getByRole('textbox', { name: 'Name' }).fill(name);
      await page.getByRole('textbox', { name: 'Email' }).fill(` ${email} `);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Create account' }).click();
      await expect(page.getByText('No tasks yet')).toBeVisible();

      await page.getByRole('button', { name: `Account: ${name}` }).click();
      await expect(page.getByText(email)).toBeVisible();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page).toHaveURL('/sign-in');
      expect(await page.context().cookies()).toEqual([]);

      await page.goto('/leads?view=board');
      await page.getByRole('textbox', { name: 'Email' }).fill(email);
      await page.getByLabel('Password', { exact: true }).fill('another one, wrong');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('alert')).toContainText('wrong');
      await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue(email);
      await page.getByLabel('Password', { exact: true }).fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL('/leads?view=board');
    });
  });
}

test('HEAD of a page leads to signing in, as GET does', async ({ request }) => {
  for (const path of ['/tasks?status=done', '/leads/1', '/tasks/1/delete']) {
    const [get, head] = await Promise.all(
      ['GET', 'HEAD'].map((method) => request.fetch(path, { method, maxRedirects: 0 })),
    );
    expect(get?.status()).toBe(307);
    expect([head?.status(), head?.headers().location]).toEqual([307, get?.headers().location]);
  }
});

test('after signing in the heading has the focus without a ring; whoever tabs on sees one', async ({
  page,
  context,
}) => {
  const person = createPerson();
  await page.request.post(`${process.env.API}/auth/register`, { data: person });
  await context.clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: 'Email' }).fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.keyboard.press('Enter');

  const heading = page.getByRole('heading', { level: 1, name: 'Tasks' });
  await expect(heading).toBeFocused();
  await expect(heading).toHaveCSS('outline-style', 'none');
  await page.keyboard.press('Tab');
  await expect(page.locator(':focus')).not.toHaveCSS('outline-style', 'none');
});
