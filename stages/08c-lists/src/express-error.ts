import { isAway } from './database-error.ts';
import { AppError, type ErrorCode } from './errors.ts';

// What the body parser throws carries a type: https://github.com/expressjs/body-parser#errors
const CODES: Record<string, ErrorCode> = {
  'entity.parse.failed': 'malformed-json',
  'request.size.invalid': 'malformed-json',
  'entity.too.large': 'payload-too-large',
  'charset.unsupported': 'unsupported-media-type',
  'encoding.unsupported': 'unsupported-media-type',
};

// Puts into the tracker's words what Express and the database say in their own; anything else stays as it is.
export function toAppError(cause: unknown) {
  if (cause instanceof URIError)
    return new AppError('not-found', 'The address is not encoded correctly', { cause });
  if (isAway(cause))
    return new AppError('unavailable', 'The data cannot be reached at the moment', { cause });
  if (!(cause instanceof Error && 'type' in cause && typeof cause.type === 'string')) return cause;
  const code = CODES[cause.type];
  return code ? new AppError(code, cause.message, { cause }) : cause;
}
