import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { currentPlace } from '../src/place.ts';
import { readPlanned } from '../src/stages.ts';
import { deadLinks } from '../src/verify/links.ts';
import { readCommands } from '../src/verify/shell-blocks.ts';
import { Learner } from './learner.ts';

const { root } = currentPlace();
const documents = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

// What the scripts and `verify` do is proved by npm test itself; of the scripts it is only proved that there are such.
const SCRIPT = /^npm (?:run )?([\w:-]+)(?: -w (\S+))?/;

function read(document: string): string {
  return readFileSync(path.join(root, document), 'utf8');
}

describe('the documents of the repository', () => {
  const learner = new Learner();

  for (const document of documents) {
    it(`${document}: every link and every anchor leads somewhere`, () => {
      assert.deepEqual(deadLinks(root, document), []);
    });

    it(`${document}: every command works as written`, async () => {
      for (const command of readCommands(read(document))) {
        const [, script, folder = '.'] = SCRIPT.exec(command) ?? [];
        if (script) assert.ok(script in readScripts(folder), `${command}: there is no script ${script}`);
        else if (command !== './strata verify') await assertWorks(learner, command);
      }
    });
  }

  it('and of the stages link only to what is there', () => {
    const papers = globSync('stages/*/*.md', { cwd: root });

    assert.ok(papers.length > 0);
    assert.deepEqual(
      papers.flatMap((paper) => deadLinks(root, paper)),
      [],
    );
  });

  it('the map in the README names every stage of the course, links those there are, and marks the others', () => {
    const readme = read('README.md');
    for (const { name, days } of readPlanned()) {
      const [number = ''] = name.split('-', 1);
      const here = existsSync(path.join(root, 'stages', name));
      const cell = here ? `[${number}](stages/${name})` : `${number} *to come*`;

      assert.ok(readme.includes(`| ${cell} |`), `${name}: the map should say ${cell}`);
      assert.match(readme, new RegExp(`^\\| \\[?${number}[ \\]].* \\| ${days} \\|$`, 'm'));
    }
  });
});

function readScripts(folder: string): object {
  return JSON.parse(read(path.join(folder, 'package.json'))).scripts;
}

async function assertWorks(learner: Learner, command: string): Promise<void> {
  const [name, ...args] = command.split(' ');
  assert.equal(name, './strata', `${command}: who runs this?`);
  const { status, stderr } = await learner.strata(args);
  assert.equal(status, 0, `${command}: ${stderr}`);
}
