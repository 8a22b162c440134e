import { expect, test } from 'vitest';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { reportAddsUp } from '#server/ingest/ingest-report.ts';
import { inspectCallsFile } from '#server/ingest/inspect-calls.ts';
import { profileFromColumns } from '#server/ingest/profile-from-columns.ts';
import { NOW, newFolder, writeIn } from '#test/fixture/calls-files.ts';
import { sharedData } from '#test/fixture/shared-data.ts';

/** Calls that sleep at night: hours of the local clock, few from 2 to 5. */
const hourOf = (n: number) => (n % 50 === 0 ? 2 + (n % 3) : 6 + (n % 20)) % 24;
const pad = (n: number) => String(n).padStart(2, '0');
const rowsOf = (count: number, row: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => row(n)).join('\n');
const timeOf = (n: number, shift = 0) =>
  `2023-0${1 + (n % 9)}-${pad(1 + (n % 28))} ${pad((hourOf(n) + shift) % 24)}:15:00`;
const lonOf = (n: number) => (-82.5 + (n % 100) / 1000).toFixed(4);
const latOf = (n: number) => (35.5 + (n % 70) / 1000).toFixed(4);

const inspect = (name: string, content: string | Uint8Array) => inspectCallsFile(writeIn(newFolder(), name, content));
const said = (doubts: { what: string }[]) => doubts.map(({ what }) => what).join('\n');

test('a semicolon file with exchanged axes, 0,0, a far point and repeated ids is seen through', async () => {
  const body = rowsOf(800, (n) => `E${n === 5 ? 4 : n};${timeOf(n)};Noise;${latOf(n)};${lonOf(n)};100 BLOCK ELM ST`);
  const { profile, doubts } = await inspect(
    'calls.csv',
    `Event Number;Received;Call Type;Longitude;Latitude;Address\n${body}\nF1;${timeOf(1)};Noise;0;0;x\nF2;${timeOf(2)};Noise;-33.9;151.2;x\n`,
  );
  expect(profile.format).toMatchObject({ kind: 'csv', delimiter: ';' });
  expect(profile.columns).toMatchObject({
    id: ['Event Number'],
    time: ['Received'],
    type: ['Call Type'],
    lon: ['Latitude'],
    lat: ['Longitude'],
  });
  expect(profile).toMatchObject({ timeZone: 'America/New_York', precision: 'block', timePrecision: 'minute' });
  expect(profile.times).toEqual([{ formats: ['%Y-%m-%d %H:%M:%S'], zone: 'local', from: null, to: null }]);
  for (const what of ['axes look exchanged', '1 calls at 0,0', 'far from the others', '1 repeated ids'])
    expect(said(doubts)).toContain(what);
});

test('quiet hours that fit the night only when shifted say that a bare clock is UTC', async () => {
  const body = rowsOf(800, (n) => `E${n},${timeOf(n, 5)},Noise,${lonOf(n)},${latOf(n)}`);
  const { profile, doubts } = await inspect('utc.csv', `id,received,type,lon,lat\n${body}\n`);
  expect(profile.times[0]?.zone).toBe('utc');
  expect(said(doubts)).toContain('look like UTC');
});

test('projected coordinates are doubted, and a run on the guess is stopped, not drawn in the sea', async () => {
  const body = rowsOf(50, (n) => `E${n},${timeOf(n)},Noise,${945_000 + n},${686_000 + n}`);
  const file = writeIn(newFolder(), 'feet.csv', `id,received,type,x,y\n${body}\n`);
  const { profile, doubts } = await inspectCallsFile(file);
  expect(said(doubts)).toContain('projected');
  await expect(ingestCalls({ files: [file], profile, home: newFolder(), now: NOW })).rejects.toThrow(/not degrees/);
});

test('Windows-1252, day-first dates and a header of values are recognized', async () => {
  const latin = Buffer.from(
    `id,date,type,lon,lat\n${rowsOf(40, (n) => `${n},${pad(1 + (n % 28))}/03/2021 10:15,CAFÉ,${lonOf(n)},${latOf(n)}`)}\n`,
    'latin1',
  );
  const { profile, doubts } = await inspect('latin.csv', latin);
  expect(profile.format).toMatchObject({ encoding: 'windows-1252' });
  expect(profile.times[0]?.formats).toEqual(['%d/%m/%Y %H:%M']);
  expect(said(doubts)).toContain('Windows-1252');
  await expect(inspect('bare.csv', '1.5,2.5,2021-01-01\n3,4,2021-01-02\n')).rejects.toThrow(
    /bare\.csv, line 1.*add a header/,
  );
});

test('columns named on the command line make a profile that reads the file', async () => {
  const file = writeIn(
    newFolder(),
    'odd.csv',
    `k,a,b,when,what\n${rowsOf(30, (n) => `${n},${lonOf(n)},${latOf(n)},${timeOf(n)},FIGHT`)}\n`,
  );
  const columns = { id: 'k', lon: 'a', lat: 'b', time: 'when', type: 'what', timeZone: 'America/New_York' };
  const profile = await profileFromColumns(file, columns);
  expect(profile.columns).toMatchObject({ id: ['k'], lon: ['a'], lat: ['b'], time: ['when'], type: ['what'] });
  const report = await ingestCalls({ files: [file], profile, home: newFolder(), now: NOW });
  expect(report).toMatchObject({ read: 30, accepted: 30, placed: 30, unknownTypes: {} });
});

const REAL = [
  [
    'asheville/apd_911_filtered_2017_2021_located.csv.gz',
    { id: ['incident_number'], time: ['call_time'], lon: ['lon'], type: ['call_nature'] },
  ],
  ['chicago/aggravated_assaults_2010_2019.csv.gz', { id: [], time: ['date'], lon: ['longitude'], lat: ['latitude'] }],
  ['arlington-tx/arlington.csv', { time: [], from: ['DateTimeFrom'], to: ['DateTimeTo'] }],
  [
    'south-yorkshire-uk/2019-01-south-yorkshire-street.csv.gz',
    { id: ['Crime ID'], time: ['Month'], type: ['Crime type'] },
  ],
] as const;
for (const [name, columns] of REAL) {
  const path = sharedData(name);
  test.skipIf(path === null)(`${name}: the guessed profile names its columns and ingest accepts it`, async () => {
    const { profile, doubts } = await inspectCallsFile(path ?? '');
    expect(profile.columns).toMatchObject(columns);
    expect(doubts.length).toBeGreaterThan(2);
    const report = await ingestCalls({ files: [path ?? ''], profile, home: newFolder(), dryRun: true });
    expect(reportAddsUp(report)).toBe(true);
    expect(report.accepted).toBeGreaterThan(0.98 * report.read);
  });
}

test('a file without a profile is not taken for Windows-1252 when some of its lines are UTF-8', async () => {
  const row = (letter: Uint8Array) =>
    Buffer.concat([Buffer.from('A,2025-03-04 17:05:09,CAF'), letter, Buffer.from('\n')]);
  const bytes = Buffer.concat([Buffer.from('id,at,type\n'), row(Buffer.from('É')), row(Buffer.from([0xc9]))]);
  const mixed = writeIn(newFolder(), 'mixed.csv', bytes);
  await expect(inspectCallsFile(mixed)).rejects.toThrow(/mixed\.csv, line 3: .*line 2 is: the file mixes encodings/);
});

test('a file of a header and no rows is refused as that', async () => {
  const file = writeIn(newFolder(), 'header.csv', 'id,at,type\n');
  await expect(inspectCallsFile(file)).rejects.toThrow(/header\.csv, line 2: the file has a header and no rows/);
});
