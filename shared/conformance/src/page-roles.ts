import type { Page } from 'playwright-core';
import { shorten } from './output.ts';

const MOST = 12;

/**
 * What is on a page as a screen reader tells it, a short list: `button "Add task"`.
 * @param page the page
 * @param first things of this role come first, after alerts; after buttons, the items of lists
 * @returns the lines, at most 12 and one that says how many more
 */
export async function listRoles(page: Page, first?: string): Promise<string[]> {
  const snapshot = await page
    .locator('body')
    .ariaSnapshot({ timeout: 2000 })
    .catch(() => '');
  const all = snapshot
    .replaceAll(/^( *- listitem):\n *- text:/gm, '$1:') // an item is known by its text
    .split('\n')
    .map(unquote)
    .map((line) =>
      line.replace(/^(button|textbox|combobox|link|tab|heading)\b(?! ")/, '$1 "" (without a name)'),
    )
    .filter((line) => /^(?:\w+ "|alert|status|text|paragraph: |listitem: )/.test(line))
    .filter((line) => first === 'combobox' || !line.startsWith('option '))
    .map((line) => shorten(line.replace(/:$/, ''), 100));
  // What should be a button and is none stands as text in the item it belongs to.
  const ranks = ['alert', first, first === 'button' ? 'listitem' : undefined];
  const rank = (line: string): number => {
    const at = ranks.findIndex((role) => role !== undefined && new RegExp(`^${role}\\b`).test(line));
    return at < 0 ? ranks.length : at;
  };
  const lines = all.toSorted((a, b) => rank(a) - rank(b));
  return lines.length <= MOST ? lines : [...lines.slice(0, MOST), `… and ${lines.length - MOST} more`];
}

// A line of the snapshot is YAML: names and texts with a colon in them are quoted.
function unquote(line: string): string {
  const plain = line.trim().replace(/^- /, '');
  const [, key] = /^'((?:[^']|'')*)'(?::.*)?$/.exec(plain) ?? [];
  return (
    key?.replaceAll("''", "'") ?? plain.replace(/: "(.*)"$/, (_, text) => `: ${text.replaceAll('\\"', '"')}`)
  );
}
