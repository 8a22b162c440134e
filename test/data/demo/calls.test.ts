import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findSpikes } from '#analysis/spike/spike.ts';
import { DEMO_TYPES } from '#data/codes/demo-types.ts';
import { CALL_KINDS } from '#data/demo/call-kinds.ts';
import { planCalls } from '#data/demo/call-plan.ts';
import { dateOf, dayOf, weekdayOf } from '#data/demo/call-rhythm.ts';
import { CALLS_HEADER, makeCalls } from '#data/demo/calls.ts';
import { makeCity } from '#data/demo/city.ts';
import { makeConcerns } from '#data/demo/concerns.ts';
import { truthOf } from '#data/demo/truth.ts';

const city = makeCity();
const plan = planCalls(city);
const text = [...makeCalls(city, 'small', plan)].join('');
const hash = (content: string): string => createHash('sha256').update(content).digest('hex');

type Row = {
  id: string;
  version: number;
  received: string;
  type: string;
  source: string;
  address: string;
  lon: string;
  lat: string;
};
const rows = text
  .slice(CALLS_HEADER.length)
  .trimEnd()
  .split('\n')
  .map((line): Row => {
    const [id = '', version = '', received = '', , , type = '', , , source = '', address = '', , lon = '', lat = ''] =
      line.split(',');
    return { id, version: Number(version), received, type, source, address, lon, lat };
  });
const latest = new Map<string, Row>();
for (const row of rows) if ((latest.get(row.id)?.version ?? 0) <= row.version) latest.set(row.id, row);
const incidents = [...latest.values()];
const groupsAt = new Map(
  plan.places.all.map((place) => [`${place.lon} ${place.lat}`, plan.places.strata[place.stratum]?.groups ?? []]),
);
const truth = truthOf(city, 'small', plan);

test('the same seed writes the same bytes', () => {
  const again = [...makeCalls(makeCity(), 'small')].join('');
  expect(hash(again)).toBe(hash(text));
});

// Sizes and shares: the table of the demo city in product.md section 6.
test('there are about 128,000 calls in 30 months, a third of them officer-initiated', () => {
  expect(incidents.length).toBeGreaterThan(122_000);
  expect(incidents.length).toBeLessThan(134_000);
  const share = (keep: (row: Row) => boolean): number => incidents.filter(keep).length / incidents.length;
  expect(share(({ source }) => source === 'ONVIEW')).toBeCloseTo(0.35, 1);
  expect(share(({ lon }) => lon === '')).toBeCloseTo(0.025, 2);
  expect(share(({ address }) => address === 'POLICE HEADQUARTERS')).toBeCloseTo(0.006, 2);
  const days = incidents.map(({ received }) => received).sort();
  expect(days[0]?.slice(0, 10)).toBe('2024-06-14');
  expect((days.at(-1) ?? '') < '2026-12-14 06:00:00').toBe(true);
});

test('every type is in the table of types, and none is unused', () => {
  const used = new Set(rows.map(({ type }) => type));
  expect([...used].filter((type) => DEMO_TYPES[type] === undefined)).toEqual([]);
  expect(Object.keys(DEMO_TYPES).filter((type) => !used.has(type))).toEqual([]);
  for (const { category, types } of CALL_KINDS) for (const { type } of types) expect(DEMO_TYPES[type]).toBe(category);
});

test('the feed has its warts: rows twice, later versions, and no time in a skipped hour', () => {
  expect(rows.length).toBeGreaterThan(new Set(rows.map(({ id, version }) => `${id} ${version}`)).size);
  expect(rows.some(({ version }) => version === 2)).toBe(true);
  expect(rows.filter(({ received }) => /^(2025-03-09|2026-03-08) 02/.test(received))).toEqual([]);
});

test('four fifths of the calls come from about a fifth of the places', () => {
  const counts = new Map<string, number>();
  for (const { lon, lat } of incidents) if (lon) counts.set(`${lon} ${lat}`, (counts.get(`${lon} ${lat}`) ?? 0) + 1);
  const sorted = [...counts.values()].sort((a, b) => b - a);
  const top = sorted.slice(0, Math.round(plan.places.all.length / 5)).reduce((sum, n) => sum + n, 0);
  expect(top / sorted.reduce((sum, n) => sum + n, 0)).toBeGreaterThan(0.72);
});

