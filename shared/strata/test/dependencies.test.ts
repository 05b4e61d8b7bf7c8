import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const ROOT = join(import.meta.dirname, '../../..');

interface Entry {
  version?: string;
  resolved?: string;
  link?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  optionalDependencies?: Record<string, string>;
}
interface Manifest {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  allowScripts?: Record<string, boolean>;
}

const readManifest = (path: string): Manifest => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(join(ROOT, 'package-lock.json'), 'utf8'),
);
const installed = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));
const manifests = globSync(['package.json', 'stages/*/package.json', 'shared/*/package.json'], { cwd: ROOT });

test('the lockfile holds no download addresses, so that any registry serves', () => {
  const addresses = installed.filter(([, { resolved, link }]) => resolved && !link);

  assert.deepEqual(addresses, []);
});

test('the lockfile names the optional packages of every platform, because npm ci refuses one that does not', () => {
  const missing = installed.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    ),
  );

  assert.deepEqual(missing, []);
});

test('packages with install scripts are allowed by name', () => {
  const allowed = readManifest('package.json').allowScripts ?? {};
  const withScripts = installed.filter(([, entry]) => entry.hasInstallScript && !entry.optional);

  assert.deepEqual(
    withScripts
      .map(([path]) => path.split('node_modules/').at(-1))
      .filter((name) => allowed[name ?? ''] === undefined),
    [],
  );
});

test('every dependency has an exact version, the same across the repository', () => {
  const versions = new Map<string, string>();
  for (const path of manifests) {
    const { dependencies, devDependencies } = readManifest(path);
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
      if (name.startsWith('@strata/')) continue;
      assert.match(version, /^\d+\.\d+\.\d+[\w.-]*$/, `${name} in ${path}`);
      assert.equal(version, versions.get(name) ?? version, `${name} in ${path}`);
      versions.set(name, version);
    }
  }
});
