/** What stands between us and the records, as far as the caller can be told. */
export type Trouble = 'away' | 'full';

const AWAY = /^(57P0[1-4]|08...|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/; // PostgreSQL appendix A; node errors
const FULL = /^(53100|ENOSPC)$/;
const AWAY_WORDS =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/; // pg gives these no code

/** Reads an error and its causes; null where it is of another kind. */
export function troubleOf(error: unknown): Trouble | null {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error ? String(error.code) : '';
  if (FULL.test(code)) return 'full';
  if (AWAY.test(code) || AWAY_WORDS.test(error.message)) return 'away';
  if (error instanceof AggregateError) return error.errors.map(troubleOf).find((each) => each !== null) ?? null;
  return troubleOf(error.cause);
}
