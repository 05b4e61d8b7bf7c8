import assert from 'node:assert/strict';
import { test } from 'vitest';
import { parseLeadQuery, parseNewLead } from '../../src/leads/schema.ts';

test('a name is trimmed, and what is left out gets its default', () => {
  const lead = parseNewLead({ name: ' Ana Pop ' });

  assert.deepEqual(lead, { name: 'Ana Pop', email: null, company: null, notes: '' });
});

test('an address that could not receive mail is refused', () => {
  for (const email of ['ana', 'ana@', '@example.com', 'ana pop@example.com', 7]) {
    assert.throws(() => parseNewLead({ name: 'Ana', email }), {
      errors: [{ path: '/email', message: 'must be a valid e-mail address' }],
    });
  }
});

test('an address loses the blanks around it, as every line does', () => {
  assert.equal(parseNewLead({ name: 'Ana', email: ' ana@example.com\u200b' }).email, 'ana@example.com');
});

test('an address and a company that nobody can see are none', () => {
  for (const blank of ['', '  ', '\u00a0\u200b', '\u200d']) {
    const { email, company } = parseNewLead({ name: 'Ana', email: blank, company: blank });
    assert.deepEqual({ email, company }, { email: null, company: null });
  }
});

test('a company may have 120 characters and no more', () => {
  assert.equal(parseNewLead({ name: 'Ana', company: 'x'.repeat(120) }).company?.length, 120);
  assert.throws(() => parseNewLead({ name: 'Ana', company: 'x'.repeat(121) }), { code: 'validation' });
});

test('the stage of a new lead cannot be chosen', () => {
  assert.throws(() => parseNewLead({ name: 'Ana', stage: 'won' }), { code: 'validation' });
});

test('what is not a list of ids is refused where one is asked for', () => {
  for (const id of ['', '0', '1,', '1,,2', '1, 2', 'x', ['1', '2'], Array(101).fill(1).join(',')]) {
    assert.throws(() => parseLeadQuery({ id }), { code: 'validation' });
  }
});
