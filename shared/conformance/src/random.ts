const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
const WORDS = [
  'buy',
  'milk',
  'call',
  'Ana',
  'write',
  'report',
  'plan',
  'trip',
  'send',
  'invoice',
  'fix',
  'door',
];
// Letters that trip code which counts bytes, compares by locale or cuts text in the middle of a character.
const CHARACTERS = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,!?',
  ...'äéßøčłșțğñ',
  ...'жщюяΩλπ漢字かなカナ한글',
  ...'😀🚀🍕𝒳',
  'q\u0301', // no single character stands for these two: NFC leaves them apart
  'q\u0308',
];
const FIRST_NAMES = ['Ana', 'Mihai', 'Aylin', 'Chidi', 'Ines', 'Jonas', 'Leila', 'Noor'];
const LAST_NAMES = ['Pop', 'Ionescu', 'Silva', 'Keller', 'Okafor', 'Tanaka', 'Moreau', 'Lind'];
const COMPANIES = ['Acme', 'Nordwind', 'Blue Whale', 'Sons of Kowalski', 'Harbour Bakery'];

/** Random inputs that a seed repeats. None holds quotes, backslashes, control characters or blanks at its ends. */
export class Random {
  #state: number;

  /** `seed` is any text; the same text gives the same values. */
  constructor(seed: string) {
    let hash = 0x811c9dc5;
    for (let index = 0; index < seed.length; index += 1) {
      hash = Math.imul(hash ^ seed.charCodeAt(index), 0x01000193);
    }
    this.#state = hash >>> 0;
  }

  /** At least 0, less than 1 (mulberry32). */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** One of the items. Throws when there are none. */
  pick<T>(items: readonly T[]): T {
    const item = items[this.integer(0, items.length - 1)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  }

  /** The same items in another order; the input stays as it is. */
  shuffle<T>(items: readonly T[]): T[] {
    const rest = [...items];
    const order: T[] = [];
    while (rest.length > 0) order.push(...rest.splice(this.integer(0, rest.length - 1), 1));
    return order;
  }

  /** Text of many scripts, exactly `length` UTF-16 code units long (an emoji counts 2), no blank in it. */
  text(length: number): string {
    let text = '';
    while (text.length < length) {
      const next = this.pick(CHARACTERS);
      if (text.length + next.length <= length) text += next;
    }
    return text;
  }

  /** Plain letters, exactly `length` of them: for limits, where people count. */
  letters(length: number): string {
    return Array.from({ length }, () => this.pick(LETTERS)).join('');
  }

  /** A task's title in plain words, unlike any other by its ending. Other scripts: see `text`. */
  title(): string {
    const words = Array.from({ length: this.integer(1, 4) }, () => this.pick(WORDS));
    return [...words, this.token()].join(' ');
  }

  /** A person's name in plain letters, unlike any other by its ending. */
  name(): string {
    return `${this.pick(FIRST_NAMES)} ${this.pick(LAST_NAMES)} ${this.token()}`;
  }

  /** A company's name. */
  company(): string {
    return `${this.pick(COMPANIES)} ${this.token()}`;
  }

  /** An ordinary address under a domain reserved for examples. */
  email(): string {
    return `${this.pick(['ana', 'mihai', 'zoe'])}${this.token()}@example.com`;
  }

  /** Six letters and digits, lower case: enough to tell two texts apart. */
  token(): string {
    return this.integer(36 ** 5, 36 ** 6 - 1).toString(36);
  }
}
