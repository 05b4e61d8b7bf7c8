import { randomUUID } from 'node:crypto';
import { test as base, expect } from '@playwright/test';

interface Tracker {
  // Makes something over the API, as somebody else would, and gives its id.
  give(path: '/tasks' | '/leads', body: object): Promise<number>;
  read(path: string): Promise<Record<string, unknown>>;
  change(path: string, body: object): Promise<void>;
}

export function createPerson(name = 'Ana Pop') {
  return { name, email: `${randomUUID()}@example.com`, password: 'a long enough one' };
}

// Every flow begins at the pages, knows the API, and ends with no error in the browser.
export const test = base.extend<{ signedIn: boolean; tracker: Tracker }>({
  baseURL: process.env.PAGES ?? '',
  signedIn: [true, { option: true }],

  // Somebody new in every flow. The API is at the same host, so that its cookies are those of the pages as well.
  request: async ({ context, signedIn }, use) => {
    if (signedIn) await context.request.post(`${process.env.API}/auth/register`, { data: createPerson() });
    await use(context.request);
  },

  page: async ({ page, request }, use) => {
    expect(request).toBe(page.request);
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await use(page);
    expect(errors).toEqual([]);
  },

  tracker: async ({ request }, use) => {
    const at = (path: string) => `${process.env.API}${path}`;
    await use({
      give: async (path, data) => (await (await request.post(at(path), { data })).json()).id,
      read: async (path) => (await request.get(at(path))).json(),
      change: async (path, data) => void (await request.patch(at(path), { data })),
    });
  },
});

export { expect };
