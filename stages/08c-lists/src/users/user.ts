import type { NewAction } from '../admin/action.ts';
import { AppError } from '../errors.ts';
import type { NewUser, User, UserChanges, UserPage, UserQuery, UserWithCounts } from './schema.ts';

export const ROLES = ['user', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export type NewAccount = Omit<User, 'id'> & { passwordHash: string };

export interface UserStore {
  list(query?: UserQuery): Promise<UserPage>;
  get(id: number): Promise<UserWithCounts>;
  findByEmail(email: string): Promise<(User & { passwordHash: string }) | undefined>;
  update(action: NewAction, change: (user: User, admin: User) => User): Promise<UserWithCounts>;
}

export function createUser({ email, name }: Omit<NewUser, 'password'>, now: string): Omit<User, 'id'> {
  return { email, name, role: 'user', disabled: false, createdAt: now };
}

// Admins cannot lock themselves out: somebody else has to do that, who is still one, so that one admin is always left.
export function updateUser(user: User, changes: UserChanges, by: User): User {
  if (by.role !== 'admin' || by.disabled) throw new AppError('forbidden', 'Only admins may do this');
  if (user.id === by.id && (changes.role === 'user' || changes.disabled)) {
    throw new AppError('own-account', 'You cannot demote or disable yourself');
  }
  return { ...user, ...changes };
}
