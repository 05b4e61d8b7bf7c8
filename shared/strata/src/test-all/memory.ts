import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ROOM = 4 * 1024 ** 3;

/**
 * Finds a place in memory for what tests throw away: hundreds of copies that come and go keep a disk busy. Undefined
 * where there is none, where it has less than 4 GiB, or where nothing in it may be executed.
 */
export function findMemory(): string | undefined {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM && executes(MEMORY) ? MEMORY : undefined;
  } catch {
    return undefined;
  }
}

function executes(parent: string): boolean {
  const folder = mkdtempSync(join(parent, 'strata-'));
  try {
    const program = join(folder, 'program');
    writeFileSync(program, '#!/bin/sh\n', { mode: 0o755 });
    return spawnSync(program).status === 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
