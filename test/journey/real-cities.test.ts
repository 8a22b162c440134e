import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedData } from '#test/fixture/shared-data.ts';
import { runCli } from '#test/server/commands/run-cli.ts';
import { type Counted, faultsOf, joined, joinedAgain, show, shownByArea, takeIn } from './real-city.ts';

type Parts = { file: Counted; repeats: Counted; kept: Counted };

// Counted by GEOS 3.11.1 from the cities' own files; see test/fixture/real-cities/README.md.
const witness: {
  asheville: Parts & { defaultPoints: Counted; farOutside: Counted };
  chicago: { beats: Parts; districts: Parts; neighborhoods: Parts };
  southYorkshire: { corners: [number, number][]; byMonth: Record<string, Counted> };
  arlington: Parts;
} = JSON.parse(await readFile(new URL('../fixture/real-cities/witness.json', import.meta.url), 'utf8'));

const minus = (a: Counted, ...others: Counted[]) =>
  Object.fromEntries(
    Object.entries(a.counts).map(([id, n]) => [id, others.reduce((left, { counts }) => left - (counts[id] ?? 0), n)]),
  );

const NO_FAULT = 'no fault, and nothing asked of anyone else, on a laptop and a phone';

const asheville = sharedData('asheville/apd_911_filtered_2017.csv');
describe.skipIf(asheville === null)('Asheville, 2017 to 2021', () => {
  const data = dirname(asheville ?? '');
  const beats = join(data, 'law_beats.geojson');
  const located = join(data, 'apd_911_filtered_2017_2021_located.csv.gz');
  const calls = async () => [2017, 2018, 2019, 2020, 2021].map((year) => join(data, `apd_911_filtered_${year}.csv`));
  const words = ['--kind', 'beat', '--area-id', 'beat', '--title', 'Police beats'];
  const city = takeIn('asheville-911', calls, [{ layer: 'beats', file: beats, words }]);

  // SOURCE.md: 34,562 rows, 112 repeats in 2021, 3,066 without a point, 236 far outside, local to 2019 and "+00" after.
  test('34,562 records are read, and the report says what became of each', () => {
    expect(city.report).toMatchObject({ read: 34_562, accepted: 34_450, rejected: 0, duplicates: 112, superseded: 0 });
    expect(city.report).toMatchObject({
      placed: 31_044,
      unplaced: 3_048,
      quarantined: { outside: 236, 'default-point': 122 },
    });
    expect(city.report.zones).toMatchObject([
      { written: 'local', quietestHours: [3, 4, 5] },
      { written: 'offset', quietestHours: [3, 4, 5] },
    ]);
  });

  test('join and GEOS count the same calls by beat in the located file', async () => {
    const { counts, records } = await joined(located, beats, '--area-id', 'beat');
    expect(counts).toEqual(witness.asheville.file.counts);
    expect(records).toMatchObject(witness.asheville.file.records);
  });

  test('the app shows those by beat, less the repeats and the points that mean nothing', async () => {
    const said = await show(city, '?by=all&in=beats&from=2017-01-01&to=2021-11-03');
    expect(said).toContain('34,450 read, 30,354 in beats, 690 in none, 3,048 not mapped, 358 held back');
    const { file, repeats, defaultPoints, farOutside, kept } = witness.asheville;
    const shown = await shownByArea(city);
    expect(shown).toEqual(kept.counts);
    expect(shown).toEqual(minus(file, repeats, defaultPoints, farOutside));
    const again = await joinedAgain(city, beats, '--area-id', 'beat');
    expect(again.counts).toEqual(shown);
    expect(again.records).toMatchObject({ read: 34_450, inside: 30_354, outside: 690, unplaced: 3_048 + 358 });
  });

  // 2021 stops on Wednesday 3 November at 09:37: its last whole week is Monday 25 to Sunday 31 October.
  test('a finished file opens on its own last whole week and is never called stale', async () => {
    const said = await show(city, '');
    expect(said).toMatch(/Oct 25 to 31, 2021/);
    expect(said).not.toMatch(/this week so far|last week|hours old/i);
  });

  test(NO_FAULT, async () => expect(await faultsOf(city, 'asheville')).toEqual([]));
});

