import { styleText } from 'node:util';
import type { Count } from './count.ts';
import { isCounted, type Verdict } from './verdict.ts';

/** Where to write: standard output, or a stand-in. */
interface Output {
  write(text: string): unknown;
  isTTY?: boolean;
}

/** The progress of a whole run: a line a task as it ends, the failures in full afterwards, then the sum. */
export interface Report {
  /** Says something else, in a line. */
  say(line: string): void;
  /** Says that a task has ended; the second time for the same task says nothing. */
  task(verdict: Verdict): void;
  /** Prints what a failed task printed, whole. */
  failure(verdict: Verdict, log: string): void;
  /** Ends the moving line, where there is one. */
  stop(): void;
  /** The last lines. */
  end(sum: Count, tasks: readonly Verdict[], milliseconds: number): void;
}

/** Says how far the run of `total` tasks is; in a terminal with colours and a line that moves, in a pipe plainly. */
export function createReport(output: Output, total: number): Report {
  const colour = output.isTTY === true;
  const paint = (style: 'green' | 'red' | 'dim', text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const told = new Set<string>();
  const status = startStatus(output, () => `${told.size} of ${total} tasks`);
  const write = (text: string) => {
    status.clear();
    output.write(text);
  };

  return {
    stop: status.stop,
    say: (line) => write(`  ${paint('dim', line)}\n`),
    task(verdict) {
      const label = labelOf(verdict);
      if (told.has(label)) return;
      told.add(label);
      const mark = verdict.problem ? paint('red', '✗') : paint('green', '✓');
      const note = verdict.task.cached ? paint('dim', '  cached') : '';
      write(`  ${mark} ${label.padEnd(24)} ${figures(verdict)}${note}`.trimEnd().concat('\n'));
    },
    failure(verdict, log) {
      status.stop();
      const body = log.trimEnd().replaceAll(/^(?=.)/gm, '    ');
      write(`\n${paint('red', `✗ ${labelOf(verdict)}`)} ${verdict.problem}\n${body ? `\n${body}\n` : ''}`);
    },
    end(sum, tasks, milliseconds) {
      status.stop();
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

// A last line that is rewritten every tenth of a second, so that a long task does not look like a hang.
function startStatus(output: Output, text: () => string): { clear(): void; stop(): void } {
  if (!output.isTTY) return { clear() {}, stop() {} };
  const began = Date.now();
  const clear = () => output.write('\r\x1b[K');
  const draw = () => output.write(`\r\x1b[K  … ${text()} · ${Math.round((Date.now() - began) / 1000)} s`);
  const timer = setInterval(draw, 100);
  return {
    clear,
    stop() {
      clearInterval(timer);
      clear();
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
