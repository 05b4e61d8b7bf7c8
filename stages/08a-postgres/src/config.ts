import { z } from 'zod';
import { AppError } from './errors.ts';

const Settings = z.object({
  HOST: z.string().min(1, 'must not be empty').default('127.0.0.1'),
  PORT: z
    .string()
    .refine((text) => /^\d+$/.test(text) && Number(text) <= 65_535, {
      error: ({ input }) => `must be a number from 0 to 65535, not "${input}"`,
    })
    .transform(Number)
    .default(3000),
  CORS_ORIGIN: z
    .string()
    .transform((text) => text.split(',').map((origin) => origin.trim()))
    .pipe(z.array(z.string().refine(isOrigin, { error: describeOrigin })))
    .default(['*']),
});

export interface Config {
  host: string;
  port: number;
  corsOrigins: string[];
}

// Reads the environment once, at the start, and says everything that is wrong with it at once.
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const { success, data, error } = Settings.safeParse(env);
  if (!success) {
    throw new AppError(
      'config',
      error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).join('; '),
    );
  }
  return { host: data.HOST, port: data.PORT, corsOrigins: data.CORS_ORIGIN };
}

function isOrigin(text: string) {
  return text === '*' || URL.parse(text)?.origin === text;
}

function describeOrigin({ input }: { input: unknown }) {
  return `must hold origins such as https://example.com, not "${input}"`;
}
