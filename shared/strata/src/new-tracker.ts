import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { copyFiles, listFiles, PAPERS } from './files.ts';
import { isObject } from './manifest.ts';
import type { Stage } from './stages.ts';

const README = `# My tracker

What it is, how it is started, how it is tested: written by you, kept current at every stage.
`;

const ADR = `# Short title of the decision

- Status: proposed
- Date: YYYY-MM-DD

## Context

Which problem asks for a decision?

## Options considered

- The first: what speaks for it, what against.
- The second: what speaks for it, what against.

## Decision

Which one, and why.

## Consequences

What becomes easier, what becomes harder.
`;

/**
 * Fills a folder with the tracker that a stage begins from.
 * @param reference the stage whose reference it is, or undefined for the empty starter of the first stage
 * @param into an existing empty folder, absolute
 */
export function fillTracker(reference: Stage | undefined, into: string): void {
  const from = reference?.folder ?? path.join(import.meta.dirname, '..', 'starter');
  const files = listFiles(from).filter((file) => !PAPERS.has(file));
  copyFiles(from, into, files);
  const manifest: unknown = JSON.parse(readFileSync(path.join(from, 'stage.json'), 'utf8'));
  const { start, build, api } = isObject(manifest) ? manifest : {};
  writeJson(path.join(into, 'stage.json'), { start, build, api });
  writeJson(path.join(into, 'package.json'), ownPackage(path.join(from, 'package.json')));
  writeFileSync(path.join(into, 'README.md'), README);
  writeFileSync(path.join(into, 'ADR.md'), ADR);
}

function ownPackage(file: string): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const { bin: _bin, description: _description, ...rest } = isObject(manifest) ? manifest : {};
  return { ...rest, name: 'my-tracker' };
}

function writeJson(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
