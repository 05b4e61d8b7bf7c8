import path from 'node:path';

/** The repository, absolute. */
export const ROOT = path.resolve(import.meta.dirname, '../../..');