const chicago = sharedData('chicago/aggravated_assaults_2010_2019.csv.gz');
describe.skipIf(chicago === null)('Chicago, ten years of aggravated assaults', () => {
  const at = (file: string) => join(dirname(chicago ?? ''), file);
  const layers = {
    beats: { file: at('policeBeats.geojson.gz'), id: 'District', kind: 'beat' },
    districts: { file: at('policeDistricts.geojson.gz'), id: 'District', kind: 'district' },
    neighborhoods: { file: at('chicagoNhoods.geojson.gz'), id: 'cartodb_id', kind: 'zone' },
  };
  const city = takeIn(
    'chicago-assaults',
    async () => [chicago ?? ''],
    Object.entries(layers).map(([layer, { file, id, kind }]) => ({
      layer,
      file,
      words: ['--kind', kind, '--area-id', id],
    })),
  );

  // SOURCE.md: 148,636 rows, 111 exact repeats.
  test('148,636 records are read, 111 of them twice', () => {
    expect(city.report).toMatchObject({ read: 148_636, accepted: 148_525, duplicates: 111, placed: 148_525 });
  });

  test.each(['beats', 'districts', 'neighborhoods'] as const)('%s: app, join and GEOS agree', async (layer) => {
    const { file, id } = layers[layer];
    const columns = ['--area-id', id, '--lon', 'longitude', '--lat', 'latitude'];
    const [{ counts, records }] = await Promise.all([
      joined(chicago ?? '', file, ...columns),
      show(city, `?by=all&in=${layer}&from=2010-01-01&to=2019-12-31`),
    ]);
    expect(counts).toEqual(witness.chicago[layer].file.counts);
    expect(records).toMatchObject(witness.chicago[layer].file.records);
    const shown = await shownByArea(city);
    expect(shown).toEqual(witness.chicago[layer].kept.counts);
    expect(shown).toEqual(minus(witness.chicago[layer].file, witness.chicago[layer].repeats));
  });

  test('the calls of one year, exported and joined again, are the table of that year', async () => {
    await show(city, '?by=all&in=beats&from=2019-01-01&to=2019-12-31');
    const shown = await shownByArea(city);
    expect(Object.values(shown).reduce((sum, n) => sum + n, 0)).toBeGreaterThan(10_000);
    expect((await joinedAgain(city, layers.beats.file, '--area-id', 'District')).counts).toEqual(shown);
  });

  test(NO_FAULT, async () => expect(await faultsOf(city, 'chicago')).toEqual([]));
});

