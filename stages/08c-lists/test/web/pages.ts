import { vi } from 'vitest';
import type { Role } from '../../src/users/user.ts';
import { db, startTracker } from '../tracker.ts';

// What Next.js knows of the request that is being answered, and the cookies that it will send back.
export const request = { headers: new Headers(), cookies: new Map<string, string>() };
export const sentBack: Record<string, unknown>[] = [];

vi.mock('next/cache', () => ({ revalidatePath() {} }));
vi.mock('next/headers', () => ({
  headers: async () => request.headers,
  cookies: async () => ({
    get: (name: string) => ({ name, value: request.cookies.get(name) }),
    set: (cookie: Record<string, unknown>) => sentBack.push(cookie),
  }),
}));

// An empty tracker, and a browser with scripts in which somebody has signed in there.
export async function openPages(onTestFinished: (stop: () => void) => void, role?: Role) {
  await db.$executeRaw`TRUNCATE users, tasks, leads RESTART IDENTITY CASCADE`;
  const tracker = await startTracker(role);
  request.headers = new Headers({ 'next-action': 'any' });
  request.cookies = parseCookies(tracker.cookie);
  sentBack.length = 0;
  vi.resetModules();
  vi.stubEnv('API_URL', tracker.base);
  onTestFinished(() => {
    tracker.stop();
    vi.unstubAllEnvs();
  });
  return tracker;
}

export function parseCookies(line: string): Map<string, string> {
  return new Map([...line.matchAll(/(\w+)=([^;]+)/g)].map(([, name = '', value = '']) => [name, value]));
}

export function fill(values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}
