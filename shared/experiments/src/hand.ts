import { PATIENCE, type Role, type Visit } from '../../conformance/src/visit.ts';
import type { Work } from './jobs.ts';

/** Mouse and keyboard of somebody at the page, and how often they were used. */
export class Hand {
  readonly #visit: Visit;
  #clicks = 0;
  #keys = 0;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  /** Does a job and says what it took; `done` asks the tracker afterwards whether it knows. */
  async work(done: () => Promise<boolean>, job: () => Promise<void>): Promise<Work> {
    const before = { clicks: this.#clicks, keys: this.#keys };
    await job();
    const [keys, clicks] = [this.#keys - before.keys, this.#clicks - before.clicks];
    return { commands: 0, keys, clicks, undone: !(await done()) };
  }

  /** Clicks on what has this role and name. Throws a Failure when it is not there. */
  async click(role: Role, name: string): Promise<void> {
    const target = await this.#visit.sees(role, name);
    this.#visit.tell(`click on the ${role} "${name}"`);
    await this.clicks(1, () => target.click({ timeout: PATIENCE }));
  }

  /** Does what takes a person so many clicks. */
  async clicks(count: number, act: () => Promise<void>): Promise<void> {
    this.#clicks += count;
    await act();
  }

  /** Types a text where the focus is. */
  async type(text: string): Promise<void> {
    this.#keys += text.length;
    this.#visit.tell(`type "${text}"`);
    await this.#visit.page.keyboard.type(text);
  }

  /** Presses one key. */
  async press(key: string): Promise<void> {
    this.#keys += 1;
    await this.#visit.key(key);
  }
}
