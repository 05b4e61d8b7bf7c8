import { defineConfig } from 'vitest/config';

// A browser and two servers take their time on a busy machine.
export default defineConfig({ test: { testTimeout: 60_000, globalSetup: 'test/postgres.ts' } });
