import { type Table, tableFromIPC } from 'apache-arrow';
import { CALL_COLUMNS } from '#data/schema/call.ts';
import type { ExtractFile } from '#data/schema/manifest.ts';
import type { Api } from '#web/api.ts';
import { fingerprintOf } from './fingerprint.ts';
import { TableFailed } from './table-failed.ts';

/** One extract, proved to be the file its name promises. The table reads from `bytes`. */
export type Extract = { file: ExtractFile; bytes: Uint8Array<ArrayBuffer>; table: Table };

/** Streams one extract in; `onBytes` hears how many bytes each piece had. */
export async function readExtract(
  api: Pick<Api, 'extract'>,
  file: ExtractFile,
  onBytes: (bytes: number) => void,
): Promise<Extract> {
  const bytes = await download(await api.extract(file.file), file, onBytes);
  if (`${await fingerprintOf(bytes)}.arrow` !== file.file)
    throw new TableFailed('unreadable', 'its content does not match its fingerprint');
  const table = decode(bytes);
  if (table.numRows !== file.rows)
    throw new TableFailed('unreadable', `it holds ${table.numRows} calls, not the ${file.rows} listed`);
  return { file, bytes, table };
}

async function download(response: Response, file: ExtractFile, onBytes: (bytes: number) => void) {
  const bytes = new Uint8Array(file.bytes);
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    if (length + part.value.length > bytes.length) {
      await reader?.cancel();
      throw new TableFailed('unreadable', `it is longer than the ${file.bytes} bytes listed`);
    }
    bytes.set(part.value, length);
    length += part.value.length;
    onBytes(part.value.length);
  }
  if (length < bytes.length)
    throw new TableFailed('unreadable', `it ended after ${length} of the ${file.bytes} bytes listed`);
  return bytes;
}

function decode(bytes: Uint8Array): Table {
  const table = parse(bytes);
  const names = new Set(table.schema.fields.map((field) => field.name));
  const missing = CALL_COLUMNS.filter((column) => !names.has(column.name)).map((column) => column.name);
  if (missing.length > 0) throw new TableFailed('unreadable', `it has no column ${missing.join(', ')}`);
  return table;
}

function parse(bytes: Uint8Array): Table {
  try {
    return tableFromIPC(bytes);
  } catch (cause) {
    throw new TableFailed('unreadable', 'it is not an Arrow file', cause);
  }
}
