import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** A server's process and those it has started: one a connection, and its own helpers. */
export function processesOf(server: number): number[] {
  return [server, ...childrenOf(server)];
}

/** Sends a signal to each of them; one that is gone is no mistake. */
export function signalAll(processes: readonly number[], signal: NodeJS.Signals): void {
  for (const pid of processes) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended already.
    }
  }
}

function childrenOf(parent: number): number[] {
  try {
    return numbers(readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8'));
  } catch {
    // Not Linux.
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return (stdout ?? '')
    .split('\n')
    .map(numbers)
    .flatMap(([pid, above]) => (pid !== undefined && above === parent ? [pid] : []));
}

function numbers(text: string): number[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(Number);
}
