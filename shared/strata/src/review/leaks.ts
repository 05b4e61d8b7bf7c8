import { askGit, git } from '../git.ts';
import type { Place } from '../place.ts';
import type { Leak } from './document.ts';
import { changedOutside } from './history.ts';
import { readAdded, readHistory, unquotePath } from './trees.ts';

// What a secret looks like. The word before an assignment alone is not enough: its value has to look made by a machine.
const TOKENS: readonly (readonly [string, RegExp])[] = [
  ['a private key', /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/],
  ['an AWS access key', /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_\w{36,}|github_pat_\w{30,})/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Slack token', /\bxox[abeoprs]-[\w-]{10,}/],
  ['a Stripe key', /\b[rs]k_live_\w{16,}/],
  ['a Google key', /\bAIza[\w-]{35}/],
  ['an API key', /\bsk-(?:ant-|proj-)?[\w-]{20,}/],
  ['a JSON web token', /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}/],
];
const SECRETS: typeof TOKENS = [
  ...TOKENS,
  [
    'a password in an address',
    /\b\w+:\/\/[^\s:/@'"`${}]+:(?!password\b|postgres\b|secret\b)[^\s:/@'"`${}]{6,}@(?!localhost|127\.)/,
  ],
];
const ASSIGNED =
  /(?:secret|token|passw(?:or)?d|api[_-]?key|private[_-]?key)\w*["']?\s*[:=]\s*["'`]?([\w+/=.-]{12,})/i;
const GENERATED: readonly (readonly [string, RegExp])[] = [
  ['installed packages', /^(.*?\/)?node_modules\//],
  ['what a build wrote', /^(.*?\/)?(dist|\.next|\.turbo|coverage)\//],
  ['a log', /\.log$/],
  ['settings of one machine', /(^|\/)\.env(\.(?!example$)[^/]+)?$/],
  ['a file of the operating system', /(^|\/)(\.DS_Store|Thumbs\.db)$/],
];
// Names without values: what has the shape of a real token there is one nevertheless.
const EXAMPLE = /(^|\/)\.env\.example$/;
const UNREAD = /\.(lock|svg)$|package-lock\.json$/;
const SHOWN = 4;

/**
 * Looks for secrets and generated files on every commit of the learner's, also those that a later one removed.
 * @param place where the companion works
 * @param commit the commit under review
 * @returns each kind of leak once a file, in the order of the commits
 */
export function findLeaks(place: Place, commit: string): Leak[] {
  const present = new Set(git(place.root, ['ls-tree', '-r', '-z', '--name-only', commit]).split('\0'));
  return [...findSecrets(place, commit, present), ...findGenerated(place, commit, present)];
}

function findSecrets(place: Place, commit: string, present: ReadonlySet<string>): Leak[] {
  const found = new Map<string, Leak>();
  const take = ({ head, file, text }: { head: string; file: string; text: string }): void => {
    if (UNREAD.test(file)) return;
    const line = text.slice(0, 4000);
    const secret = EXAMPLE.test(file) ? firstOf(TOKENS, line) : secretIn(line);
    if (secret === undefined) return;
    const key = `${file}\0${secret.value}`;
    if (found.has(key)) return;
    const still = present.has(file) && contentOf(place, commit, file).includes(secret.value);
    const shown = `${secret.value.slice(0, SHOWN)}…`;
    found.set(key, { kind: 'secret', what: secret.what, commit: head, file, shown, present: still });
  };
  // A merge adds what neither side had; what a side had was found there, because parents come first.
  const log = ['log', '-m', '--topo-order', '--reverse', '--format=%x01%H'];
  const readable = [
    'my',
    ':(exclude,glob)**/node_modules/**',
    ':(exclude,glob)**/.next/**',
    ':(exclude,glob)**/dist/**',
  ];
  readAdded(place, [...log, commit, '--', ...readable], take);
  const { commits } = changedOutside(place, commit, undefined);
  if (commits.length > 0)
    readAdded(place, [...log, '--no-walk=unsorted', ...commits, '--', ':(exclude)my'], take);
  return [...found.values()];
}

/**
 * Finds the secret in a line.
 * @param line one line of a file
 * @returns what it looks like, and its text; undefined when there is none
 */
export function secretIn(line: string): { what: string; value: string } | undefined {
  const secret = firstOf(SECRETS, line);
  if (secret !== undefined) return secret;
  const [, value = ''] = ASSIGNED.exec(line) ?? [];
  return looksRandom(value) ? { what: 'a password or token', value } : undefined;
}

function firstOf(patterns: typeof TOKENS, line: string): { what: string; value: string } | undefined {
  for (const [what, pattern] of patterns) {
    const [value] = pattern.exec(line) ?? [];
    if (value !== undefined) return { what, value };
  }
  return undefined;
}

// Letters and digits mixed, and no word of a person's: "process.env.TOKEN_SECRET" and "change-me-please" are none.
function looksRandom(value: string): boolean {
  const digits = value.match(/\d/g)?.length ?? 0;
  return (
    digits >= 3 && /[a-z]/i.test(value) && !/example|process\.env|placeholder|change|dummy|test/i.test(value)
  );
}

function findGenerated(place: Place, commit: string, present: ReadonlySet<string>): Leak[] {
  const log = [
    'log',
    '--no-merges',
    '--topo-order',
    '--reverse',
    '--no-renames',
    '--diff-filter=A',
    '--name-only',
  ];
  const text = readHistory(place, [...log, '--format=%x01%H', commit, '--', 'my']);
  const found = new Map<string, Leak>();
  let head = '';
  for (const printed of text.split('\n')) {
    const line = unquotePath(printed);
    if (line.startsWith('\u0001')) head = line.slice(1);
    const [what, pattern] = GENERATED.find(([, one]) => one.test(line)) ?? [];
    if (what === undefined || pattern === undefined || /^my\/saved\//.test(line)) continue;
    const folder = /\/$/.test(pattern.exec(line)?.[0] ?? '') ? (pattern.exec(line)?.[0] ?? line) : line;
    const still = present.has(line) || (found.get(folder)?.present ?? false);
    const first = found.get(folder)?.commit ?? head;
    found.set(folder, { kind: 'generated', what, commit: first, file: folder, shown: '', present: still });
  }
  return [...found.values()];
}

function contentOf(place: Place, commit: string, file: string): string {
  return askGit(place.root, ['cat-file', 'blob', `${commit}:${file}`]).stdout;
}
