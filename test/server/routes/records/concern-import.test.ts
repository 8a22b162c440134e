import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { newRoutes } from '#server/routes/new-routes.ts';
import { concernImportRoutes } from '#server/routes/records/concern-import.ts';
import { concernRecordRoutes } from '#server/routes/records/concerns.ts';
import { readImport } from '#server/routes/records/import-rows.ts';
import { buildTown } from '#test/fixture/concern-town.ts';
import { actingAs, deskOf, freshStore, NOW } from '#test/fixture/record-desk.ts';

const CITY = { nowLocal: NOW, timeZone: 'America/New_York' };
const store = await freshStore();
const ask = deskOf(
  newRoutes()
    .route(
      '/',
      concernImportRoutes(store, async () => CITY.timeZone),
    )
    .route('/', concernRecordRoutes(store)),
);
const coordinator = actingAs('coordinator');
const path = '/api/records/concern-imports';

const CSV = `id,Description,date,lon,lat,address
1,"Streetlight out, ""again""",2026-12-01,0.002,0.003,"12 Elm
rear"
2,,2026-12-02,,,
3,Loud music,2026-13-02,,,
4,Loud music,2026-12-20,,,
5,Loud music,2026-12-03,0.002,,
6,The officer was rude to me,2026-12-03,,,
1,Streetlight out again,2026-12-01,,,
7,Trash in the alley,2026-12-04T18:05:00-05:00,,,Pell Street
`;

beforeAll(() => buildTown(store));

test('a preview keeps nothing, names each reject by line and reason, and adds up', async () => {
  const { status, json } = await ask(coordinator, 'POST', `${path}/preview`, {
    format: 'csv',
    name: '311.csv',
    text: CSV,
  });
  expect(status).toBe(200);
  expect(json.rejected).toEqual([
    { line: 4, reason: 'it has no words' },
    { line: 5, reason: expect.stringContaining('"2026-13-02" is no date') },
    { line: 6, reason: '2026-12-20 00:00:00 lies ahead' },
    { line: 7, reason: 'it has only one of longitude and latitude' },
    { line: 8, reason: expect.stringContaining('officer') },
  ]);
  expect(json.duplicates).toEqual([{ line: 9, of: 'line 2' }]);
  expect([json.read, json.accepted]).toEqual([8, 2]);
  expect((await ask(coordinator, 'GET', '/api/records/concerns')).json.total).toBe(0);
});

test('a batch is taken in once, listed by its name, and placed in its groups', async () => {
  const file = { format: 'csv', name: '311.csv', text: CSV };
  const first = await ask(coordinator, 'POST', path, file);
  expect([first.status, first.json.accepted]).toEqual([201, 2]);
  const { rows } = (await ask(coordinator, 'GET', `/api/records/concerns?batch=${first.json.batch}`)).json;
  expect(rows.map((row: { summary: string }) => row.summary)).toEqual([
    'Streetlight out, "again"',
    'Trash in the alley',
  ]);
  expect(rows[0]).toMatchObject({ groupIds: ['eastbank'], way: 'import', placeWords: '12 Elm\nrear' });
  expect(rows[1]).toMatchObject({ heardAt: '2026-12-04T18:05:00', category: 'dumping' });
  const again = await ask(coordinator, 'POST', path, file);
  expect([again.json.accepted, again.json.duplicates.length]).toEqual([0, 3]);
});

test('Open311 requests are read by their own names', async () => {
  const text = JSON.stringify([
    {
      service_request_id: 'SR9',
      service_name: 'Graffiti',
      description: 'On the underpass',
      requested_datetime: '2026-12-05T09:00:00-05:00',
      lat: 0.003,
      long: 0.002,
      address: 'Mill Lane',
    },
    { service_request_id: 'SR10', description: null, requested_datetime: '2026-12-05T09:00:00-05:00' },
    { service_request_id: 'SR11', description: 'Late', requested_datetime: '2026-12-05T09:00:00Z' },
  ]);
  const { json } = await ask(coordinator, 'POST', `${path}/preview`, { format: 'open311', name: 'sr.json', text });
  expect(json).toMatchObject({ read: 3, accepted: 2, duplicates: [] });
  expect(json.rejected.map(({ line }: { line: number }) => line)).toEqual([2]);
  expect(readImport({ format: 'open311', name: 'x', text }, CITY)[0]).toMatchObject({
    is: 'good',
    sheet: { category: 'graffiti' },
  });
});

test('a moment with an offset is what the city’s clocks showed then; without the city’s zone it is refused, not guessed', () => {
  const heard = (when: string, timeZone = CITY.timeZone) => {
    const [row] = readImport({ format: 'csv', name: 'x', text: `words,date\nx,${when}` }, { nowLocal: NOW, timeZone });
    return row?.is === 'good' ? row.sheet.heardAt : row?.reason;
  };
  expect(heard('2026-12-05T02:30:00Z')).toBe('2026-12-04T21:30:00');
  expect(heard('2026-07-05T02:30:00z')).toBe('2026-07-04T22:30:00'); // summer time
  expect(heard('2026-12-05T09:00:00-08:00')).toBe('2026-12-05T12:00:00');
  expect(heard('2026-12-05T09:00:00.123+0000')).toBe('2026-12-05T04:00:00');
  expect(heard('2026-12-05 09:00')).toBe('2026-12-05T09:00:00');
  for (const wrong of ['2026-12-05T25:00', '2026-02-30', '2026-12-05T09:00+99:00'])
    expect(heard(wrong)).toMatch(/is no date/);
  expect(heard('2026-12-05T09:00:00Z', '')).toMatch(/is no date: write .* as the city’s clocks show it$/);
});

