// What is wrong with the session, where that is why something was refused.
export type SessionTrouble = 'ended' | 'other';

interface Details {
  cause?: unknown;
  status?: number;
  fields?: string[];
  session?: SessionTrouble;
}

// Why the tracker did not do what it was asked, in one sentence for people.
export class ApiError extends Error {
  readonly status: number | undefined;
  readonly fields: string[];
  readonly session: SessionTrouble | undefined;

  constructor(message: string, { cause, status, fields = [], session }: Details = {}) {
    super(message, { cause });
    this.name = 'ApiError';
    this.status = status;
    this.fields = fields;
    this.session = session;
  }
}
