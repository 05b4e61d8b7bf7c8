import type { Passwords } from '../auth/passwords.ts';
import type { Database } from '../database.ts';

interface Wanted {
  email: string;
  password: string;
}

// Somebody else may have registered this address while there was no admin: their password and their sessions end in the
// moment in which it becomes the admin's.
export async function ensureAdmin(
  db: Database,
  passwords: Passwords,
  { email, password }: Wanted,
  now: string,
) {
  const there = await db.user.findUnique({ where: { email } });
  if (there?.role === 'admin' && !there.disabled) return;
  const admin = { role: 'admin', disabled: false, passwordHash: await passwords.hash(password) } as const;
  await db.$transaction(async (tx) => {
    const { id } = await tx.user.upsert({
      where: { email },
      create: { ...admin, email, name: 'Admin', createdAt: now },
      update: admin,
    });
    await tx.session.deleteMany({ where: { userId: id } });
  });
}
