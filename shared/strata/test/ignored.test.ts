import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, it } from 'node:test';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

function isIgnored(file: string): boolean {
  const args = ['-c', 'core.excludesFile=', 'check-ignore', '--quiet', '--no-index', file];
  const { status, stderr } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  assert.ok(status === 0 || status === 1, stderr);
  return status === 0;
}

describe('what git leaves alone', () => {
  it('keeps the settings of one machine out, whatever tool reads them', () => {
    for (const name of ['.env', '.env.local', '.env.production', '.env.development.local', '.env.test']) {
      for (const folder of ['', 'my/tracker/', 'my/tracker/web/', 'stages/07-nextjs/web/']) {
        assert.ok(isIgnored(`${folder}${name}`), `${folder}${name} could be committed`);
      }
    }
  });

  it('lets in the example that names the settings, and the code that reads them', () => {
    for (const file of ['.env.example', 'my/tracker/.env.example', 'my/tracker/src/config.js']) {
      assert.ok(!isIgnored(file), `${file} is ignored`);
    }
  });
});
