import { AppError } from './errors.ts';

export interface Config {
  host: string;
  port: number;
  corsOrigins: string[];
}

// Reads the environment once, at the start, and says everything that is wrong with it at once.
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const { HOST = '127.0.0.1', PORT = '3000', CORS_ORIGIN = '*' } = env;
  const corsOrigins = CORS_ORIGIN.split(',').map((origin) => origin.trim());

  const wrong: string[] = [];
  if (!HOST) wrong.push('HOST must not be empty');
  if (!/^\d+$/.test(PORT) || Number(PORT) > 65_535)
    wrong.push(`PORT must be a number from 0 to 65535, not "${PORT}"`);
  for (const origin of corsOrigins.filter((origin) => !isOrigin(origin))) {
    wrong.push(`CORS_ORIGIN must hold origins such as https://example.com, not "${origin}"`);
  }
  if (wrong.length > 0) throw new AppError('config', wrong.join('; '));

  return { host: HOST, port: Number(PORT), corsOrigins };
}

function isOrigin(text: string) {
  return text === '*' || URL.parse(text)?.origin === text;
}