test('a file that is none is refused with what it should be', async () => {
  for (const file of [
    { format: 'open311', name: 'x', text: '{"a":1' },
    { format: 'csv', name: 'x', text: 'a,b\n1,2' },
  ]) {
    const { status, json } = await ask(coordinator, 'POST', `${path}/preview`, file);
    expect([status, json.errors[0].path]).toEqual([422, 'text']);
  }
});

test('whatever stands in the cells, each record is read once and whole', () => {
  const cell = fc.string().filter((text) => text.trim() !== '' && !text.includes('\u0000'));
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (said) => {
      const text = ['words,date', ...said.map((each) => `"${each.replaceAll('"', '""')}",2026-12-01`)].join('\r\n');
      const rows = readImport({ format: 'csv', name: 'x', text }, CITY);
      expect(rows.length).toBe(said.length);
      for (const [i, row] of rows.entries()) if (row.is === 'good') expect(row.sheet.words).toBe(said[i]?.trim());
    }),
  );
});

test('only who triages takes files in', async () => {
  const file = { format: 'csv', name: 'x', text: CSV };
  expect((await ask(actingAs('officer'), 'POST', path, file)).status).toBe(403);
});

const STATES = `id,words,date,status,closed date,resolution
a,Tags on the wall,2026-11-02,Completed,2026-11-09,Painted over
b,Tags on the bridge,2026-11-03,In Progress,,
c,Tags on the fence,2026-11-04,Cancelled,2026-11-05T10:00:00-05:00,
d,Tags on the door,2026-11-05,Closed,,
e,Tags on the gate,2026-11-06,,2026-11-20,
f,Tags on the roof,2026-11-06,Gone Fishing,,
g,Tags on the curb,2026-11-06,Resolved,2026-11-01,
h,Tags on the sign,2026-11-06,resolved,someday,
i,Tags on the lamp,2026-11-06,resolved,2027-01-01,
`;

test('what was closed where it came from stays closed: with its day and words, on no triage list, told to nobody as new', async () => {
  const file = { format: 'csv', name: 'states.csv', text: STATES };
  const { json } = await ask(coordinator, 'POST', path, file);
  expect([json.read, json.accepted, json.closed, json.rejected.length]).toEqual([9, 5, 4, 4]);
  expect(json.rejected).toEqual([
    { line: 7, reason: expect.stringContaining('"Gone Fishing" is no status') },
    { line: 8, reason: 'it was closed on 2026-11-01, before it was heard' },
    { line: 9, reason: '"someday" is no date on which it was closed' },
    { line: 10, reason: 'it was closed on 2027-01-01, which lies ahead' },
  ]);
  const listed = async (status: string) =>
    (await ask(coordinator, 'GET', `/api/records/concerns?batch=${json.batch}&status=${status}`)).json.rows;
  const today = NOW.slice(0, 10);
  const closed = (await listed('closed')).map((row: Record<string, unknown>) => [
    row.summary,
    row.closedOn,
    row.closeReason,
    row.lastToldOn,
  ]);
  expect(closed.toSorted()).toEqual([
    ['Tags on the door', today, 'resolved', null],
    ['Tags on the fence', '2026-11-05', 'withdrawn', null],
    ['Tags on the gate', '2026-11-20', 'resolved', null],
    ['Tags on the wall', '2026-11-09', 'resolved', null],
  ]);
  expect((await listed('new')).map((row: { summary: string }) => row.summary)).toEqual(['Tags on the bridge']);
  const { rows } = await store.pool.query<{ words: string }>(
    `select u.words from concern_update u join concern c using (concern_id) where c.words = 'Tags on the wall'`,
  );
  expect(rows).toEqual([{ words: 'Closed where it came from ("Completed"). Painted over' }]);
});

test('an Open311 request that is closed was closed when it was last updated, in the words of its status', () => {
  const request = { service_request_id: 'S1', description: 'Tags', requested_datetime: '2026-11-05T09:00:00Z' };
  const text = JSON.stringify([
    { ...request, status: 'closed', status_notes: 'Removed.', updated_datetime: '2026-11-12T03:00:00Z' },
    { ...request, status: 'open', status_notes: 'Crew sent.', updated_datetime: '2026-11-12T03:00:00Z' },
  ]);
  const ended = readImport({ format: 'open311', name: 'x', text }, CITY).map((row) => row.is === 'good' && row.ended);
  const words = 'Closed where it came from ("closed"). Removed.';
  expect(ended).toEqual([{ on: '2026-11-11', reason: 'resolved', words }, null]);
});
