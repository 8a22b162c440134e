import type { RecordBatch, Schema, Table } from 'apache-arrow';

/**
 * The part of a DuckDB-WASM connection we use. The browser's build answers with
 * promises, the blocking build (tests) at once; both fit.
 */
export type SqlConnection = {
  query(text: string): Promise<Table> | Table;
  send(text: string, allowStreamResult: boolean): Promise<Batches> | Batches;
  insertArrowFromIPCStream(
    bytes: Uint8Array,
    options: { name: string; schema: string; create: boolean },
  ): Promise<void> | void;
};
/** Once open its schema is known, even where no row follows; at its end it forgets it. */
export type Batches = (AsyncIterable<RecordBatch> | Iterable<RecordBatch>) & {
  open(): Promise<unknown> | unknown;
  schema: Schema;
};

export type SqlEngine = {
  connection: SqlConnection;
  /** Stops the running statement; it then fails. */
  cancel(): Promise<void>;
  close(): Promise<void>;
};

export type OpenSqlEngine = () => Promise<SqlEngine>;
