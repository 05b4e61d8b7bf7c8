import { existsSync } from 'node:fs';
import { defineConfig } from 'prisma/config';

// The client is made without Prisma's engine for schemas, which would be downloaded from outside of npm otherwise:
// any program that exists in its place keeps the command line from looking for one. Nor does it ask for news.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.CHECKPOINT_DISABLE ??= '1';

if (existsSync('.env')) process.loadEnvFile('.env');
const { DATABASE_URL } = process.env;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(DATABASE_URL && { datasource: { url: DATABASE_URL } }),
});
