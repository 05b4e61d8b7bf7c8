// What the tracker refuses, in its own terms. Whether that becomes an exit status or an answer is decided elsewhere.
export class AppError extends Error {
  constructor(code, message, { cause, errors } = {}) {
    super(message, { cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = errors;
  }
}

// `errors` is a list of { path, message }: the path is a JSON Pointer, '' for the whole input.
export function createValidationError(errors) {
  const message = errors.map(({ path, message }) => `${path.slice(1) || 'the input'} ${message}`).join('; ');
  return new AppError('validation', message, { errors });
}
