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
  /** Which of the two rows it runs in. */
  row: 'verify' | 'test';
  /** Whether it is about one stage alone. */
  stage: boolean;
  /** It drives a browser, or builds what one that does will look at. */
  browser: boolean;
  /** It builds a stage, or looks at one that is built. */
  built: boolean;
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
  const plain = { row: 'test', stage: false, browser: false, built: false } as const;
  const stages = packages.filter(isStage);
  return [
    { ...plain, package: '//', name: 'lint' },
    { ...plain, package: '//', name: 'typecheck' },
    ...packages.map(
      (one): Expected => ({
        package: one.name,
        name: 'test',
        // It measures what the stages have built.
        row: one.name === '@strata/experiments' ? 'verify' : 'test',
        stage: isStage(one),
        browser: drivesBrowser(join(root, one.folder)) || hasPage(join(root, one.folder)),
        built: one.name === '@strata/experiments' || isBuilt(join(root, one.folder)),
      }),
    ),
    ...stages.map(
      ({ folder }): Expected => ({
        package: '@strata/companion',
        name: `verify:${folder.split('/')[1]}`,
        row: 'verify',
        stage: true,
        browser: hasPage(join(root, folder)),
        built: isBuilt(join(root, folder)),
      }),
    ),
  ];
}

/** Whether there is a script for it; turbo runs nothing at all when one of several tasks has none. */
export function hasScript(root: string, packages: readonly Package[], task: Expected): boolean {
  const folder = task.package === '//' ? '.' : packages.find(({ name }) => name === task.package)?.folder;
  if (folder === undefined) return false;
  const { scripts = {} }: { scripts?: Record<string, string> } = readJson(join(root, folder, 'package.json'));
  return scripts[task.name] !== undefined;
}

/** Whether a package's tests begin with the command that builds it for whoever looks at it afterwards. */
export function buildsForTests(folder: string): boolean {
  const { scripts = {} }: { scripts?: Record<string, string> } = readJson(join(folder, 'package.json'));
  return scripts.pretest !== undefined && scripts.pretest === readStageManifest(folder).build;
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
  const packages = { ...manifest.dependencies, ...manifest.devDependencies };
  return 'playwright-core' in packages || '@playwright/test' in packages;
}

function isStage({ folder }: Package): boolean {
  return folder.startsWith('stages/');
}

function hasPage(folder: string): boolean {
  return readStageManifest(folder).capabilities?.includes('page') === true;
}

function isBuilt(folder: string): boolean {
  return readStageManifest(folder).build !== undefined;
}

function readStageManifest(folder: string): { capabilities?: string[]; build?: unknown } {
  const file = join(folder, 'stage.json');
  return existsSync(file) ? readJson(file) : {};
}

function readName(file: string): string {
  const { name }: { name?: string } = readJson(file);
  if (!name) throw new Error(`${file} has no name`);
  return name;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
