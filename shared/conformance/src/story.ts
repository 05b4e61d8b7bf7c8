/** What became of a command; one that only reads is worth repeating only when it is the last. */
export type Effect = 'changes' | 'reads' | 'refused';

interface Step {
  readonly text: string;
  readonly effect: Effect;
  readonly created: string | undefined;
  readonly about: readonly string[];
}

// Characters that no shell cares about, so that nothing is quoted for their sake.
const MARK = /@(task|lead):(\d+)@/g;
const MOST = 10;
const MOST_AT_PAGE = 16;
const LONGEST = 400;

/** How a command names a resource in a story: `lead move @lead:57@ won`. */
export function mark(kind: 'task' | 'lead', id: number | string): string {
  return `@${kind}:${id}@`;
}

/**
 * The commands of one check, so that a failure can show how to come to the same point from a fresh start: there
 * the ids begin at 1 again, and commands about other tasks and leads are left out.
 */
export class Story {
  readonly #steps: Step[] = [];
  #atPage = false;

  /** Adds a command; ids in it are marks; `created` is the mark of what it created. */
  tell(text: string, created?: string, effect: Effect = 'changes'): void {
    const about = [...text.matchAll(MARK)].map(([whole]) => whole);
    if (this.#steps.at(-1)?.effect === 'reads') this.#steps.pop();
    this.#steps.push({ text, created, about, effect });
  }

  /** Adds something that was done on the page: it may be about anything. */
  tellAtPage(text: string): void {
    this.#atPage = true;
    this.tell(text);
  }

  /** The commands that lead to the last one and itself; undefined when they are too many or too long to type. */
  retell(): string[] | undefined {
    const last = this.#steps.at(-1);
    if (last === undefined) return undefined;
    const wanted = this.#wanted(last);
    const most = this.#atPage ? MOST_AT_PAGE : MOST;
    const all = this.#steps.filter((step) => step === last || wanted === 'all' || concerns(step, wanted));
    const steps = all.length <= most ? all : all.filter((step) => step === last || step.effect !== 'refused');
    if (steps.length > most || steps.some(({ text }) => text.length > LONGEST)) return undefined;
    return renumber(steps);
  }

  // What the last command is about, and what those were created with.
  #wanted(last: Step): Set<string> | 'all' {
    if (this.#atPage) return 'all';
    if (last.about.length === 0) return last.created === undefined ? 'all' : new Set();
    const wanted = new Set(last.about);
    for (const step of this.#steps.toReversed()) {
      if (concerns(step, wanted)) for (const one of step.about) wanted.add(one);
    }
    return wanted;
  }
}

function concerns(step: Step, wanted: ReadonlySet<string>): boolean {
  return (
    (step.created !== undefined && wanted.has(step.created)) || step.about.some((one) => wanted.has(one))
  );
}

function renumber(steps: readonly Step[]): string[] {
  const counts = { task: 0, lead: 0 };
  const numbers = new Map<string, number>();
  return steps.map(({ text, created }) => {
    const line = text.replace(MARK, (whole, _kind, id) => String(numbers.get(whole) ?? id));
    if (created !== undefined) {
      const kind = created.startsWith('@task') ? 'task' : 'lead';
      counts[kind] += 1;
      numbers.set(created, counts[kind]);
    }
    return line;
  });
}
