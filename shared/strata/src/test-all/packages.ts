import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose tests have to run. */
export interface Package {
  name: string;
  /** Relative to the root: `stages/01-http`. */
  folder: string;
}

/** A task that has to run, by the package it belongs to. */
export interface Expected {
  package: string;
  name: string;
  /** It drives a browser, or builds what one that does will look at. */
  browser: boolean;
}

/** All packages in stages/ and shared/; the learner's own in my/ are not among them. Throws when a manifest is broken. */
export function listPackages(root: string): Package[] {
  return ['stages', 'shared'].flatMap((parent) =>
    foldersIn(join(root, parent))
      .map((name) => `${parent}/${name}`)
      .filter((folder) => existsSync(join(root, folder, 'package.json')))
      .map((folder) => ({ name: readName(join(root, folder, 'package.json')), folder })),
  );
}

/** What `npm test` must have seen run, so that a forgotten script is a failure rather than a silence. */
export function listExpected(root: string, packages: readonly Package[]): Expected[] {
  const stages = packages.filter(({ folder }) => folder.startsWith('stages/'));
  return [
    { package: '//', name: 'lint', browser: false },
    { package: '//', name: 'typecheck', browser: false },
    ...packages.map(({ name, folder }) => ({
      package: name,
      name: 'test',
      browser: drivesBrowser(join(root, folder)) || hasPage(join(root, folder)),
    })),
    ...stages.map(({ folder }) => ({
      package: '@strata/companion',
      name: `verify:${folder.split('/')[1]}`,
      browser: hasPage(join(root, folder)),
    })),
  ];
}

/** Removes the logs of earlier runs: only what this run writes, or takes from the cache, is counted. */
export function removeLogs(root: string, packages: readonly Package[]): void {
  for (const folder of ['.', ...packages.map((one) => one.folder)]) {
    rmSync(join(root, folder, '.turbo'), { recursive: true, force: true });
  }
}

function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function drivesBrowser(folder: string): boolean {
  const manifest: { dependencies?: object; devDependencies?: object } = readJson(
    join(folder, 'package.json'),
  );
  return 'playwright-core' in { ...manifest.dependencies, ...manifest.devDependencies };
}

function hasPage(folder: string): boolean {
  const file = join(folder, 'stage.json');
  const manifest: { capabilities?: string[] } = existsSync(file) ? readJson(file) : {};
  return manifest.capabilities?.includes('page') === true;
}

function readName(file: string): string {
  const { name }: { name?: string } = readJson(file);
  if (!name) throw new Error(`${file} has no name`);
  return name;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
