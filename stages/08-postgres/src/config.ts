import { z } from 'zod';
import { AppError } from './errors.ts';

export interface Config {
  host: string;
  port: number;
  corsOrigins: string[];
  databaseUrl: string;
  jwtSecret: string;
  development: boolean;
  admin: { email: string; password: string } | undefined;
  demo: boolean;
}

// Good enough to try things out, and known to everybody.
export const DEVELOPMENT_SECRET = 'only for development: everybody knows it';

// Reads the environment once, at the start, and says everything that is wrong with it at once.
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const { HOST = '127.0.0.1', PORT = '3000', CORS_ORIGIN = '*', DATABASE_URL = '', DEMO = '' } = env;
  const corsOrigins = CORS_ORIGIN.split(',').map((origin) => origin.trim());
  const development = env.NODE_ENV === 'development';
  const jwtSecret = env.JWT_SECRET || (development ? DEVELOPMENT_SECRET : '');

  const wrong: string[] = [];
  if (!HOST) wrong.push('HOST must not be empty');
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65_535)
    wrong.push(`PORT must be a number from 0 to 65535, not "${PORT}"`);
  for (const origin of corsOrigins.filter((origin) => !isOrigin(origin))) {
    wrong.push(`CORS_ORIGIN must hold origins such as https://example.com, not "${origin}"`);
  }
  // Neither of them is repeated here: they are secrets.
  if (!isDatabase(DATABASE_URL))
    wrong.push('DATABASE_URL must be an address such as postgres://name:password@host/name');
  if (jwtSecret.length < 32) wrong.push('JWT_SECRET must have at least 32 characters');
  if (!['', 'true', 'false'].includes(DEMO)) wrong.push(`DEMO must be true or false, not "${DEMO}"`);
  const admin = parseAdmin(env, wrong);
  if (wrong.length > 0) throw new AppError('config', wrong.join('; '));

  return {
    host: HOST,
    port: Number(PORT),
    corsOrigins,
    databaseUrl: DATABASE_URL,
    jwtSecret,
    development,
    admin,
    demo: DEMO === 'true',
  };
}

function parseAdmin({ ADMIN_EMAIL: email, ADMIN_PASSWORD: password }: NodeJS.ProcessEnv, wrong: string[]) {
  if (!email && !password) return undefined;
  if (!email || !password) wrong.push('ADMIN_EMAIL and ADMIN_PASSWORD go together: both or neither');
  else if (!z.email({ pattern: z.regexes.html5Email }).safeParse(email).success)
    wrong.push('ADMIN_EMAIL must be a valid e-mail address');
  else if (password.length < 12 || password.length > 128)
    wrong.push('ADMIN_PASSWORD must have 12 to 128 characters');
  else return { email: email.toLowerCase(), password };
  return undefined;
}

function isOrigin(text: string) {
  return text === '*' || URL.parse(text)?.origin === text;
}

function isDatabase(text: string) {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '');
}
