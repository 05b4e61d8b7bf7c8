import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isObject } from './manifest.ts';
import type { Place } from './place.ts';

/**
 * The version of the conformance suite.
 * @param place where the companion works
 * @returns such as 0.1.0
 */
export function suiteVersion(place: Place): string {
  const file = path.join(place.root, 'shared', 'conformance', 'package.json');
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isObject(manifest) && typeof manifest.version === 'string' ? manifest.version : 'unknown';
}
