import { z } from 'zod';
import { AppError } from './errors.ts';
import { email, password } from './users/schema.ts';

// A value that holds a secret is not repeated when it is wrong.
const DATABASE_ADDRESS = 'must be an address such as postgres://name:password@host/name';

// Good enough to try things out, and known to everybody.
export const DEVELOPMENT_SECRET = 'only for development: everybody knows it';

const Settings = z
  .object({
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
    DATABASE_URL: z.string(DATABASE_ADDRESS).refine(isDatabase, DATABASE_ADDRESS),
    JWT_SECRET: z.string().min(32, 'must have at least 32 characters'),
    DEMO: z
      .string()
      .refine((text) => ['', 'true', 'false'].includes(text), {
        error: ({ input }) => `must be true or false, not "${input}"`,
      })
      .transform((text) => text === 'true')
      .default(false),
    ADMIN_EMAIL: givenOrNot(email),
    ADMIN_PASSWORD: givenOrNot(password),
  })
  .refine(({ ADMIN_EMAIL, ADMIN_PASSWORD }) => !ADMIN_EMAIL === !ADMIN_PASSWORD, {
    path: ['ADMIN_EMAIL'],
    error: 'and ADMIN_PASSWORD go together: both or neither',
    when: ({ issues }) => !issues.some(({ path }) => String(path?.[0]).startsWith('ADMIN_')),
  });

export interface Config {
  host: string;
  port: number;
  corsOrigins: string[];
  databaseUrl: string;
  jwtSecret: string;
  development: boolean;
  demo: boolean;
  admin: { email: string; password: string } | undefined;
}

// Reads the environment once, at the start, and says everything that is wrong with it at once.
export function parseConfig(env: NodeJS.ProcessEnv): Config {
  const development = env.NODE_ENV === 'development';
  const JWT_SECRET = env.JWT_SECRET || (development ? DEVELOPMENT_SECRET : '');
  const { success, data, error } = Settings.safeParse({ ...env, JWT_SECRET });
  if (!success) {
    throw new AppError(
      'config',
      error.issues.map(({ path, message }) => `${String(path[0])} ${message}`).join('; '),
    );
  }
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = data;
  return {
    host: data.HOST,
    port: data.PORT,
    corsOrigins: data.CORS_ORIGIN,
    databaseUrl: data.DATABASE_URL,
    jwtSecret: data.JWT_SECRET,
    development,
    demo: data.DEMO,
    admin: ADMIN_EMAIL && ADMIN_PASSWORD ? { email: ADMIN_EMAIL, password: ADMIN_PASSWORD } : undefined,
  };
}

// A line of .env without a value is none.
function givenOrNot<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess((text) => text || undefined, schema.optional());
}

function isOrigin(text: string) {
  return text === '*' || URL.parse(text)?.origin === text;
}

function describeOrigin({ input }: { input: unknown }) {
  return `must hold origins such as https://example.com, not "${input}"`;
}

function isDatabase(text: string) {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '');
}
