import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureBuilt } from '@strata/conformance/build';
import { Processes } from '@strata/conformance/process';
import { freePort } from '@strata/conformance/server';
import { StartError } from '@strata/conformance/start-problem';
import { type Prepared, prepareDatabase } from '../database.ts';
import { fillWithDemo } from '../demo.ts';
import { messageOf, Refusal } from '../errors.ts';
import { readStart } from '../manifest.ts';
import { type Place, shown, trackerFolder } from '../place.ts';
import { portIsFree } from '../port.ts';
import { childEnvironment, endWithNpm, waitForExit } from '../process.ts';
import { readProgress } from '../progress.ts';
import { runServer } from '../server-run.ts';
import { findStage, readStages, type Stage } from '../stages.ts';
import { complain, paint, say } from '../terminal.ts';

/** What `strata serve` can be told. */
export interface ServeOptions {
  demo?: boolean;
  dir?: string;
}

interface Served {
  readonly folder: string;
  readonly name: string;
  readonly capabilities: readonly string[];
}

/**
 * Runs a tracker for a person to use, until it ends or is stopped.
 * @param place where the companion works
 * @param what a stage, 'my' for the learner's tracker, nothing for the highest stage
 * @param options see ServeOptions
 * @param passedOn arguments for the tracker itself
 * @returns the tracker's exit status
 * @throws Refusal when it cannot be started
 */
export async function serve(
  place: Place,
  what: string | undefined,
  options: ServeOptions,
  passedOn: readonly string[],
): Promise<number> {
  endWithNpm();
  const served = choose(place, what, options);
  const words = readStart(path.join(served.folder, 'stage.json'));
  if (!served.capabilities.includes('http')) return attach(place, served, words, passedOn, options);
  const command = [...words, ...passedOn];
  await build(place, served.folder);
  const port = await choosePort();
  // Where the page has a server of its own, that is the one whose address people open.
  const api = served.capabilities.includes('pages') ? await chooseApiPort(port) : port;
  const ports = { PORT: api, WEB_PORT: port };
  const database = await findDatabase(place, served, options);
  const ready = (): Promise<void> => welcome(served, { port, api }, options, database);
  const given = api === port ? { PORT: port } : ports;
  return runServer(place, served.folder, command, given, database?.env ?? {}, ready)
    .catch((error: unknown) => cannotStart(command, error))
    .finally(() => database?.stop());
}

async function findDatabase(
  place: Place,
  { capabilities, folder }: Served,
  { demo = false }: ServeOptions,
): Promise<Prepared | undefined> {
  if (!capabilities.includes('database')) return undefined;
  return prepareDatabase(place, path.basename(folder), {
    accounts: capabilities.includes('accounts'),
    demo,
  });
}

function choose(place: Place, what: string | undefined, options: ServeOptions): Served {
  if (options.dir !== undefined || what === 'my' || what === 'mine') {
    const folder = options.dir === undefined ? trackerFolder(place) : path.resolve(place.cwd, options.dir);
    if (!existsSync(folder))
      throw new Refusal(`There is no ${shown(place, folder)}. Begin with ./strata start 00`);
    const stage = stageOf(place, options.dir === undefined ? undefined : what);
    return { folder, name: options.dir ?? 'my/tracker', capabilities: capabilitiesOf(folder, stage) };
  }
  const stage = what === undefined ? readStages(place).at(-1) : findStage(place, what);
  if (stage === undefined) throw new Refusal('There is no stage yet.');
  return { folder: stage.folder, name: `stage ${stage.name}`, capabilities: stage.manifest.capabilities };
}

function stageOf(place: Place, word: string | undefined): Stage | undefined {
  const name = word === undefined || word === 'my' || word === 'mine' ? readProgress(place).current : word;
  return name === undefined ? undefined : findStage(place, name);
}

// A learner in stage 01 begins with the command line of 00 and replaces it: what the tracker starts says what it is.
function capabilitiesOf(folder: string, stage: Stage | undefined): readonly string[] {
  const words = readStart(path.join(folder, 'stage.json'));
  if (words.some((word) => /(^|\/)cli\.\w+$/.test(word))) return ['cli'];
  return stage?.manifest.capabilities ?? ['http'];
}

