import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { Lab } from '../src/lab.ts';
import { addField } from '../src/new-field.ts';
import { countEdits } from '../src/patch.ts';
import { Unmeasured } from '../src/unmeasured.ts';

const PATCHES = path.resolve(import.meta.dirname, '../patches');

test('a patch with three runs of changed lines in two files counts three edits, and those that name the word', () => {
  const patch = [
    '--- a/src/a.js\n+++ b/src/a.js\n@@ -1,4 +1,5 @@\n-one\n+word\n two\n+three\n four\n five\n',
    '--- a/src/b.js\n+++ b/src/b.js\n@@ -1,1 +1,3 @@\n six\n+a word\n+seven\n',
  ].join('');

  assert.deepEqual(
    countEdits(patch, 'word', () => true),
    { edits: 3, naming: 2, files: 2 },
  );
  assert.deepEqual(
    countEdits(patch, 'word', (file) => file === 'src/b.js'),
    { edits: 1, naming: 1, files: 1 },
  );
});

test('a patch that no longer fits the stage is named', async () => {
  await withPatch(
    '01-http',
    (patch) => patch.replace('-const FIELDS', '-const KNOWN'),
    async (lab, patches) => {
      await assert.rejects(
        addField(lab, '01-http', patches),
        new Unmeasured(
          '01-http: 01-add-field.patch cannot be applied: the patch no longer fits src/tasks/schema.js.',
          'Write patches/01-add-field.patch again.',
        ),
      );
    },
  );
});

test('a patch that checks nothing is caught by the date that there is not', async () => {
  const careless = (patch: string) =>
    patch.replace("    return 'must be a date, YYYY-MM-DD';", '    return undefined;');

  await withPatch(
    '01-http',
    (patch) => careless(patch.replace('+    return', '+    return')),
    async (lab, patches) => {
      const { wrong } = await addField(lab, '01-http', patches);

      assert.deepEqual(wrong, ['01-http with the field dueOn: 30 February is not refused at its pointer.']);
    },
  );
});

test('a closed lab leaves neither the copy of a stage nor its folder', async () => {
  const lab = new Lab();
  const folder = path.dirname(lab.temporary('any'));
  await addField(lab, '02-express');
  assert.ok(existsSync(folder));

  await lab.close();

  assert.ok(!existsSync(folder));
});

async function withPatch(
  stage: string,
  change: (patch: string) => string,
  work: (lab: Lab, patches: string) => Promise<void>,
): Promise<void> {
  const lab = new Lab();
  const name = `${stage.slice(0, 2)}-add-field.patch`;
  const patches = lab.temporary('patches');
  mkdirSync(patches);
  writeFileSync(path.join(patches, name), change(readFileSync(path.join(PATCHES, name), 'utf8')));
  try {
    await work(lab, patches);
  } finally {
    await lab.close();
  }
}
