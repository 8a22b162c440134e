import { expect, test } from 'vitest';
import { createApi, type Get } from '#web/api.ts';
import { checkCeiling, MOST_CALLS } from '#web/tables/ceiling.ts';
import { type Reading, readExtracts } from '#web/tables/read-extracts.ts';
import { makeExtract } from './make-extract.ts';

const y2023 = makeExtract(2023, [{ id: 'a' }, { id: 'b' }]);
const y2024 = makeExtract(2024, [{ id: 'c' }]);
const manifest = { extracts: [y2024.entry, y2023.entry] };

const serve =
  (files: Record<string, Uint8Array<ArrayBuffer>>): Get =>
  (path) => {
    const bytes = files[path.replace('/api/extracts/', '')];
    return bytes
      ? new Response(bytes)
      : Response.json({ title: 'Not found', detail: 'no such extract' }, { status: 404 });
  };
const whole = { [y2023.entry.file]: y2023.bytes, [y2024.entry.file]: y2024.bytes };
const ignore = () => {};

test('all years are read, oldest first, and the progress ends at every byte and row', async () => {
  const heard: Reading[] = [];
  const { extracts, unreadable } = await readExtracts(createApi(serve(whole)), manifest, (reading) =>
    heard.push(reading),
  );
  expect(extracts.map((extract) => extract.file.year)).toEqual([2023, 2024]);
  expect(unreadable).toEqual([]);
  expect(heard[0]).toMatchObject({ stage: 'reading', bytesRead: 0, rowsRead: 0, years: '2023–2024' });
  const bytes = y2023.bytes.length + y2024.bytes.length;
  expect(heard.at(-1)).toMatchObject({ bytesRead: bytes, bytesTotal: bytes, rowsRead: 3, rowsTotal: 3 });
});

test('a year whose content does not match its fingerprint is named, and the others go on', async () => {
  const spoiled = y2024.bytes.slice();
  spoiled[spoiled.length >> 1] = (spoiled[spoiled.length >> 1] ?? 0) ^ 1;
  const api = createApi(serve({ ...whole, [y2024.entry.file]: spoiled }));
  const { extracts, unreadable } = await readExtracts(api, manifest, ignore);
  expect(extracts.map((extract) => extract.file.year)).toEqual([2023]);
  expect(unreadable).toEqual([
    {
      file: y2024.entry.file,
      year: 2024,
      reason:
        '2024 could not be read: its content does not match its fingerprint. Its calls are missing from every count.',
    },
  ]);
});

test.each([
  ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, 40), 'it ended after 40 of'],
  ['too long', (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array([...bytes, 1]), 'it is longer than'],
])('a file that is %s is unreadable', async (_, change, reason) => {
  const api = createApi(serve({ ...whole, [y2024.entry.file]: change(y2024.bytes) }));
  const { unreadable } = await readExtracts(api, manifest, ignore);
  expect(unreadable[0]?.reason).toContain(reason);
});

test('a missing file is named with the words of the server', async () => {
  const { unreadable } = await readExtracts(createApi(serve({ [y2023.entry.file]: y2023.bytes })), manifest, ignore);
  expect(unreadable[0]?.reason).toContain('no such extract');
});

test('with no readable year there is nothing to show, and that is a failure', async () => {
  await expect(readExtracts(createApi(serve({})), manifest, ignore)).rejects.toMatchObject({ code: 'unreadable' });
});

test('being signed out stops the reading', async () => {
  const api = createApi(() => Response.json({ title: 'Sign in' }, { status: 401 }));
  await expect(readExtracts(api, manifest, ignore)).rejects.toMatchObject({ status: 401, isSignedOut: true });
});

test('more calls than a browser can hold are refused in plain words before any download', () => {
  expect(() => checkCeiling({ rows: MOST_CALLS })).not.toThrow();
  expect(() => checkCeiling({ rows: MOST_CALLS + 1 })).toThrow(
    '6,000,001 calls are more than a browser can hold (6,000,000). Nothing was downloaded.',
  );
});
