import type { Trouble } from '#web/compute/door.ts';

/** Why the tables could not do what was asked; the compute worker turns it into a `Trouble` of the door. */
export class TableFailed extends Error {
  readonly code: Trouble['code'];

  constructor(code: Trouble['code'], message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
