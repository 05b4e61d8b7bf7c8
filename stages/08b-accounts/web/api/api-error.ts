// Why the tracker did not do what it was asked, in one sentence for people.
export class ApiError extends Error {
  readonly status: number | undefined;
  readonly fields: string[];

  constructor(
    message: string,
    { cause, status, fields = [] }: { cause?: unknown; status?: number; fields?: string[] } = {},
  ) {
    super(message, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.fields = fields;
  }
}
