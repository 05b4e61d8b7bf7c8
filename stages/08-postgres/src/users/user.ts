import { AppError } from '../errors.ts';
import type { NewUser, User, UserChanges, UserPage, UserQuery, UserWithCounts } from './schema.ts';

export const ROLES = ['user', 'admin'] as const;

export interface UserStore {
  list(query?: UserQuery): Promise<UserPage>;
  get(id: number): Promise<UserWithCounts>;
  findByEmail(email: string): Promise<(User & { passwordHash: string }) | undefined>;
  create(values: Omit<User, 'id'> & { passwordHash: string }): Promise<User>;
  update(id: number, change: (user: User) => User): Promise<UserWithCounts>;
}

export function createUser({ email, name }: Omit<NewUser, 'password'>, now: string): Omit<User, 'id'> {
  return { email, name, role: 'user', disabled: false, createdAt: now };
}

// Admins cannot lock themselves out: somebody else has to do that, so that one admin is always left.
export function updateUser(user: User, changes: UserChanges, by: User): User {
  if (user.id === by.id && (changes.role === 'user' || changes.disabled)) {
    throw new AppError('own-account', 'You cannot demote or disable yourself');
  }
  return { ...user, ...changes };
}
