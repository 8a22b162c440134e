import type { z } from 'zod';
import { ApiFailed } from '#web/api.ts';

/** The server did not take what was written. `fields` name what to mend; `current` is the record as somebody else left it. */
export class NotTaken extends ApiFailed {
  readonly fields: Readonly<Record<string, string>>;
  readonly current: unknown;

  constructor(status: number, message: string, fields: Record<string, string>, current: unknown) {
    super(status, message);
    this.fields = fields;
    this.current = current;
  }

  get isConflict(): boolean {
    return this.status === 409;
  }
}

export const getJson = <Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> =>
  send(schema, 'GET', path);

/** One request about records; the answer is checked against `schema`. */
export async function send<Schema extends z.ZodType>(
  schema: Schema,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<z.infer<Schema>> {
  const response = await reach(path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response.status, path, answer);
  return schema.parse(answer);
}

async function reach(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (cause) {
    throw new ApiFailed(0, 'The server cannot be reached. What you wrote is still here; try again.', cause);
  }
}

function refusalOf(status: number, path: string, answer: unknown): NotTaken {
  const { detail, errors, current } = (answer ?? {}) as {
    detail?: string;
    errors?: { path: string; message: string }[];
    current?: unknown;
  }; // the row boundary: an RFC 9457 problem of our own server
  const fields = Object.fromEntries((errors ?? []).map((error) => [error.path, error.message]));
  return new NotTaken(status, detail ?? `${path} answered ${status}`, fields, current);
}

/** A file as it is; the answer is checked against `schema`. */
export async function sendFile<Schema extends z.ZodType>(
  schema: Schema,
  path: string,
  file: Blob,
): Promise<z.infer<Schema>> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  const response = await reach(path, { method: 'POST', body: file, headers });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusalOf(response.status, path, answer);
  return schema.parse(answer);
}
