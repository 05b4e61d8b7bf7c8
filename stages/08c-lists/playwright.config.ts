import { defineConfig } from '@playwright/test';
import { findChromium } from './test/browser/chromium.ts';

// The flows: the tracker as it is built, in a real browser. What happened in one that fails is kept, step by step:
// npx playwright show-trace test-results/…/trace.zip
export default defineConfig({
  testDir: 'test/browser',
  outputDir: '.next/test-results',
  workers: 1,
  reporter: 'list',
  expect: { timeout: 10_000 },
  use: {
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      chromiumSandbox: process.getuid?.() !== 0, // It refuses to work for root.
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: 'node test/browser/start.ts',
    env: { PORT: '0', WEB_PORT: '0' },
    // The groups become settings of the tests: PAGES and API.
    wait: { stdout: /^Tracker ready at (?<pages>http:\S+) \(API at (?<api>http:\S+)\)$/m },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
});
