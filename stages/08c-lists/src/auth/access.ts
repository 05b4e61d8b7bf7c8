import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

// How long an access token is good for, in seconds.
export const ACCESS_LIFE = 15 * 60;

export interface Access {
  userId: number;
  sessionId: string;
}

export interface AccessTokens {
  sign(access: Access & { role: string }): Promise<string>;
  read(token: string): Promise<Access | undefined>;
}

const Claims = z.object({ sub: z.string().regex(/^[1-9]\d{0,9}$/), sid: z.uuid() });

// The algorithm is ours to say, not the token's: else "none" would be one.
export function createAccessTokens(secret: string, clock: () => string): AccessTokens {
  // Made once: from bytes, each token would cost the making of its key.
  const imported = crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign', 'verify'],
  );
  return {
    async sign({ userId, sessionId, role }) {
      const now = Math.floor(Date.parse(clock()) / 1000);
      return new SignJWT({ sid: sessionId, role })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(String(userId))
        .setIssuedAt(now)
        .setExpirationTime(now + ACCESS_LIFE)
        .sign(await imported);
    },

    async read(token) {
      try {
        const { payload } = await jwtVerify(token, await imported, {
          algorithms: ['HS256'],
          requiredClaims: ['iat', 'exp'],
          currentDate: new Date(clock()),
        });
        const { sub, sid } = Claims.parse(payload);
        return { userId: Number(sub), sessionId: sid };
      } catch {
        return undefined; // Forged, expired or no token at all: to us they are one.
      }
    },
  };
}
