import { resolve } from 'node:path';
import type { Child, Ended } from './child.ts';
import { type Listener, listenersOf, processesOfGroup } from './process-table.ts';
import type { Program } from './program.ts';
import { describeEnd, lastWords, type StartError, startError } from './start-problem.ts';
import { joinWords } from './words.ts';

/** A port on which the tracker should listen. */
export interface Awaited {
  readonly port: number;
  /** Another port that is its business. */
  readonly beside?: number;
  /** How long it may take, in milliseconds. */
  readonly limit: number;
  /** The environment variable that told it the port: PORT when left out. */
  readonly variable?: 'PORT' | 'WEB_PORT';
}

function tried(program: Program, { port, variable = 'PORT' }: Awaited): string {
  const told = program.databases === undefined ? '' : `${program.databases.told} `;
  return `${variable}=${port} ${told}${joinWords(program.words)}   in ${program.folder}`;
}

function wordsOf(child: Child): string {
  return lastWords({ stdout: child.stdout.text, stderr: child.stderr.text });
}

/** The process ended before it took a connection. */
export function explainExit(program: Program, child: Child, ended: Ended, awaited: Awaited): StartError {
  return startError('exited', {
    title: `The tracker ended before it took a request (${describeEnd(ended)}).`,
    tried: tried(program, awaited),
    seen: wordsOf(child),
    advice: adviceOnExit(program, child.stderr.text, ended, awaited),
  });
}

function adviceOnExit(
  program: Program,
  said: string,
  ended: Ended,
  { port, variable = 'PORT' }: Awaited,
): string {
  const lost = /Cannot find module '(.+)'/.exec(said)?.[1];
  const unfound = program.words.find((word) => resolve(program.folder, word) === lost);
  if (unfound !== undefined) return `There is no ${unfound}: check "start" in stage.json.`;
  if (/EADDRINUSE|address already in use/i.test(said))
    return `Something listens there already. Listen on the port in the environment variable ${variable}: it was ${port}, and free.`;
  if (ended.status === 0)
    return 'A server has to stay: does it listen, and does nothing end the process afterwards?';
  return 'The output above says where: begin with its first line that names a file of yours.';
}

/**
 * The process runs and its port takes no connection. A problem when it has listened somewhere else for a while, or
 * when `waited` is over the `limit` (milliseconds); undefined when it may still be starting.
 */
export function explainSilence(
  program: Program,
  child: Child,
  awaited: Awaited & { readonly waited: number },
): StartError | undefined {
  const { port, waited, limit } = awaited;
  const all = listenersOf(processesOfGroup(child.pid).map(({ pid }) => pid)) ?? [];
  const listeners = all.filter((one) => one.port !== awaited.beside);
  const mine = listeners.filter((one) => one.port === port);
  // It began to listen between the last attempt to connect and now.
  if (waited <= limit && mine.some(({ address }) => ['127.0.0.1', '0.0.0.0', '::'].includes(address)))
    return undefined;
  const [here] = mine;
  const elsewhere = here === undefined ? listeners[0]?.port : undefined;
  const settled = waited > limit / 5;
  if (elsewhere !== undefined && settled) return wrongPort(program, child, awaited, elsewhere);
  if (here !== undefined && settled) return wrongInterface(program, child, awaited, here);
  if (waited <= limit) return undefined;
  const printed = printedPort(child, awaited);
  if (printed !== undefined) return wrongPort(program, child, awaited, printed);
  return startError('hangs', {
    title: `The tracker runs, but takes no connection within ${limit / 1000} s.`,
    tried: tried(program, awaited),
    seen: wordsOf(child),
    advice:
      'Does it reach the line that listens? Print something before and after it, and see which line is missing.',
  });
}

function wrongPort(program: Program, child: Child, awaited: Awaited, elsewhere: number): StartError {
  const { port, variable = 'PORT' } = awaited;
  return startError('wrong-port', {
    title: `The tracker listens on port ${elsewhere} instead of ${port}.`,
    tried: tried(program, awaited),
    seen: wordsOf(child),
    advice:
      variable === 'PORT'
        ? 'Take the port from the environment variable PORT; 3000 is for when there is none.'
        : 'Take the port of the page from the environment variable WEB_PORT.',
  });
}

function wrongInterface(program: Program, child: Child, awaited: Awaited, { address }: Listener): StartError {
  return startError('wrong-interface', {
    title: `The tracker listens on ${address}, where 127.0.0.1 is not answered.`,
    tried: tried(program, awaited),
    seen: wordsOf(child),
    advice:
      'Listen on the interface in HOST, and on 127.0.0.1 when there is none ("localhost" may mean ::1).',
  });
}

/** The port in an address that it printed, when that is not the one it was given. */
function printedPort(child: Child, { port, beside }: Awaited): number | undefined {
  const printed = `${child.stdout.text}\n${child.stderr.text}`.matchAll(/(?::|\bport\s*:?\s*)(\d{4,5})\b/gi);
  const ports = [...printed].map(([, digits]) => Number(digits));
  return ports.includes(port)
    ? undefined
    : ports.find((one) => one !== beside && one >= 1024 && one <= 65535);
}
