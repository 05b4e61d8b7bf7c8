import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { checks } from '../checks/registry.ts';

const PARENT = join(import.meta.dirname, '..', 'bad');
const known = new Set(checks.map(({ id }) => id));

interface Header {
  readonly stage: string;
  readonly file: string;
  readonly mistake: string;
  readonly names: readonly string[];
}

function readHeaders(): Header[] {
  return readdirSync(PARENT).flatMap((stage) =>
    readdirSync(join(PARENT, stage))
      .filter((file) => file.endsWith('.patch'))
      .map((file) => {
        const [mistake = '', ...lines] = readFileSync(join(PARENT, stage, file), 'utf8').split('\n');
        const head = lines.slice(0, lines.indexOf(''));
        const naming = head.filter((line) => line !== 'when: thorough');
        const names = naming.flatMap((line) => line.replace(/^(?:caught-by|also): /, '').split(' '));
        return { stage, file, mistake, names };
      }),
  );
}

test('every known-bad submission says its mistake in a sentence, and names checks that there are', () => {
  for (const { stage, file, mistake, names } of readHeaders()) {
    assert.match(file, /^[a-z0-9]+(?:-[a-z0-9]+)*\.patch$/);
    assert.match(mistake, /^\S.+[.?]$/, file);
    assert.ok(names.length > 0, file);
    for (const name of names)
      assert.ok(known.has(name) || name.startsWith('start.'), `${stage}/${file}: ${name}`);
  }
});

test('every known-bad submission has a transcript, and every transcript a submission', () => {
  for (const stage of readdirSync(PARENT)) {
    const files = readdirSync(join(PARENT, stage));
    for (const file of files) {
      const other = file.endsWith('.txt') ? file.replace(/txt$/, 'patch') : file.replace(/patch$/, 'txt');
      assert.ok(files.includes(other), `${stage}/${file} stands alone`);
    }
  }
});

test('there are at least six known-bad submissions a stage, and each check is named by one', () => {
  const headers = readHeaders();
  const named = new Set(headers.flatMap(({ names }) => names));

  for (const stage of new Set(headers.map((header) => header.stage))) {
    assert.ok(headers.filter((header) => header.stage === stage).length >= 6, stage);
  }
  assert.deepEqual(
    [...known].filter((id) => !named.has(id)),
    [],
  );
});

test('every alternative says which stages it is for, and why it is here', () => {
  const parent = join(import.meta.dirname, '..', 'alternatives');
  for (const name of readdirSync(parent)) {
    const manifest: unknown = JSON.parse(readFileSync(join(parent, name, 'stage.json'), 'utf8'));
    assert.ok(typeof manifest === 'object' && manifest !== null && 'stages' in manifest, name);
    assert.ok(existsSync(join(parent, name, 'README.md')), name);
  }
});
