import { createHmac } from 'node:crypto';

/** A JSON Web Token taken apart (RFC 7519). */
export interface Jwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };

/** What a token says, whoever signed it; undefined when it is none. */
export function readJwt(token: string): Jwt | undefined {
  const [header, claims, signature, ...rest] = token.split('.');
  if (signature === undefined || rest.length > 0) return undefined;
  try {
    return { header: decode(header), claims: decode(claims) };
  } catch {
    return undefined;
  }
}

/** The token that says this, signed with a secret as its header's `alg` says; unsigned for any other `alg`. */
export function signJwt({ header, claims }: Jwt, secret: string): string {
  const words = `${encode(header)}.${encode(claims)}`;
  const hash = HASHES[String(header.alg)];
  return `${words}.${hash === undefined ? '' : createHmac(hash, secret).update(words).digest('base64url')}`;
}

/** Whether a token was signed with this secret. */
export function isSignedWith(token: string, secret: string): boolean {
  const hash = HASHES[String(readJwt(token)?.header.alg)];
  const at = token.lastIndexOf('.');
  if (hash === undefined) return false;
  return createHmac(hash, secret).update(token.slice(0, at)).digest('base64url') === token.slice(at + 1);
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function decode(part = ''): Record<string, unknown> {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object');
  return { ...value };
}
