import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FILES } from '../src/kinds.ts';
import { Lab } from '../src/lab.ts';
import { countLines } from '../src/lines.ts';
import { countPlumbing } from '../src/plumbing.ts';

test('a text with blanks and comments counts its lines of code only', () => {
  const text = ['// why', '', '/*', ' * more', ' */', 'const url = "http://x"; // here', '  ', '}', ''].join(
    '\n',
  );

  assert.equal(countLines(text), 2);
});

test('a table that forgets a file, or names one that is gone, is wrong about both', async () => {
  const { 'router.js': _, ...files } = FILES['01-http'];
  const lab = new Lab();

  const { wrong } = await countPlumbing(lab, '01-http', { ...files, 'rooter.js': 'routing' });
  await lab.close();

  assert.equal(wrong.length, 2);
  assert.match(wrong[0] ?? '', /src\/router\.js is not in the table/);
  assert.match(wrong[1] ?? '', /src\/rooter\.js is in the table .* and is not there/);
});
