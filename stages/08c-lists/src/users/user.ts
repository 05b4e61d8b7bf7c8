import type { NewUser, User } from './schema.ts';

export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type NewAccount = Omit<User, 'id'> & { passwordHash: string };

export interface UserStore {
  findByEmail(email: string): Promise<(User & { passwordHash: string }) | undefined>;
}

export function createUser({ email, name }: Omit<NewUser, 'password'>, now: string): Omit<User, 'id'> {
  return { email, name, role: 'user', disabled: false, createdAt: now };
}
