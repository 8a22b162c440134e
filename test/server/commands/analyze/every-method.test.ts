import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toLocalDate } from '#analysis/shared/days.ts';
import type { Answer } from '#data/schema/answer.ts';
import { addsUp } from '#data/schema/record-counts.ts';
import { METHODS } from '#server/commands/analyze/methods.ts';
import { readPlainInput } from '#server/commands/analyze/plain-input.ts';
import { DataRefused, UsageError } from '#server/errors.ts';
import { randomFrom } from '#test/fixture/methods/random.ts';

const folder = mkdtempSync(join(tmpdir(), 'commonbeat-every-method-'));
afterAll(() => rmSync(folder, { recursive: true }));

const MONDAY = 17_532; // 2018-01-01
const WEEKS = 190;

/** What a method needs before it can be asked at all, and what keeps it quick. */
const OPTIONS: Readonly<Record<string, object>> = {
  'two-counts': { from: '2021-02-01', to: '2021-02-28', beforeFrom: '2021-01-04', beforeTo: '2021-01-31' },
  'before-after': { treated: 'a', control: 'c', action: '2020-06-01' },
  power: { tries: 13, largest: 12, watchP: 0.01 },
  scan: { replications: 9, maxShare: 0.5 },
  'near-repeat': { permutations: 9, meters: [0, 200] },
  farrington: { b: 2 },
  season: { period: 13 },
  rates: { residents: { a: 500, b: 400, c: 300 } },
  'hot-cells': { cellMeters: 400 },
  'local-moran': { cellMeters: 400 },
  emerging: { cellMeters: 400 },
};

const square = (code: string, west: number, south: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west + 0.02, south],
        [west + 0.02, south + 0.02],
        [west, south + 0.02],
        [west, south],
      ],
    ],
  },
});
const AREAS = [square('a', -82.6, 35.5), square('b', -82.58, 35.5), square('c', -82.6, 35.52)];

function writeFile(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const areas = writeFile('areas.geojson', JSON.stringify({ type: 'FeatureCollection', features: AREAS }));
const concerns = writeFile('concerns.csv', 'date,category,lon,lat\n2021-02-01,NOISE,-82.59,35.51\n');

const HEAD = 'id,lon,lat,time,began,type';
type Call = { lon?: number | ''; lat?: number | ''; time: string; began?: string };
const toRow = ({ lon = -82.59, lat = 35.51, time, began = time }: Call, i: number): string =>
  `${i},${lon},${lat},${time},${began},NOISE`;
const writeCalls = (name: string, calls: readonly Call[]): string =>
  writeFile(name, [HEAD, ...calls.map(toRow)].join('\n'));

async function ask(method: string, calls: string, options: object = OPTIONS[method] ?? {}): Promise<Answer<object>> {
  const question = METHODS[method];
  if (question === undefined) throw new Error(`no method ${method}`);
  return question(JSON.stringify(options))(
    await readPlainInput({
      ...{ calls, areas, concerns, areaId: 'code', id: 'id', lon: 'lon', lat: 'lat', time: 'time', type: 'type' },
      ...(method === 'reporting-lag' ? { from: 'began' } : {}),
    }),
  );
}

/** Paths of numbers that are none, and of what was never set. */
function broken(value: unknown, path: string): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (value === undefined) return [`${path} is undefined`];
  if (value === null || typeof value !== 'object') return [];
  if (ArrayBuffer.isView(value)) return broken(Array.from(value as Float64Array), path); // every view here is of numbers
  return Object.entries(value).flatMap(([name, each]) => broken(each, `${path}.${name}`));
}

const random = randomFrom(4);
const TOWN: Call[] = Array.from({ length: 1_500 }, (): Call => {
  const week = Math.floor(random() * WEEKS);
  const day = toLocalDate(MONDAY + 7 * week + Math.floor(random() * 7));
  const near = random() < 0.3 ? 0.002 : 0.04; // every third call near one corner
  return {
    lon: Number((-82.6 + random() * near).toFixed(5)),
    lat: Number((35.5 + random() * near).toFixed(5)),
    time: `${day} ${String(Math.floor(random() * 24)).padStart(2, '0')}:30:00`,
    began: `${toLocalDate(MONDAY + 7 * week - Math.floor(random() * 3))} 00:10:00`,
  };
}).concat([{ lon: -82.59, lat: 35.51, time: `${toLocalDate(MONDAY + 7 * WEEKS)} 23:30:00` }]);

const METHOD_NAMES = Object.keys(METHODS);

