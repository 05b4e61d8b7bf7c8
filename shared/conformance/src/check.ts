import type { CommandResult } from './command-line.ts';
import type { Domain } from './domain.ts';
import type { Answer, Connection, RequestOptions } from './http.ts';
import type { Instance } from './instance.ts';
import type { Person } from './people.ts';
import type { Random } from './random.ts';
import type { Session } from './session.ts';
import type { Visit, VisitOptions } from './visit.ts';

/** What a tracker can do; a stage's manifest lists its own. */
export const CAPABILITIES = [
  'tracker',
  'change',
  'filter',
  'cli',
  'http',
  'rest',
  'openapi',
  'page',
  'style',
  'pages',
  'database',
  'accounts',
  'paging',
  'admin',
] as const;
export type Capability = (typeof CAPABILITIES)[number];

/** Whether a check looks at the page: it then has an empty tracker and a browser. */
export function looksAtPage({ capability }: { readonly capability: Capability }): boolean {
  return capability === 'page' || capability === 'style' || capability === 'pages';
}

const MANY_PEOPLE: readonly Capability[] = ['accounts', 'paging', 'admin'];

/**
 * Whether a check knows nothing of accounts, pages of lists and admins: what it asks is Ana's where people sign in, and
 * lists are whole.
 */
export function isForOneUser({ capability, needs }: Pick<Check, 'capability' | 'needs'>): boolean {
  return ![capability, needs].some((one) => one !== undefined && MANY_PEOPLE.includes(one));
}

export interface Check {
  /** Stable name, dot-separated, kebab-case: `task.title-trimmed`. */
  readonly id: string;
  /** The first stage it applies to: `00`, `04a`. */
  readonly since: string;
  /** From this stage on the contract says otherwise, as its ADR explains: the check no longer applies. */
  readonly changedIn?: { readonly stage: string; readonly adr: string };
  readonly capability: Capability;
  /** A second capability without which it makes no sense: signing in, for a check of the page that is about it. */
  readonly needs?: Capability;
  /** What holds when it passes: "POST /tasks answers 400 when the JSON is broken". */
  readonly title: string;
  /** Why that matters, for someone who is learning: one or two sentences. */
  readonly why: string;
  /** The concept (a question), the place, nearly the solution. */
  readonly hints: readonly [string, string, string];
  /** Starts processes of its own and does not touch the shared one: may run beside other checks. */
  readonly isolated?: true;
  /** Throws a Failure when the tracker does something else. */
  run(tracker: Tracker): Promise<void>;
}

/** How a check starts a server of its own. */
export interface LaunchOptions {
  readonly env?: Record<string, string>;
  readonly api?: boolean;
}

/** How a page is asked for without a browser. */
export interface FetchOptions {
  readonly method?: 'GET' | 'HEAD';
  readonly signedIn?: boolean;
}

/** The tracker under test, as one check sees it. */
export interface Tracker {
  /** The run that this belongs to: the same object for all its checks. */
  readonly run: { readonly seed: number };
  /** Seeded by the run's seed and the check's id: the same in any order. */
  readonly random: Random;
  /** The behaviour that does not depend on the transport: the shared process, commands at 00, HTTP from 01. */
  readonly domain: Domain;
  /** One request to the shared server. Throws a Failure when no answer comes in time. */
  request(method: string, path: string, options?: RequestOptions): Promise<Answer>;
  /** A raw connection to the shared server, for requests that are cut short or malformed. */
  connect(): Promise<Connection>;
  /** One run of the command line, to its end. Throws a Failure when it does not end in time. */
  command(args: readonly string[], options?: { stdin?: string }): Promise<CommandResult>;
  /** An interactive session of the check's own; `args` default to `--json`. */
  session(args?: readonly string[]): Promise<Session>;
  /**
   * A server of the check's own, ready for requests; `api`: without the page, where that is a server beside it. Throws
   * a Failure when it does not start.
   */
  launch(options?: LaunchOptions): Promise<Instance>;
  /**
   * Somebody who has just registered at the shared server and has nothing yet: for `as` of a request. Their password
   * takes a moment to hash, so one of them a check, if any. Throws a Failure when they cannot register.
   */
  newcomer(name?: 'ana' | 'ben' | 'cleo'): Promise<Person>;
  /** What the shared server was told when it started, such as JWT_SECRET. */
  settings(): Promise<Readonly<Record<string, string>>>;
  /** The address of a database that is empty: for servers that share it. */
  database(): Promise<string>;
  /** The admin, signed in at the shared server. Throws a Failure when that is not done. */
  admin(): Promise<Person>;
  /**
   * Opens the tracker's page in a browser, as somebody who was never there before. The tracker of a page check is
   * empty at its beginning. Throws a Failure when the page does not open.
   */
  page(options?: VisitOptions): Promise<Visit>;
  /**
   * Asks for a path of the page without a browser, as its owner unless `signedIn` is false. Throws a Failure when no
   * answer comes in time.
   */
  fetchPage(path: string, options?: FetchOptions): Promise<Answer>;
  /** A path for a file that does not exist yet, in a folder that goes when the run ends. */
  temporaryFile(name: string): string;
}
