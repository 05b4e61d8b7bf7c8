import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  devIndicators: false,
  // The title belongs into the head that is sent, not into a script that puts it there later.
  htmlLimitedBots: /.*/,
  // `npm run typecheck` does it, for the tests as well.
  typescript: { ignoreBuildErrors: true },
};

export default config;
