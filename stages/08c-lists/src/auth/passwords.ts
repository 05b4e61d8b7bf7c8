import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// argon2id, the library's default, with the cost that OWASP asks for at least: 19 MiB, two passes, one thread.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  matches(password: string, passwordHash: string | undefined): Promise<boolean>;
}

// Where there is no hash, one that nobody knows the password of is tried: an unknown address takes as long.
export function createPasswords(): Passwords {
  const nobody = hash(randomBytes(16), COST);
  return {
    hash: (password) => hash(password, COST),
    matches: async (password, passwordHash) => verify(passwordHash ?? (await nobody), password),
  };
}