function attach(
  place: Place,
  served: Served,
  words: readonly string[],
  passedOn: readonly string[],
  options: ServeOptions,
): Promise<number> {
  if (options.demo === true)
    throw new Refusal(`--demo needs a server, and ${served.name} is a command line.`);
  if (process.stdin.isTTY && passedOn.length === 0) {
    say(`${served.name} reads commands from this terminal: --help lists them, exit ends it.`);
  }
  // It runs in the caller's folder, so that a path after --file means what they typed.
  const [program = '', ...own] = words.map((word) => absoluteIn(served.folder, word));
  const child = spawn(program, [...own, ...passedOn], {
    cwd: place.cwd,
    env: childEnvironment(place),
    stdio: 'inherit',
  });
  return waitForExit(child).catch((error: unknown) => cannotStart(words, error));
}

function absoluteIn(folder: string, word: string): string {
  const file = path.join(folder, word);
  return /[./]/.test(word) && existsSync(file) ? file : word;
}

async function build(place: Place, folder: string): Promise<void> {
  const processes = new Processes(place.root);
  try {
    await ensureBuilt(place.root, folder, processes, say);
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    const { title, tried, seen, advice } = error.problem;
    throw new Refusal([title, tried, seen, advice].join('\n'));
  } finally {
    await processes.close();
  }
}

async function chooseApiPort(port: number): Promise<number> {
  return port < 65_535 && (await portIsFree(port + 1)) ? port + 1 : freePort();
}

async function choosePort(): Promise<number> {
  const given = process.env.PORT;
  if (given !== undefined && given !== '') {
    const port = Number(given);
    if (!/^\d+$/.test(given) || port < 1 || port > 65_535)
      throw new Refusal(`PORT is "${given}": 1 to 65535 are ports.`);
    if (await portIsFree(port)) return port;
    throw new Refusal(`Port ${port} is taken by another program: stop it, or choose another PORT.`);
  }
  if (await portIsFree(3000)) return 3000;
  const port = await freePort();
  say(`Port 3000 is taken by another program, so this one is used: ${port}`);
  return port;
}

async function welcome(
  served: Served,
  { port, api }: { port: number; api: number },
  options: ServeOptions,
  database: Prepared | undefined,
): Promise<void> {
  const address = `http://localhost:${port}`;
  // One that has accounts makes the account of the demonstration itself, data included.
  const accounts = served.capabilities.includes('accounts');
  if (options.demo === true && !accounts) await fill(served, api);
  const documented = served.capabilities.includes('openapi');
  say();
  say(`  ${paint('bold', served.name)} runs at ${paint('cyan', address)}`);
  if (documented) say(`  try it       http://localhost:${api}/docs`);
  if (!accounts) say(`  the tasks    http://localhost:${api}/tasks`);
  else if (database !== undefined) tellAccounts(database, options);
  if (database !== undefined) say(`  the data     ${database.where}: they stay when it stops`);
  say(`  the stages   ./strata in another terminal shows the map, and what is next`);
  say(`  stop         Ctrl-C`);
  say();
}

function tellAccounts({ env }: Prepared, { demo }: ServeOptions): void {
  if (demo === true) say('  sign in      with one click, as somebody who has tasks and leads already');
  say(`  as admin     ${env.ADMIN_EMAIL}, password ${env.ADMIN_PASSWORD}`);
}

async function fill(served: Served, port: number): Promise<void> {
  try {
    const made = await fillWithDemo(`http://127.0.0.1:${port}`, served.capabilities.includes('rest'));
    if (made === undefined) say('The tracker holds data already, so no demonstration data were added.');
    else say(`Demonstration data: ${made.tasks} tasks and ${made.leads} leads.`);
  } catch (error) {
    complain(`The demonstration data could not be added: ${messageOf(error)}`);
  }
}

function cannotStart(command: readonly string[], error: unknown): never {
  throw new Refusal(`It cannot be started with "${command.join(' ')}": ${messageOf(error)}`);
}
