import { spawn } from 'node:child_process';
import path from 'node:path';
import type { Place } from '../place.ts';
import { waitForExit } from '../process.ts';

/**
 * Measures what the layers cost, and draws the chart anew.
 * @param place where the companion works
 * @param args what shared/bench is told, the words after `--`
 * @returns the exit status of the measurement
 */
export async function bench(place: Place, args: readonly string[]): Promise<number> {
  const program = path.join(place.root, 'shared', 'bench', 'src', 'main.ts');
  const child = spawn(process.execPath, [program, ...args], { cwd: place.root, stdio: 'inherit' });
  return waitForExit(child);
}