const yorkshire = sharedData('south-yorkshire-uk');
describe.skipIf(yorkshire === null)('South Yorkshire, months and no boundaries', () => {
  const files = async () =>
    (await readdir(yorkshire ?? ''))
      .filter((name) => name.endsWith('.csv.gz'))
      .map((name) => join(yorkshire ?? '', name));
  const city = takeIn('police-uk', files, []);
  const { corners, byMonth } = witness.southYorkshire;
  const drawn = corners.map((corner) => corner.join(':')).join(',');

  // SOURCE.md: 164,021 rows in 11 files, 7,586 without coordinates, 2019-07 missing.
  test('164,021 records are read, and the missing month is a gap', () => {
    expect(city.report).toMatchObject({ read: 164_021, accepted: 164_021, duplicates: 0, unplaced: 7_586 });
    expect(city.report.gaps).toMatchObject([{ from: '2019-07-01', to: '2019-07-31', known: true }]);
  });

  test('without boundaries the app counts the whole city, and says that there are none', async () => {
    const said = await show(city, '?by=all&from=2019-01-01&to=2019-12-31');
    expect(said).toContain('No boundaries yet');
    expect(said).toContain('164,021 calls');
  });

  test('months are never judged as weeks, and the missing one is not a quiet one', async () => {
    const said = await show(city, '');
    expect(said).toContain('Dec 2019');
    expect(said).toContain('14,852 calls');
    expect(said).toMatch(/months only/);
    expect(said).toMatch(/Jul 2019\s+no calls in the files/);
    expect(said).not.toMatch(/usual range \d|a week, |watch|unusual\b/i);
  });

  test('a month in a drawn area: app, join and GEOS agree', async () => {
    const month = '2019-06';
    const inside = byMonth[month]?.counts.drawn ?? 0;
    expect(inside).toBeGreaterThan(1000);
    const said = await show(city, `?by=all&from=${month}-01&to=${month}-30&polygon=${drawn}`);
    expect(said).toContain(`Jun 2019: ${inside.toLocaleString('en-US')} read`);
    const areas = join(city.home, 'drawn.geojson');
    const ring = [...corners, ...corners.slice(0, 1)];
    const geometry = { type: 'Polygon', coordinates: [ring] };
    await writeFile(areas, JSON.stringify({ type: 'Feature', id: 'drawn', properties: {}, geometry }));
    const file = join(yorkshire ?? '', `${month}-south-yorkshire-street.csv.gz`);
    const { counts, records } = await joined(file, areas, '--lon', 'Longitude', '--lat', 'Latitude');
    expect(counts).toEqual({ drawn: inside });
    expect(records).toMatchObject(byMonth[month]?.records ?? {});
    expect((await joinedAgain(city, areas)).counts).toEqual({ drawn: inside });
  });

  test(NO_FAULT, async () => expect(await faultsOf(city, 'south-yorkshire')).toEqual([]));
});

const arlington = sharedData('arlington-tx/arlington.csv');
describe.skipIf(arlington === null)('Arlington, burglaries with a from and a to', () => {
  const districts = join(dirname(arlington ?? ''), 'council_districts.geojson');
  const words = ['--kind', 'district', '--area-id', 'DISTRICTDE'];
  const city = takeIn('arlington-burglary', async () => [arlington ?? ''], [
    { layer: 'districts', file: districts, words },
  ]);

  // SOURCE.md: 2,484 rows, one exact repeat.
  test('2,484 records are read, one of them twice', () => {
    expect(city.report).toMatchObject({ read: 2_484, accepted: 2_483, duplicates: 1, placed: 2_483 });
  });

  test('app, join and GEOS agree by council district', async () => {
    const { file, repeats, kept } = witness.arlington;
    expect((await joined(arlington ?? '', districts, '--area-id', 'DISTRICTDE')).counts).toEqual(file.counts);
    await show(city, '?by=all&in=districts&from=2012-04-10&to=2013-04-08');
    const shown = await shownByArea(city);
    expect(shown).toEqual(kept.counts);
    expect(shown).toEqual(minus(file, repeats));
    expect((await joinedAgain(city, districts, '--area-id', 'DISTRICTDE')).counts).toEqual(shown);
  });

  test(NO_FAULT, async () => expect(await faultsOf(city, 'arlington')).toEqual([]));
});

const RAW = [
  'asheville/apd_911_filtered_2021.csv',
  'chicago/aggravated_assaults_2010_2019.csv.gz',
  'south-yorkshire-uk/2019-12-south-yorkshire-street.csv.gz',
  'arlington-tx/arlington.csv',
];

test.each(RAW.filter((path) => sharedData(path) !== null))('%s: what inspect guesses, ingest takes', async (path) => {
  const file = sharedData(path) ?? '';
  const folder = await mkdtemp(join(tmpdir(), 'commonbeat-guess-'));
  const guessed = await runCli('inspect', file, '--json');
  expect(guessed.code, guessed.err).toBe(0);
  const profile = join(folder, 'profile.json');
  await writeFile(profile, guessed.out);
  const taken = await runCli('ingest', file, '--source', profile, '--home', folder, '--dry-run', '--json');
  expect(taken.code, taken.err).toBe(0);
  expect(JSON.parse(taken.out)).toMatchObject({ rejected: 0 });
  await rm(folder, { recursive: true });
});
