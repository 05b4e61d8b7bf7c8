import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { NextConfig } from 'next';

const installed = createRequire(import.meta.url).resolve('next/package.json');

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // The title belongs into the head that is sent, not into a script that puts it there later.
  htmlLimitedBots: /.*/,
  // Nothing outside this folder is read: it has to hold the packages, wherever npm has put them.
  turbopack: { root: join(installed, '../../..') },
  // What a build has worked out is kept: the next one takes less than half the time.
  experimental: { turbopackFileSystemCacheForBuild: true },
  // `npm run typecheck` does it, for the tests as well.
  typescript: { ignoreBuildErrors: true },
};

export default config;
