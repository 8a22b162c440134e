/** Bad input, with the place where it was found. The CLI exits 3 on it, the server answers 422. */
export class DataRefused extends Error {
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;
  constructor(message: string, place: { file: string; line?: number; column?: string }, cause?: unknown) {
    const where = [place.file, place.line === undefined ? null : `line ${place.line}`, place.column ?? null];
    super(`${where.filter((part) => part !== null).join(', ')}: ${message}`, { cause });
    this.name = 'DataRefused';
    this.file = place.file;
    this.line = place.line ?? null;
    this.column = place.column ?? null;
  }
}

/** A command called with words it does not know. The CLI exits 2 on it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Somebody else wrote the record meanwhile. The server answers 409 with the record as it is now. */
export class RecordChanged extends Error {
  readonly current: unknown;
  constructor(what: string, current: unknown) {
    super(`${what} was changed by somebody else meanwhile: look at it as it is now, then write again`);
    this.name = 'RecordChanged';
    this.current = current;
  }
}

/** What a record may not say or become, with the field to mend. The server answers 422. */
export class RecordRefused extends Error {
  readonly field: string;
  constructor(field: string, message: string) {
    super(message);
    this.name = 'RecordRefused';
    this.field = field;
  }
}

/** No such record, or none that this person may see. The server answers 404. */
export class RecordMissing extends Error {
  constructor(what: string) {
    super(`${what} is not here.`);
    this.name = 'RecordMissing';
  }
}

/** The act belongs to somebody else. The server answers 403. */
export class NotTheirs extends Error {
  override name = 'NotTheirs';
}

/** Several fields were refused at once. The server answers 422, naming each. */
export class FieldsRefused extends Error {
  readonly faults: readonly { path: string; message: string }[];
  constructor(faults: readonly { path: string; message: string }[]) {
    super(`Not taken: ${faults.map(({ path, message }) => `${path}: ${message}`).join(' ')}`);
    this.name = 'FieldsRefused';
    this.faults = faults;
  }
}
