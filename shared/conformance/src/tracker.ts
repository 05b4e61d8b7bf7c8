import { join } from 'node:path';
import type { Cookie } from 'playwright-core';
import { createCliDomain } from './adapters/cli.ts';
import { createHttpDomain } from './adapters/http.ts';
import type { Browser } from './browser.ts';
import { type Check, isForOneUser, type LaunchOptions, type Tracker } from './check.ts';
import { runCommand } from './command-line.ts';
import type { Answer, RequestOptions } from './http.ts';
import type { Instance } from './instance.ts';
import type { Person } from './people.ts';
import type { Program } from './program.ts';
import { Random } from './random.ts';
import { startServer } from './server.ts';
import { Session } from './session.ts';
import type { Shared } from './shared.ts';
import { StartError } from './start-problem.ts';
import { Story } from './story.ts';
import { tellRequest } from './story-http.ts';
import { openVisit, type Visit } from './visit.ts';
import { readingWholeLists } from './whole-list.ts';
import type { Windows } from './windows.ts';

/** What the checks of one run share. */
export interface RunContext {
  readonly seed: number;
  readonly program: Program;
  readonly shared: Shared;
  /** Which adapter the domain goes through. */
  readonly transport: 'cli' | 'http';
  /** The browser of the run, when one of its checks looks at the page. */
  readonly browser?: Browser;
}

/** What a check that looks at the page has for itself. */
export interface PageTurn {
  /** The server on which nobody else works meanwhile. */
  server(): Promise<Instance>;
  readonly windows: Windows;
  /** Whose tracker it is, where people sign in. */
  owner(): Promise<Person | undefined>;
  /** What their browser keeps once they have signed in at the page; none where nobody does. */
  cookies(): Promise<readonly Cookie[]>;
  /** Takes every visit that the check makes. */
  readonly visits: Visit[];
}

/** How many files were handed out; keeps the names of two checks apart. */
let files = 0;

/** What one check sees of the tracker. */
export function createTracker(check: Check, run: RunContext, turn?: PageTurn): Tracker {
  const { program, shared } = run;
  const serverOf = turn?.server ?? (() => shared.server());
  const story = new Story();

  const random = new Random(`${run.seed}/${check.id}`);

  async function ask(method: string, path: string, options: RequestOptions = {}): Promise<Answer> {
    const server = await serverOf();
    const as = options.as ?? (await turn?.owner());
    return tellRequest(story, await server.request(method, path, { ...options, ...(as && { as }) }));
  }
  const request = program.paging === true && isForOneUser(check) ? readingWholeLists(ask) : ask;

  return {
    run,
    random,
    domain:
      run.transport === 'http' ? createHttpDomain(request) : createCliDomain(program, () => shared.session()),
    request,
    connect: async () => (await serverOf()).connect(),
    command: (args, options) => runCommand(program, args, options),
    session: async (args = ['--json']) => new Session(program, args),
    launch: (options) => launch(program, options),
    newcomer: async (name = 'ana') =>
      (await serverOf()).newcomer(name, `${name}.${random.token()}@example.com`),
    settings: async () => (await serverOf()).settings,
    database: async () => {
      if (program.databases === undefined) throw new Error(`${check.id} needs a tracker with a database`);
      return (await program.databases.settings()).DATABASE_URL;
    },
    admin: async () => (await serverOf()).signInAdmin(),
    page: async (options) => {
      if (turn === undefined) throw new Error(`${check.id} looks at the page: its capability must say so`);
      const cookies = options?.signedIn === false ? [] : await turn.cookies();
      const { pagePort } = await turn.server();
      const visit = await openVisit(turn.windows, pagePort, story, options, cookies);
      turn.visits.push(visit);
      return visit;
    },
    fetchPage: async (path, { method = 'GET', signedIn = true } = {}) => {
      const cookies = signedIn ? await turn?.cookies() : [];
      const answer = await (await serverOf()).requestPage(method, path, cookies);
      if (answer.again !== undefined) story.tellAtPage(answer.again);
      answer.again = story.retell()?.join('\n') ?? answer.again;
      return answer;
    },
    temporaryFile: (name) => {
      files += 1;
      return join(program.processes.folder, `${files}-${name}`);
    },
  };
}

async function launch(program: Program, { env, api = false }: LaunchOptions = {}): Promise<Instance> {
  const alone = api && program.api ? { ...program, words: program.api, webPort: false } : program;
  try {
    return await startServer(alone, env);
  } catch (error) {
    throw error instanceof StartError ? error.toFailure() : error;
  }
}
