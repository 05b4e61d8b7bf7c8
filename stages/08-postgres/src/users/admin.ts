import type { Passwords } from '../auth/passwords.ts';
import type { Database } from '../database.ts';

interface Wanted {
  email: string;
  password: string;
}

// Somebody else may have registered this address while there was no admin: their password and sessions end.
export async function ensureAdmin(
  db: Database,
  passwords: Passwords,
  { email, password }: Wanted,
  now: string,
) {
  const there = await db.user.findUnique({ where: { email } });
  if (there?.role === 'admin' && !there.disabled) return;
  const admin = { role: 'admin', disabled: false, passwordHash: await passwords.hash(password) } as const;
  const { id } = await db.user.upsert({
    where: { email },
    create: { ...admin, email, name: 'Admin', createdAt: now },
    update: admin,
  });
  await db.session.deleteMany({ where: { userId: id } });
}
