import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Lab } from './lab.ts';
import { ROOT } from './repository.ts';
import type { Subject } from './subject.ts';
import { Unmeasured } from './unmeasured.ts';

const PAGE = path.join('web', 'index.html');
const SPAN = / *<span class="[^"]*\bbadge\b[^"]*"><\/span>/;
const SCRIPT = /^.*querySelector\('\.badge'\).*\n/gm;

/**
 * A copy of a stage whose page no longer shows the badge of an item, as if somebody had just decided so; its
 * stylesheet is built again where there is something to build.
 * @throws Unmeasured when the page has no such badge or cannot be built
 */
export async function copyWithoutBadge(lab: Lab, stage: string): Promise<Subject> {
  const folder = lab.temporary(`${stage}-without-badge`);
  cpSync(path.join(ROOT, 'stages', stage), folder, {
    recursive: true,
    filter: (file) => !/[\\/](node_modules|\.turbo|\.results|test)$/.test(file),
  });
  const page = readFileSync(path.join(folder, PAGE), 'utf8');
  const changed = page.replace(SPAN, '').replace(SCRIPT, '');
  if (!SPAN.test(page) || changed.includes("'.badge'"))
    throw new Unmeasured(`${stage}: its page has no badge to take away.`, 'Correct src/without-badge.ts.');
  writeFileSync(path.join(folder, PAGE), changed);
  await build(lab, stage, folder);
  return lab.reference(`${stage} without badge`, folder);
}

// Built here and not when it starts: what was built is remembered for stages, not for copies that go.
async function build(lab: Lab, stage: string, folder: string): Promise<void> {
  const file = path.join(folder, 'stage.json');
  const { build: command, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
  if (command === undefined) return;
  const { status } = await lab.run(['npm', 'run', 'build'], folder);
  if (status !== 0) throw new Unmeasured(`${stage} without badge: it cannot be built.`, command);
  writeFileSync(file, JSON.stringify(manifest));
}
