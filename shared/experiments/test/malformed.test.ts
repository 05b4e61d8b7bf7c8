import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MALFORMED } from '../malformed.ts';

// The contract's table: what a refusal says, for each status.
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'malformed-json',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  422: 'validation',
};

test('the corpus has at least 40 requests for stage 01, and more for 02', () => {
  assert.ok(MALFORMED.filter(({ since }) => since === '01').length >= 40);
  assert.ok(MALFORMED.some(({ since }) => since === '02'));
});

test('each entry of the corpus has a name of its own', () => {
  assert.equal(new Set(MALFORMED.map(({ name }) => name)).size, MALFORMED.length);
});

test('each entry of the corpus expects what the contract answers, a validation error with a JSON Pointer', () => {
  for (const { name, raw, expected } of MALFORMED) {
    if (raw !== undefined) continue;
    const status = expected.status ?? 0;
    assert.ok(expected.says.startsWith(`${status} ${PROBLEMS[status]}`), `${name}: ${expected.says}`);
    const pointer = / at (".*")$/.exec(expected.says)?.[1];
    assert.equal(pointer !== undefined, status === 422, name);
    if (pointer !== undefined) assert.match(JSON.parse(pointer), /^(\/([^~/]|~[01])*)*$/, name);
  }
});

test('a body that should be malformed is no JSON in UTF-8, and one that should break a rule is', () => {
  for (const { name, options, expected } of MALFORMED) {
    const { body } = options;
    if (body === undefined || ![400, 422].includes(expected.status ?? 0)) continue;
    const parse = (): unknown =>
      JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body)));
    if (expected.status === 400) assert.throws(parse, name);
    else assert.doesNotThrow(parse, name);
  }
});

test('only a body that should be too large is over 100 kB', () => {
  for (const { name, options, expected } of MALFORMED) {
    const parts = options.chunks ?? (options.body === undefined ? [] : [options.body]);
    const size = parts.reduce((total, part) => total + Buffer.byteLength(part), 0);
    assert.equal(size > 100_000, expected.status === 413, name);
  }
});
