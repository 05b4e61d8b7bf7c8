import { Prisma } from './generated/client.ts';

// Prisma's codes for a server that cannot be reached, is too slow, or gave up: https://www.prisma.io/docs/orm/reference/error-reference
const PRISMA = ['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2034', 'P2037'];
// The operating system's, and Postgres's own: connection lost, out of resources, stopped by an operator or a limit.
const OTHERS = /^(E[A-Z_]+|08\w{3}|53\w{3}|57\w{3}|25P03)$/;
// What the driver says without a code.
const WORDS =
  /^(Query read timeout|Connection terminated|timeout exceeded when trying to connect|Client (has|was))/;

// Whether the database is away or hangs. What is asked then may be asked again.
export function isAway(error: unknown) {
  if (!(error instanceof Error)) return false;
  return (
    WORDS.test(error.message) || codesOf(error).some((code) => PRISMA.includes(code) || OTHERS.test(code))
  );
}

export function isRefusal(error: unknown, code: 'P2002' | 'P2003' | 'P2025') {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === code;
}

// Prisma wraps the driver's error, which wraps that of Postgres.
function codesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (typeof inner === 'string') return /^(code|originalCode)$/.test(key) ? [inner] : [];
    return ['meta', 'cause', 'driverAdapterError'].includes(key) ? codesOf(inner) : [];
  });
}
