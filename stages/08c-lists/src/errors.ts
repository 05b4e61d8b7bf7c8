export type ErrorCode =
  | 'malformed-json'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'invalid-transition'
  | 'email-taken'
  | 'own-account'
  | 'payload-too-large'
  | 'unsupported-media-type'
  | 'validation'
  | 'unavailable'
  | 'config';

// The path is a JSON Pointer, '' for the whole input.
export interface FieldError {
  path: string;
  message: string;
}

interface Details {
  cause?: unknown;
  errors?: FieldError[];
}

// What the tracker refuses, in its own terms. Whether that becomes an exit status or an answer is decided elsewhere.
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: FieldError[] | undefined;

  constructor(code: ErrorCode, message: string, { cause, errors }: Details = {}) {
    super(message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = errors;
  }
}

export function createValidationError(errors: FieldError[]) {
  const message = errors.map(({ path, message }) => `${path.slice(1) || 'the input'} ${message}`).join('; ');
  return new AppError('validation', message, { errors });
}
