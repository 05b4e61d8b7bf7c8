import { z } from 'zod';
import { address, createParser, heading, id, refuseEmpty, timestamp } from '../fields.ts';
import { type Page, pageOf } from '../paging.ts';
import { ROLES } from './user.ts';

// Addresses are compared whatever the case of their letters, so that they are kept in one.
export const email = address.min(1, 'must be a valid e-mail address').transform((text) => text.toLowerCase());
const role = z.enum(ROLES);
export const password = z
  .string()
  .refine(({ length }) => length >= 12 && length <= 128, 'must have 12 to 128 characters')
  .meta({ minLength: 12, maxLength: 128 });

export const Account = z.object({ id, email: address, name: heading(120), role }).meta({ id: 'Account' });

const User = Account.extend({ disabled: z.boolean(), createdAt: timestamp });

export const UserWithCounts = User.extend({ taskCount: z.int().min(0), leadCount: z.int().min(0) }).meta({
  id: 'User',
});

export const NewUser = z.strictObject({ email, password, name: heading(120) }).meta({ id: 'NewUser' });

// A password that breaks the rules is as wrong as any other.
export const Credentials = z
  .strictObject({ email, password: z.string().min(1, 'must not be empty') })
  .meta({ id: 'Credentials' });

export const UserChanges = refuseEmpty(z.strictObject({ role, disabled: z.boolean() }).partial()).meta({
  id: 'UserChanges',
  minProperties: 1,
});

export const UserQuery = z.object(pageOf(UserWithCounts.keyof().options));

export type Account = z.infer<typeof Account>;
export type User = z.infer<typeof User>;
export type UserWithCounts = z.infer<typeof UserWithCounts>;
export type NewUser = z.infer<typeof NewUser>;
export type Credentials = z.infer<typeof Credentials>;
export type UserChanges = z.infer<typeof UserChanges>;
export type UserQuery = z.infer<typeof UserQuery>;
export type UserPage = Page<UserWithCounts>;

export const parseNewUser = createParser(NewUser);
export const parseCredentials = createParser(Credentials);
export const parseUserChanges = createParser(UserChanges);
export const parseUserQuery = createParser(UserQuery);
