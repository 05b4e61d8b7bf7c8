import type { LaunchOptions, Tracker } from '../src/check.ts';
import { type Ended, within } from '../src/child.ts';
import type { Failure } from '../src/failure.ts';
import { HalfSent } from '../src/half-sent.ts';
import type { Answer } from '../src/http.ts';
import { once } from '../src/once.ts';
import { accepts, isFree, outerAddress, refuses } from '../src/ports.ts';
import { sendOn } from '../src/raw-request.ts';
import type { Instance } from '../src/server.ts';
import { preflight } from './preflight.ts';

/** How long a server with nothing left to do may take to end. */
export const END_LIMIT = 3000;

/** The origins that the second server is told to allow. */
export const LISTED = ['https://one.example', 'https://two.example:8443'];
export const UNLISTED = [
  'https://page.example',
  'https://one.example.evil.example',
  'https://one.exampl',
  'null',
];

/** One server from its start to its end, with a request in hand and an idle connection when the signal comes. */
export interface Life {
  readonly signal: NodeJS.Signals;
  readonly port: number;
  /** What it had printed when it took requests. */
  readonly printed: { readonly stdout: string; readonly stderr: string };
  /** Whether it listens on all interfaces; undefined when this machine cannot tell. */
  readonly open: boolean | undefined;
  /** Its answers to pages of several origins. */
  readonly origins: readonly Answer[];
  /** The answer to the request whose second half was sent after the signal. */
  readonly held: Answer | Failure;
  /** How it ended; undefined when it had to be killed. */
  readonly ended: Ended | undefined;
  readonly portFree: boolean;
}

async function live(
  { launch, random }: Tracker,
  signal: NodeJS.Signals,
  options: LaunchOptions = {},
): Promise<Life> {
  const server = await launch(options);
  const { port } = server;
  const outer = outerAddress();
  await printedAddress(server);
  const printed = { stdout: server.stdout, stderr: server.stderr };
  const open = outer === undefined ? undefined : await accepts(outer, port);
  const origins = options.env?.CORS_ORIGIN === undefined ? [] : await askAsPages(server);

  const idle = await server.connect();
  await sendOn(idle, { method: 'GET', path: '/tasks' });
  const half = await HalfSent.begin(port, '/tasks', { title: random.title() }, await server.owner());
  await server.request('GET', '/tasks');
  server.signal(signal);
  await refuses(port, 250);
  const held = await half.finish();
  const ended = await within(server.exited, END_LIMIT);
  const portFree = await isFree(port);

  half.close();
  idle.hangUp();
  if (ended === undefined) server.child.kill();
  return { signal, port, printed, open, origins, held, ended, portFree };
}

/** Waits until the port stands in what was printed, a moment at most. */
async function printedAddress(server: Instance): Promise<void> {
  const printed = new Promise<void>((resolve) => {
    const look = (): void => {
      if (server.stdout.includes(String(server.port))) resolve();
    };
    server.child.onOutput('stdout', look);
    look();
  });
  await within(printed, 1000);
}

async function askAsPages(server: Instance): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const origin of [...LISTED, ...UNLISTED]) {
    for (const path of ['/tasks', '/nothing-here']) {
      answers.push(await server.request('GET', path, { headers: { Origin: origin } }));
    }
    answers.push(await server.request('OPTIONS', '/tasks', { headers: preflight('POST', origin) }));
  }
  return answers;
}

/** A server with no settings but its port, ended by SIGTERM. */
export const plainLife = once('life.plain', (tracker) => live(tracker, 'SIGTERM'));

/** The API with HOST and CORS_ORIGIN, ended by SIGINT. */
export const settledLife = once('life.settled', (tracker) =>
  live(tracker, 'SIGINT', { env: { HOST: '0.0.0.0', CORS_ORIGIN: LISTED.join(',') }, api: true }),
);
