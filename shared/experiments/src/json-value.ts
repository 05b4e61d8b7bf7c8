/** A property of a value, whatever it is; undefined when it has none of its own by that name. */
export function read(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** The JSON Pointers that the body of a validation error names. */
export function pointers(problem: unknown): unknown[] {
  const errors = read(problem, 'errors');
  return Array.isArray(errors) ? errors.map((error) => read(error, 'path')) : [];
}
