import { existsSync, globSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { listFiles } from '../files.ts';
import { isObject } from '../manifest.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../stages.ts';
import { type Proof, proveOne } from './proof.ts';

// Commands that packages bring, by another name than their own.
const COMMANDS: Readonly<Record<string, string>> = { tsc: 'typescript', tailwindcss: '@tailwindcss/cli' };

// What a command writes into the stage imports this.
const GENERATED: Readonly<Record<string, string>> = { prisma: '@prisma/client' };

interface PackageFile {
  readonly scripts: Readonly<Record<string, string>>;
  readonly versions: Readonly<Record<string, string>>;
}

/**
 * Proves a stage's packages and commands: what it imports it declares, what it declares it uses, in the version that
 * the rest of the repository has, and what starts or builds it is there.
 * @param place where the companion works
 * @param stage the stage
 * @returns the proof
 */
export function provePackages(place: Place, stage: Stage): Proof {
  const file = path.join(stage.folder, 'package.json');
  if (!existsSync(file)) return proveOne('packages', ['package.json is missing']);
  const own = readPackage(file);
  const texts = listFiles(stage.folder)
    .filter((name) => name !== 'package.json' && !name.endsWith('.md'))
    .map((name) => readFileSync(path.join(stage.folder, name), 'utf8'));
  const count = Object.keys(own.versions).length;
  return proveOne(
    'packages',
    [
      ...importProblems(texts, own, peersOf(place, own)),
      ...otherVersions(place, own),
      ...commandProblems(stage, own),
    ],
    `${count} declared`,
  );
}

function importProblems(
  texts: readonly string[],
  { scripts, versions }: PackageFile,
  peers: ReadonlySet<string>,
): string[] {
  const imported = new Set(texts.flatMap(importsOf));
  const words = Object.values(scripts).flatMap((script) => script.split(/[\s&|;]+/));
  const commands = words.flatMap((word) => [COMMANDS[word] ?? word, GENERATED[word] ?? word]);
  const used = (name: string): boolean => {
    const typed = name.replace(/^@types\//, '');
    if (typed !== name) return typed === 'node' || imported.has(typed) || peers.has(typed);
    return (
      imported.has(name) ||
      peers.has(name) ||
      commands.includes(name) ||
      texts.some((text) => namesAsText(text, name))
    );
  };
  const undeclared = [...imported].filter((name) => versions[name] === undefined);
  const unused = Object.keys(versions).filter((name) => !used(name));
  return [
    ...undeclared.map((name) => `${name} is imported and not declared`),
    ...unused.map((name) => `${name} is declared and not used`),
  ];
}

// What a package of the stage needs beside it, as React needs its DOM: it is declared here, and imported there.
function peersOf(place: Place, { versions }: PackageFile): Set<string> {
  return new Set(
    Object.keys(versions).flatMap((name) => {
      const file = path.join(place.root, 'node_modules', name, 'package.json');
      const value: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
      return isObject(value) && isObject(value.peerDependencies) ? Object.keys(value.peerDependencies) : [];
    }),
  );
}

// A tool is named in a setting, a style sheet or a comment: "@tailwindcss/postcss": {}, // @vitest-environment jsdom
function namesAsText(text: string, name: string): boolean {
  return ['"', "'"].some(
    (quote) => text.includes(`${quote}${name}${quote}`) || text.includes(`${quote}${name}/`),
  );
}

function importsOf(text: string): string[] {
  const found = text.matchAll(/(?:^|[\s;(])(?:from|import|import\(|vi\.mock\()\s*['"]([^'"\s]+)['"]/g);
  return Array.from(found, ([, name = '']) => name).flatMap((specifier) => {
    if (/^(\.|\/|node:|#|@\/|https?:|data:)/.test(specifier)) return [];
    const [scope = '', rest] = specifier.split('/');
    const name = scope.startsWith('@') && rest !== undefined ? `${scope}/${rest}` : scope;
    return builtinModules.includes(name) ? [] : [name];
  });
}

function otherVersions(place: Place, { versions }: PackageFile): string[] {
  const files = globSync(['package.json', 'stages/*/package.json', 'shared/*/package.json'], {
    cwd: place.root,
  });
  return files.sort().flatMap((file) => {
    const other = readPackage(path.join(place.root, file)).versions;
    return Object.entries(versions)
      .filter(([name, version]) => other[name] !== undefined && other[name] !== version)
      .map(([name, version]) => `${name} is ${version} here and ${other[name]} in ${file}`);
  });
}

function commandProblems({ folder, manifest }: Stage, { scripts }: PackageFile): string[] {
  const problems: string[] = [];
  for (const command of [manifest.start, manifest.build ?? []]) {
    const [program, ...words] = command;
    if (program === 'npm') {
      const script = words.find((word) => word !== 'run') ?? '';
      if (scripts[script] === undefined)
        problems.push(`"${command.join(' ')}": package.json has no such script`);
    } else if (program === 'node') {
      const file = words.find((word) => !word.startsWith('-')) ?? '';
      if (!existsSync(path.join(folder, file)))
        problems.push(`"${command.join(' ')}": there is no such file`);
    }
  }
  return problems;
}

function readPackage(file: string): PackageFile {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const manifest = isObject(value) ? value : {};
  const texts = (part: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(isObject(part) ? part : {}).map(([name, text]) => [name, String(text)]),
    );
  return {
    scripts: texts(manifest.scripts),
    versions: { ...texts(manifest.dependencies), ...texts(manifest.devDependencies) },
  };
}
