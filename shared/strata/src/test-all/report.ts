import { styleText } from 'node:util';
import type { Count } from './count.ts';
import { isCounted, type Verdict } from './verdict.ts';

type Write = (text: string) => void;

/** The progress of a whole run: a line a task as it ends, the failures in full afterwards, then the sum. */
export interface Report {
  /** Says that a task has ended; the second time for the same task says nothing. */
  task(verdict: Verdict): void;
  /** Prints what a failed task printed, whole. */
  failure(verdict: Verdict, log: string): void;
  /** The last lines. */
  end(sum: Count, tasks: readonly Verdict[], milliseconds: number): void;
}

/** Colours only where they are seen: `colour` is off in a pipe. */
export function createReport(write: Write, colour: boolean): Report {
  const paint = (style: 'green' | 'red' | 'dim', text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const told = new Set<string>();

  return {
    task(verdict) {
      const label = labelOf(verdict);
      if (told.has(label)) return;
      told.add(label);
      const mark = verdict.problem ? paint('red', '✗') : paint('green', '✓');
      const note = verdict.task.cached ? paint('dim', '  cached') : '';
      write(`  ${mark} ${label.padEnd(24)} ${figures(verdict)}${note}`.trimEnd().concat('\n'));
    },
    failure(verdict, log) {
      const body = log.trimEnd().replaceAll(/^(?=.)/gm, '    ');
      write(`\n${paint('red', `✗ ${labelOf(verdict)}`)} ${verdict.problem}\n${body ? `\n${body}\n` : ''}`);
    },
    end(sum, tasks, milliseconds) {
      const cached = tasks.filter(({ task }) => task.cached).length;
      const skipped = sum.skipped > 0 ? ` · ${sum.skipped} skipped, not counted` : '';
      const seconds = (milliseconds / 1000).toFixed(1);
      write(
        `\n  ${paint('dim', `${tasks.length} tasks, ${cached} from the cache · ${seconds} s${skipped}`)}\n`,
      );
      write(`${sum.passed} passed, ${sum.failed} failed\n`);
    },
  };
}

function labelOf({ task }: Verdict): string {
  if (task.name.startsWith('verify:')) return `verify ${task.name.slice('verify:'.length)}`;
  return task.package === '//' ? task.name : `${task.name} ${task.package.replace('@strata/', '')}`;
}

function figures({ task, passed, failed, skipped, problem }: Verdict): string {
  if (!isCounted(task.name)) return problem ? 'failed' : '';
  return `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
