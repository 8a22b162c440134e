import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { ingestCalls } from '#server/ingest/ingest-calls.ts';
import { reportAddsUp } from '#server/ingest/ingest-report.ts';
import { loadProfile } from '#server/ingest/load-profile.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { newFolder } from '#test/fixture/calls-files.ts';
import { sharedData } from '#test/fixture/shared-data.ts';

const homes: string[] = [];
afterAll(() => Promise.all(homes.map((home) => rm(home, { recursive: true, force: true }))));

async function ingestTwice(source: string, files: string[]) {
  const home = newFolder();
  homes.push(home);
  const profile = await loadProfile(source);
  const report = await ingestCalls({ files, profile, home });
  const index = await readStoreIndex(home);
  const again = await ingestCalls({ files, profile, home });
  expect(reportAddsUp(report) && reportAddsUp(again)).toBe(true);
  expect(report.placed + report.unplaced + Object.values(report.quarantined).reduce((a, b) => a + b, 0)).toBe(
    report.accepted,
  );
  expect(again).toMatchObject({
    read: report.read,
    accepted: 0,
    duplicates: report.read - report.rejected,
    superseded: 0,
  });
  expect(await readStoreIndex(home)).toEqual(index);
  return report;
}

const asheville = sharedData('asheville/apd_911_filtered_2017.csv');
// SOURCE.md: 34,562 rows, 112 incident numbers twice in 2021, 31,496 located, 236 of them far outside;
// local time to 2019, "+00" from 2020, quietest hours 03 to 05 local in both.
test.skipIf(asheville === null)(
  'Asheville adds up: repeats, zones, default points and places far outside',
  async () => {
    const files = [2017, 2018, 2019, 2020, 2021].map((year) => (asheville ?? '').replace('2017', String(year)));
    const report = await ingestTwice('asheville-911', files);
    expect(report).toMatchObject({ read: 34_562, accepted: 34_450, rejected: 0, duplicates: 112, superseded: 0 });
    expect(report.quarantined).toEqual({ outside: 236, 'default-point': 122 });
    // 31,496 located and 3,066 not, less 94 and 18 repeated rows
    expect(report.placed + 236 + 122).toBe(31_496 - 94);
    expect(report.unplaced).toBe(3_066 - 18);
    expect(report.zones.map(({ written, rows, quietestHours }) => [written, rows, quietestHours])).toEqual([
      ['local', 6_360 + 6_991 + 8_325, [3, 4, 5]],
      ['offset', 7_550 + 5_336 - 112, [3, 4, 5]],
    ]);
    expect(report.span).toEqual({ from: '2017-01-01T00:11:41', to: '2021-11-03T09:37:28' });
    expect(report.unknownTypes).toEqual({});
  },
);

const chicago = sharedData('chicago/aggravated_assaults_2010_2019.csv.gz');
// SOURCE.md: 148,636 rows, 111 exact duplicate rows, none in an hour that did not exist
test.skipIf(chicago === null)('Chicago has 111 rows that say nothing new and no id to tell them apart', async () => {
  const report = await ingestTwice('chicago-assaults', [chicago ?? '']);
  expect(report).toMatchObject({ read: 148_636, accepted: 148_525, rejected: 0, duplicates: 111, placed: 148_525 });
  expect(report.notes.join(' ')).toContain('No id');
});

const yorkshire = sharedData('south-yorkshire-uk');
// SOURCE.md: 11 files, 164,021 rows, 7,586 without coordinates, 2019-07 missing, identical ASB rows legitimate
test.skipIf(yorkshire === null)(
  'South Yorkshire keeps its identical rows and tells a missing month from a quiet one',
  async () => {
    const folder = yorkshire ?? '';
    const files = readdirSync(folder).filter((name) => name.endsWith('.csv.gz'));
    expect(files).toHaveLength(11);
    const report = await ingestTwice(
      'police-uk',
      files.map((name) => `${folder}/${name}`),
    );
    expect(report).toMatchObject({ read: 164_021, accepted: 164_021, duplicates: 0, unplaced: 7_586 });
    expect(report.gaps).toEqual([expect.objectContaining({ from: '2019-07-01', to: '2019-07-31', known: true })]);
    expect(report.zones[0]?.quietestHours).toEqual([]);
  },
);

const arlington = sharedData('arlington-tx/arlington.csv');
// SOURCE.md: 2,484 rows, 530 without an end, 1 exact duplicate, none inverted
test.skipIf(arlington === null)('Arlington keeps the burglaries whose end is not known', async () => {
  const report = await ingestTwice('arlington-burglary', [arlington ?? '']);
  expect(report).toMatchObject({ read: 2_484, accepted: 2_483, rejected: 0, duplicates: 1, placed: 2_483 });
});
