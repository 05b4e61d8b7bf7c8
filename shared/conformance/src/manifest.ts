import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type StartError, startError } from './start-problem.ts';
import { splitWords } from './words.ts';

const EXAMPLE = '{ "start": "node src/server.js" }';

/**
 * The words that start the tracker in a folder, from `start` in its stage.json: a command line, or a list of words.
 * Throws a StartError when there is no manifest or it does not say.
 */
export function readStartCommand(folder: string): string[] {
  const { path, manifest } = readManifest(folder);
  if (manifest.start === undefined) throw invalid(path, 'it has no "start"');
  return readWords(path, 'start', manifest.start);
}

/**
 * The words that start its API alone, from `api` in its stage.json; those of `start` where that starts nothing else.
 * Throws a StartError like `readStartCommand`.
 */
export function readApiCommand(folder: string): string[] {
  const { path, manifest } = readManifest(folder);
  return manifest.api === undefined ? readStartCommand(folder) : readWords(path, 'api', manifest.api);
}

/**
 * The words that build the tracker in a folder before it is started, from `build` in its stage.json; undefined when it
 * needs no building. Throws a StartError when the manifest cannot be read.
 */
export function readBuildCommand(folder: string): string[] | undefined {
  const { path, manifest } = readManifest(folder);
  return manifest.build === undefined ? undefined : readWords(path, 'build', manifest.build);
}

function readManifest(folder: string): {
  path: string;
  manifest: { start?: unknown; build?: unknown; api?: unknown };
} {
  const path = join(folder, 'stage.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw missing(folder, path, error);
  }
  let manifest: unknown;
  try {
    manifest = JSON.parse(text);
  } catch (error) {
    throw invalid(path, error instanceof Error ? error.message : String(error));
  }
  return { path, manifest: typeof manifest === 'object' && manifest !== null ? manifest : {} };
}

function readWords(path: string, field: string, value: unknown): string[] {
  const words = typeof value === 'string' ? split(value, field, path) : value;
  if (!Array.isArray(words) || words.length === 0 || !words.every((word) => typeof word === 'string')) {
    throw invalid(path, `"${field}" is neither a command line nor a list of words`);
  }
  return words;
}

function split(command: string, field: string, path: string): string[] {
  try {
    return splitWords(command);
  } catch (error) {
    throw invalid(
      path,
      `"${field}" cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function missing(folder: string, path: string, cause: unknown): StartError {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const seen = isFolder ? `${path} is not there.` : `The folder ${folder} is not there.`;
  const reason =
    cause instanceof Error && 'code' in cause && cause.code !== 'ENOENT' ? ` (${cause.message})` : '';
  return startError('manifest-missing', {
    title: 'There is no stage.json that says how to start the tracker.',
    tried: `read ${path}`,
    seen: seen + reason,
    advice: `Create it with one line, your own command in it: ${EXAMPLE}`,
  });
}

function invalid(path: string, seen: string): StartError {
  return startError('manifest-invalid', {
    title: 'stage.json does not say how to start the tracker.',
    tried: `read ${path}`,
    seen,
    advice: `It should be JSON such as ${EXAMPLE}`,
  });
}
