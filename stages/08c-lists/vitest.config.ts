import { defineConfig } from 'vitest/config';

// The flows in a browser are Playwright's. Two servers and a build take their time on a busy machine.
export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    globalSetup: 'test/postgres.ts',
  },
});
