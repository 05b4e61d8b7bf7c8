import { join } from 'node:path';
import { createCliDomain } from './adapters/cli.ts';
import { createHttpDomain } from './adapters/http.ts';
import type { Check, Tracker } from './check.ts';
import { runCommand } from './command-line.ts';
import type { Answer, RequestOptions } from './http.ts';
import type { Instance } from './instance.ts';
import type { Program } from './program.ts';
import { Random } from './random.ts';
import { startServer } from './server.ts';
import { Session } from './session.ts';
import type { Shared } from './shared.ts';
import { StartError } from './start-problem.ts';
import { Story } from './story.ts';
import { tellRequest } from './story-http.ts';

/** What the checks of one run share. */
export interface RunContext {
  readonly seed: number;
  readonly program: Program;
  readonly shared: Shared;
  /** Which adapter the domain goes through. */
  readonly transport: 'cli' | 'http';
}

/** How many files were handed out; keeps the names of two checks apart. */
let files = 0;

/** What one check sees of the tracker. */
export function createTracker(check: Check, run: RunContext): Tracker {
  const { program, shared } = run;
  const story = new Story();

  async function request(method: string, path: string, options?: RequestOptions): Promise<Answer> {
    const server = await shared.server();
    return tellRequest(story, await server.request(method, path, options));
  }

  return {
    run,
    random: new Random(`${run.seed}/${check.id}`),
    domain:
      run.transport === 'http' ? createHttpDomain(request) : createCliDomain(program, () => shared.session()),
    request,
    connect: async () => (await shared.server()).connect(),
    command: (args, options) => runCommand(program, args, options),
    session: async (args = ['--json']) => new Session(program, args),
    launch: (options) => launch(program, options?.env),
    temporaryFile: (name) => {
      files += 1;
      return join(program.processes.folder, `${files}-${name}`);
    },
  };
}

async function launch(program: Program, env?: Record<string, string>): Promise<Instance> {
  try {
    return await startServer(program, env);
  } catch (error) {
    throw error instanceof StartError ? error.toFailure() : error;
  }
}
