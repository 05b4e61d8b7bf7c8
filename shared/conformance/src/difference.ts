import { shorten } from './output.ts';

const MOST = 12;

/**
 * The difference of two values as JSON has them, a line each: `- ` what came, `+ ` what was expected, with the path
 * of the field before it. Empty when they are the same; long differences are cut.
 */
export function compare(actual: unknown, expected: unknown): string[] {
  const lines = differ('', actual, expected);
  return lines.length > MOST ? [...lines.slice(0, MOST), `… and ${lines.length - MOST} more lines`] : lines;
}

function differ(path: string, actual: unknown, expected: unknown): string[] {
  if (Object.is(actual, expected)) return [];
  if (Array.isArray(actual) && Array.isArray(expected)) return differLists(path, actual, expected);
  if (isRecord(actual) && isRecord(expected)) {
    const fields = new Set([...Object.keys(expected), ...Object.keys(actual)]);
    return [...fields].flatMap((field) =>
      differ(path === '' ? field : `${path}.${field}`, actual[field], expected[field]),
    );
  }
  const label = path === '' ? '' : `${path} `;
  const [came, wanted] = around(actual, expected);
  return [`- ${label}${came}`, `+ ${label}${wanted}`];
}

function differLists(path: string, actual: readonly unknown[], expected: readonly unknown[]): string[] {
  const [came, wanted] = [byId(actual), byId(expected)];
  if (came !== undefined && wanted !== undefined) return differResources(path, came, wanted);
  const length = Math.max(actual.length, expected.length);
  return Array.from({ length }, (_, index) =>
    differ(`${path}[${index}]`, actual[index], expected[index]),
  ).flat();
}

/** What has an id is compared with what has the same id, wherever it stands; then the order. */
function differResources(
  path: string,
  actual: ReadonlyMap<unknown, unknown>,
  expected: ReadonlyMap<unknown, unknown>,
): string[] {
  const ids = [...new Set([...expected.keys(), ...actual.keys()])];
  const lines = ids.flatMap((id) => {
    const label = `${path}[id ${show(id)}]`;
    if (!actual.has(id)) return [`+ ${label} ${show(expected.get(id))}`];
    if (!expected.has(id)) return [`- ${label} ${show(actual.get(id))}`];
    return differ(label, actual.get(id), expected.get(id));
  });
  const [came, wanted] = [[...actual.keys()].join(', '), [...expected.keys()].join(', ')];
  if (lines.length > 0 || came === wanted) return lines;
  return [`- ${path}the ids in the order ${came}`, `+ ${path}the ids in the order ${wanted}`];
}

/** The items of a list by their ids; undefined when one has none, or two have the same. */
function byId(list: readonly unknown[]): Map<unknown, unknown> | undefined {
  const items = new Map(list.map((item) => [isRecord(item) ? item.id : undefined, item]));
  return items.size === list.length && !items.has(undefined) ? items : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Both values as JSON; of long texts only the surroundings of the first difference, and their lengths. */
function around(actual: unknown, expected: unknown): [string, string] {
  if (typeof actual !== 'string' || typeof expected !== 'string') return [show(actual), show(expected)];
  if (Math.max(actual.length, expected.length) <= 120) return [show(actual), show(expected)];
  let same = 0;
  while (same < actual.length && actual[same] === expected[same]) same += 1;
  return [excerpt(actual, same), excerpt(expected, same)];
}

function excerpt(text: string, at: number): string {
  const from = Math.max(at - 20, 0);
  const part = text.slice(from, from + 60);
  const before = from > 0 ? '…' : '';
  const after = from + 60 < text.length ? '…' : '';
  return `${before}${JSON.stringify(part)}${after} (${text.length} characters)`;
}

/** A value as JSON, cut when long; `absent` for a field that is not there. */
export function show(value: unknown): string {
  return value === undefined ? 'absent' : shorten(JSON.stringify(value), 160);
}
