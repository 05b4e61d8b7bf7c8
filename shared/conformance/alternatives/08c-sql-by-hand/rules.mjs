import { broken, raise } from './refusals.mjs';

/* Rules: a function from a value to what is kept, or a thrown word about what is wrong. */

const say = (word) => {
  throw { word };
};

const UNSEEN = '\\s\\u00ad\\u115f\\u1160\\u200b\\u2060\\u2800\\u3164\\ufeff\\uffa0';
const ENDS = new RegExp(`^[${UNSEEN}]+|[${UNSEEN}]+$`, 'gu');
const BLANK = /^[\s\u2800\p{Default_Ignorable_Code_Point}]*$/u;

// `line`: what people write in one line; `lines`: what they write in several. Everything else is kept to the letter.
export const text =
  ({ most, least = 0, line = false, lines = false }) =>
  (value) => {
    if (typeof value !== 'string') say('has to be a string');
    const composed = line || lines ? value.normalize('NFC') : value;
    const ended = line ? composed.replace(ENDS, '') : composed;
    const kept = (line || lines) && BLANK.test(ended) ? '' : ended;
    if (kept.length < least) say(kept === '' ? 'is empty' : `is shorter than ${least}`);
    if (kept.length > most) say(`is longer than ${most}`);
    for (const character of lines ? kept.replace(/[\t\r\n]/g, '') : kept) {
      const code = character.codePointAt(0);
      if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) say('holds a control character');
      if (code >= 0xd800 && code <= 0xdfff) say('holds half a character');
    }
    return kept;
  };
export const nullable = (rule) => (value) => (value === null ? null : rule(value));
export const orNothing = (rule) => (value) =>
  text({ most: 1e6, line: true })(value) === '' ? null : rule(value);
export const address = (value) => {
  const kept = text({ most: 254, line: true })(value);
  return /^[^\s@<>()",;:\\[\]]+@(?!-)[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(kept) ? kept : say('is no address');
};
export const choice =
  (...words) =>
  (value) =>
    words.includes(value) ? value : say(`is none of ${words.join('/')}`);
export const number = (value) => (Number.isSafeInteger(value) && value > 0 ? value : say('is no id'));
export const flag = (value) => (typeof value === 'boolean' ? value : say('is neither true nor false'));

/** Reads a body by a Map of rules: what was right, and what was wrong with the rest. */
export function check(body, rules, needed = []) {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) {
    raise(broken([{ path: '', message: 'the body has to be an object' }]));
  }
  const errors = [];
  const values = {};
  for (const key of Object.keys(body)) {
    const path = `/${key.replace(/[~/]/g, (sign) => (sign === '~' ? '~0' : '~1'))}`;
    const rule = Object.hasOwn(rules, key) ? rules[key] : undefined;
    if (rule === undefined) errors.push({ path, message: `${key} is none of my fields` });
    else {
      try {
        values[key] = rule(body[key]);
      } catch (problem) {
        errors.push({ path, message: `${key} ${problem.word ?? raise(problem)}` });
      }
    }
  }
  for (const key of needed) {
    if (!Object.hasOwn(body, key)) errors.push({ path: `/${key}`, message: `${key} is missing` });
  }
  return { errors, values };
}

/** The same, for who has nothing to add: throws when something is wrong. */
export function checked(body, rules, needed) {
  const { errors, values } = check(body, rules, needed);
  return errors.length > 0 ? raise(broken(errors)) : values;
}

const PAGE = {
  sort: (fields) => (word) => word.split(',').every((one) => fields.includes(one.replace(/^-/, ''))),
  page: () => (word) => /^[1-9]\d{0,8}$/.test(word),
  pageSize: () => (word) => /^([1-9]\d?|100)$/.test(word),
};

/** Reads filters, order and page out of a query; `filters` says which values are possible. */
export function readQuery(query, fields, filters) {
  const paging = Object.fromEntries(Object.entries(PAGE).map(([key, make]) => [key, make(fields)]));
  const errors = [];
  const wanted = {};
  for (const [key, possible] of Object.entries({ ...filters, ...paging })) {
    const given = query.getAll(key);
    if (given.length === 0) continue;
    if (given.length > 1) errors.push({ path: `/${key}`, message: `${key} came ${given.length} times` });
    else if (!possible(given[0])) errors.push({ path: `/${key}`, message: `${key} cannot be that` });
    else wanted[key] = given[0];
  }
  if (errors.length > 0) raise(broken(errors));
  const { sort = 'id', page = '1', pageSize = '20', ...rest } = wanted;
  const orders = sort.split(',').map((one) => ({ field: one.replace(/^-/, ''), down: one.startsWith('-') }));
  return { filters: rest, orders, page: Number(page), pageSize: Number(pageSize) };
}