describe('over a town of calls', () => {
  let town = '';
  beforeAll(() => {
    town = writeCalls('town.csv', TOWN);
  });

  test.each(METHOD_NAMES)('%s finds something, every number of it a number', async (method) => {
    const { findings, leftOut, records } = await ask(method, town);
    expect(findings.length).toBeGreaterThan(0);
    expect(broken({ findings, leftOut }, method)).toEqual([]);
    expect(addsUp(records)).toBe(true);
  });

  test.each(METHOD_NAMES)('%s: the order of the rows changes nothing', async (method) => {
    const rows = [HEAD, ...TOWN.map(toRow).reverse()];
    const turned = await ask(method, writeFile(`turned-${method}.csv`, rows.join('\n')));
    expect(rounded(turned)).toEqual(rounded(await ask(method, town)));
  });

  test.each(METHOD_NAMES)('%s: the time zone of the machine changes nothing', async (method) => {
    const [here, zone] = [await ask(method, town), process.env.TZ];
    process.env.TZ = 'Pacific/Kiritimati'; // 14 hours ahead: a day of the machine is another day
    try {
      expect(await ask(method, town)).toEqual(here);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });
});

/** Sums of the same numbers in another order differ in their last digits; ids of calls stand as the file has them. */
const rounded = (answer: Answer<object>): unknown =>
  JSON.parse(
    JSON.stringify(answer, (_, value: unknown) => {
      if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array); // every view here is of numbers
      if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value.toSorted();
      return typeof value === 'number' ? Number(value.toPrecision(8)) : value;
    }),
  );

const every = (hours: number, i: number) => new Date((MONDAY * 24 + i * hours) * 3_600_000).toISOString().slice(0, 19);

const HARD_FILES: Readonly<Record<string, readonly Call[]>> = {
  'one call': [{ time: '2018-03-01 10:00:00' }],
  'all on one point': Array.from({ length: 120 }, (_, i) => ({ time: every(200, i) })),
  'reversed ranges': Array.from({ length: 60 }, (_, i) => ({ time: every(400, i), began: every(400, i + 1) })),
  'all at one moment': Array.from({ length: 40 }, () => ({ time: '2018-03-01 10:00:00' })),
  'all on one line': Array.from({ length: 60 }, (_, i) => ({ lon: -82.6 + i / 2_000, time: every(400, i) })),
  'months only': Array.from({ length: 90 }, (_, i) => ({ time: `2018-${String((i % 12) + 1).padStart(2, '0')}` })),
  'every week alike': Array.from({ length: 400 }, (_, i) => ({ lon: -82.6 + (i % 4) / 100, time: every(42, i) })),
  'no place at all': Array.from({ length: 60 }, (_, i) => ({
    lon: '' as const,
    lat: '' as const,
    time: every(400, i),
  })),
  'far outside of the areas': Array.from({ length: 60 }, (_, i) => ({
    lon: 10 + i / 900,
    lat: 50,
    time: every(400, i),
  })),
};

describe.each(Object.keys(HARD_FILES))('%s', (name) => {
  let path = '';
  beforeAll(() => {
    path = writeCalls(`${name.replaceAll(' ', '-')}.csv`, HARD_FILES[name] ?? []);
  });

  test.each(METHOD_NAMES)(
    '%s answers with a finding or a named reason, never with a number that is none',
    async (method) => {
      const { findings, leftOut } = await ask(method, path);
      expect(findings.length + leftOut.length).toBeGreaterThan(0);
      expect(broken({ findings, leftOut }, method)).toEqual([]);
      expect(leftOut.every(({ what, reason }) => what !== '' && /^[a-z0-9-]+$/.test(reason))).toBe(true);
    },
  );
});

test.each(METHOD_NAMES)(
  '%s refuses a file without rows, and times that cannot be read, with the place',
  async (method) => {
    await expect(ask(method, writeFile('empty.csv', `${HEAD}\n`))).rejects.toThrow(DataRefused);
    const unreadable = writeFile('unreadable.csv', `${HEAD}\na,-82.59,35.51,never,never,NOISE\n`);
    await expect(ask(method, unreadable)).rejects.toThrow(/line 2.*time/);
  },
);

test.each(METHOD_NAMES)('%s refuses an option it does not have, by name', async (method) => {
  await expect(ask(method, concerns, { ...OPTIONS[method], guess: 1 })).rejects.toThrow(UsageError);
  await expect(ask(method, concerns, { ...OPTIONS[method], guess: 1 })).rejects.toThrow(/guess/);
});
