import { AppError } from '../src/errors.ts';

export interface Ports {
  host: string;
  port: number;
  webPort: number;
}

// The API listens on PORT, the pages on WEB_PORT: 3001 and 3000, or PORT and the one after it. 0 leaves the choice to the system.
export function parsePorts({ HOST = '127.0.0.1', PORT, WEB_PORT }: NodeJS.ProcessEnv): Ports {
  const port = parsePort('PORT', PORT ?? '3001');
  const next = port === 0 ? 0 : port + 1;
  const webPort = parsePort('WEB_PORT', WEB_PORT ?? (PORT === undefined ? '3000' : String(next)));
  if (port !== 0 && port === webPort) throw new AppError('config', 'PORT and WEB_PORT must differ');
  return { host: HOST, port, webPort };
}

function parsePort(name: string, text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new AppError('config', `${name} must be a number from 0 to 65535, not "${text}"`);
}

// What the pages read, and what any program needs of its machine. The API's secrets stay with the API.
const PAGES =
  /^(HOST|WEB_PORT|API_URL|DEMO|SOURCE_URL|NODE_\w+|NEXT_\w+|PATH|HOME|LANG|TZ|TE?MP|TMPDIR|SystemRoot)$/i;

export function keepPageSettings(env: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => PAGES.test(name)));
}

// As src/config.ts has it, in the other process.
export function offersDemo({ DEMO }: NodeJS.ProcessEnv): boolean {
  return DEMO === 'true';
}
