import { test as base, expect } from '@playwright/test';

interface Tracker {
  // Makes something over the API, as somebody else would, and gives its id.
  give(path: '/tasks' | '/leads', body: object): Promise<number>;
  read(path: string): Promise<Record<string, unknown>>;
  change(path: string, body: object): Promise<void>;
}

// Every flow begins at the pages, knows the API, and ends with no error in the browser.
export const test = base.extend<{ tracker: Tracker }>({
  baseURL: process.env.PAGES ?? '',

  page: async ({ page }, use) => {
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
