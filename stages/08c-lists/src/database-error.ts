import { Prisma } from './generated/client.ts';

// The codes that mean that the database is away, hangs or gave up, each known by its name. What is not here is a
// mistake of ours.
const AWAY = new Set([
  // Prisma's: https://www.prisma.io/docs/orm/reference/error-reference
  'P1001', // cannot be reached
  'P1002', // was reached, and timed out
  'P1008', // an operation timed out
  'P1017', // closed the connection
  'P2024', // no connection of the pool became free
  'P2028', // a transaction could not begin, or took too long
  'P2034', // a deadlock or a conflict of two transactions
  'P2037', // too many connections
  // The operating system's: man 3 errno, man 3 getaddrinfo
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  // Those of Postgres: https://www.postgresql.org/docs/current/errcodes-appendix.html
  '08000', // connection_exception
  '08001', // sqlclient_unable_to_establish_sqlconnection
  '08003', // connection_does_not_exist
  '08004', // sqlserver_rejected_establishment_of_sqlconnection
  '08006', // connection_failure
  '25P03', // idle_in_transaction_session_timeout
  '53100', // disk_full
  '53200', // out_of_memory
  '53300', // too_many_connections
  '57014', // query_canceled: statement_timeout
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
]);

// What the driver says without a code.
const WORDS = [
  'Query read timeout',
  'Connection terminated',
  'timeout exceeded when trying to connect',
  'timeout expired',
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
];

// Whether the database could not be asked. Of a change it is not known then whether it happened.
export function isAway(error: unknown) {
  if (!(error instanceof Error)) return false;
  return (
    WORDS.some((words) => error.message.startsWith(words)) || codesOf(error).some((code) => AWAY.has(code))
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