function weekly(): Map<string, Float64Array> {
  const first = dayOf('2024-06-17');
  const series = new Map<string, Float64Array>();
  for (const { received, type, source, lon, lat } of incidents) {
    const week = Math.floor((dayOf(received) - first) / 7);
    if (source === 'ONVIEW' || week < 0 || week > 129) continue;
    for (const group of groupsAt.get(`${lon} ${lat}`) ?? []) {
      const key = `${group} ${DEMO_TYPES[type]}`;
      const counts = series.get(key) ?? new Float64Array(130);
      counts[week] = (counts[week] ?? 0) + 1;
      series.set(key, counts);
    }
  }
  return series;
}

test('the last full week holds exactly the planted counts, and the spike method finds them and nothing else', () => {
  const series = weekly();
  for (const { areaId, category, observed } of truth.lastWeek) {
    expect(series.get(`${areaId} ${category}`)?.[129], `${areaId} ${category}`).toBe(observed);
  }
  const looks = city.areas.groups.flatMap(({ areaId }) =>
    [...new Set(Object.values(DEMO_TYPES))].map((category) => ({
      areaId,
      category,
      counts: series.get(`${areaId} ${category}`) ?? new Float64Array(130),
    })),
  );
  const { findings } = findSpikes(looks);
  const found = (verdict: string): string[] =>
    findings
      .filter((one) => one.verdict === verdict)
      .map(({ areaId, category }) => `${areaId} ${category}`)
      .sort();
  const planted = (verdict: string): string[] =>
    truth.lastWeek
      .filter((one) => one.verdict === verdict)
      .map(({ areaId, category }) => `${areaId} ${category}`)
      .sort();
  expect(found('unusual')).toEqual(planted('unusual'));
  expect(found('watch')).toEqual(planted('watch'));
});

test('the six planted spikes, the shifts and the runs are in the truth file, and the runs in the rows', () => {
  expect(truth.planted.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'small-group-doubled',
      'city-wide',
      'season',
      'storm',
      'recording-change',
      'tiny-counts',
      'slow-rise',
      'displacement',
      'shift-northgate',
    ]),
  );
  expect(truth.nearRepeat.filter(({ real }) => real)).toHaveLength(3);
  expect(truth.nearRepeat.filter(({ real }) => !real)).toHaveLength(3);
  const written = new Set(
    incidents.map(({ type, received, lon, lat }) => `${type} ${received.slice(0, 10)} ${Number(lon)} ${Number(lat)}`),
  );
  for (const { calls } of truth.nearRepeat) {
    for (const { date, lon, lat } of calls) expect(written.has(`BURGLARY RESIDENCE ${date} ${lon} ${lat}`)).toBe(true);
  }
});

test('a recording change renames a type from one day on', () => {
  const days = (type: string): string[] =>
    incidents
      .filter((row) => row.type === type)
      .map(({ received }) => received)
      .sort();
  expect((days('ABANDONED VEHICLE').at(-1) ?? '') < '2025-09-01').toBe(true);
  expect((days('NUISANCE VEHICLE')[0] ?? '') >= '2025-09-01').toBe(true);
});

test('concerns are about 420, 31 of them open or overdue, none where the story says nobody spoke up', () => {
  const concerns = makeConcerns(city, plan);
  expect(concerns).toHaveLength(420);
  expect(concerns.filter(({ status }) => status !== 'answered')).toHaveLength(31);
  expect(concerns.some(({ title }) => title === 'Car windows broken by the Tern Park lot')).toBe(true);
  const silent = concerns.filter(({ lon, lat, category }) => {
    const groups = groupsAt.get(`${lon.toFixed(6)} ${lat.toFixed(6)}`) ?? [];
    return (
      groups.includes('foundry-street') || (groups.includes('pell-street-merchants') && category === 'disturbance')
    );
  });
  expect(silent).toEqual([]);
  expect(concerns.every(({ answeredOn, raisedOn }) => answeredOn === null || answeredOn >= raisedOn)).toBe(true);
});

test('the calendar agrees with the Gregorian one', () => {
  // 2026-12-14 is a Monday; 20436 and 20801 days after 1970-01-01 lie in mid-December 2025 and 2026.
  expect(weekdayOf(dayOf('2026-12-14'))).toBe(0);
  expect(dayOf('2026-12-14')).toBe(Date.UTC(2026, 11, 14) / 86_400_000);
  expect(dateOf(dayOf('2024-02-29'))).toBe('2024-02-29');
});
