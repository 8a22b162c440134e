import { beforeAll, expect, test } from 'vitest';
import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import { type ConcernCalls, HandOutCalls } from '#data/schema/records/hand-out.ts';
import { gateCalls } from '#server/hand-out/gate/gate-calls.ts';
import { openGate } from '#server/hand-out/gate/open-gate.ts';
import { recountHandOut } from '#server/hand-out/gate/recount.ts';
import { toldCell } from '#server/store/tables/hand-outs.ts';
import { keepTold } from '#server/store/told-cells.ts';
import { square } from '#test/fixture/box.ts';
import { openGatedTown } from '#test/fixture/gated-town.ts';
import { homeFolder } from '#test/fixture/home-folder.ts';
import { actingAs } from '#test/fixture/record-desk.ts';
import { isIn } from './attacker.ts';

const [town, monthly] = [await openGatedTown(), await openGatedTown({ rows: 600, precision: 'month' })];
const officer = actingAs('officer');
const EAST = square(-82.59, 35.585, 0.012);
const OCTOBER = ['2026-10-01', '2026-10-31'] as const;
const lineOf = ({ lines }: Pick<HandOutCalls, 'lines'>, category: string) =>
  lines.find((line) => line.category === category);

beforeAll(async () => {
  await town.found('east', EAST);
  await town.found('forty', square(-82.5885, 35.5865, 0.0021), 40);
  await town.found('meadow', square(-82.5, 35.7, 0.002));
  await town.found('groundless', null);
  await monthly.found('east', EAST);
});

test('every public kind stands once, counted at its exact place, beside its usual range', async () => {
  const calls = HandOutCalls.parse((await town.gate('east', ...OCTOBER)).calls);
  expect(new Set(calls.lines.map(({ category }) => category)).size).toBe(calls.lines.length);
  const noise = lineOf(calls, 'noise');
  expect(noise).toMatchObject({ shown: 'count', usual: { low: expect.any(Number), high: expect.any(Number) } });
  const cell = { category: 'noise', ground: EAST, from: OCTOBER[0], to: OCTOBER[1] };
  expect(noise?.calls).toBe(town.calls.filter((call) => call.category === 'noise' && isIn(cell, call)).length);
});

test('a dot stands for 5 calls or more, inside the boundary, by a street without a number', async () => {
  const { calls, told } = await town.gate('east', ...OCTOBER);
  const points = calls.dots?.points ?? [];
  expect(points.length).toBeGreaterThan(0);
  const [lon, lat] = [0, 1].map((axis) => Float64Array.from(points, ({ at }) => at[axis] ?? 0));
  const { setOf } = placePoints(buildPlaceIndex([EAST]), lon ?? new Float64Array(0), lat ?? new Float64Array(0));
  expect(Math.min(...setOf)).toBeGreaterThan(0);
  for (const { near } of points) expect(['Alder Street', '5th Avenue', '']).toContain(near);
  const asked = told.filter(
    ({ ground, category }) => category === calls.dots?.category && ground.type === 'MultiPolygon',
  );
  expect(asked).toHaveLength(points.length);
  expect(Math.min(...asked.map((cell) => cell.calls))).toBeGreaterThanOrEqual(5);
});

test('a withheld number looks the same, whatever it is withheld for', async () => {
  await town.release('east', '2026-07-01', '2026-07-31');
  const { lines } = (await town.gate('east', '2026-07-01', '2026-07-30')).calls;
  const truth = (category: string) => {
    const cell = { category, ground: EAST, from: '2026-07-01', to: '2026-07-30' };
    return town.calls.filter((call) => call.category === category && isIn(cell, call)).length;
  };
  const withheld = lines.filter(({ shown }) => shown === 'withheld');
  expect(withheld.some(({ category }) => truth(category) >= 5)).toBe(true);
  for (const line of withheld) expect(line).toMatchObject({ calls: null, usual: null, against: 'not-judged' });
});

test('the number of the last page stands beside the new one where both tell of as many days', async () => {
  const { calls } = await town.release('east', '2026-08-01', '2026-08-31');
  const august = lineOf(calls, 'noise')?.calls;
  expect(august).toBeGreaterThan(4);
  const september = (await town.gate('east', '2026-09-01', '2026-09-30')).calls;
  expect(september.beforeDays).toEqual({ from: '2026-08-01', to: '2026-08-31' });
  expect(lineOf(september, 'noise')?.before).toBe(august);
  const fortnight = (await town.gate('east', '2026-09-01', '2026-09-14')).calls;
  expect(fortnight).toMatchObject({ beforeDays: null });
  expect(fortnight.lines.every(({ before }) => before === null)).toBe(true);
  expect((await town.gate('east', '2026-08-20', '2026-09-19')).calls.beforeDays).not.toEqual(september.beforeDays);
});

test('calls without a place are told for the whole city, and never to the last one', async () => {
  for (const to of ['2026-10-02', '2026-10-12', '2026-10-31']) {
    const { notPlaced } = (await town.gate('east', '2026-10-01', to)).calls;
    expect(notPlaced % 5).toBe(0);
  }
  expect((await town.gate('east', ...OCTOBER)).calls.notPlaced).toBeGreaterThan(0);
});

test('a group of forty residents has a page: most of it withheld, and no number below 5', async () => {
  const { lines, dots } = (await town.gate('forty', ...OCTOBER)).calls;
  expect(lines.filter(({ shown }) => shown === 'withheld').length).toBeGreaterThan(0);
  expect(lines.filter(({ calls }) => calls !== null && calls > 0 && calls < 5)).toEqual([]);
  expect(dots).toBeNull();
});

test('a group without a call reads zeros', async () => {
  const { lines, dots } = (await town.gate('meadow', ...OCTOBER)).calls;
  expect(new Set(lines.map(({ shown, calls }) => `${shown} ${calls}`))).toEqual(new Set(['zero 0']));
  expect(dots).toBeNull();
});

test.each([
  ['groundless', '2026-10-01', '2026-10-31', 'groupId', 'groundless had no boundary on 2026-10-31: draw one'],
  ['east', '2026-10-01', '2026-12-31', 'to', 'The calls are in up to 2026-11-30'],
  ['east', '2026-05-01', '2026-10-31', 'from', 'The calls begin on 2026-06-01'],
  ['east', '2026-10-31', '2026-10-01', 'from', 'choose a first day before it'],
])('%s from %s to %s is refused by %s: %s', async (groupId, from, to, field, message) => {
  await expect(town.gate(groupId, from, to)).rejects.toMatchObject({
    field,
    message: expect.stringContaining(message),
  });
});

test('where only the month is known, whole months are counted and cut ones refused', async () => {
  await expect(monthly.gate('east', '2026-10-16', '2026-11-30')).rejects.toMatchObject({
    ...{ field: 'from', message: expect.stringContaining('choose whole months, from 2026-10-01 to 2026-11-30') },
  });
  const { lines, monthOnly } = (await monthly.gate('east', ...OCTOBER)).calls;
  expect(lineOf({ lines }, 'noise')).toMatchObject({ shown: 'count', usual: null });
  expect(monthOnly).toBe(0);
});

test('a boundary redrawn within the days is told of, and the page counts inside the new one', async () => {
  await town.draw('forty', '2026-09-15', square(-82.5885, 35.5865, 0.0022));
  const { boundary } = (await town.gate('forty', '2026-09-01', '2026-09-30')).calls;
  expect(boundary).toMatchObject({ validFrom: '2026-09-15', isNewer: true });
  expect((await town.gate('forty', ...OCTOBER)).calls.boundary.isNewer).toBe(false);
});

test('a home without calls has nothing to tell', async () => {
  await expect(openGate(await homeFolder('empty'))).rejects.toThrow('Any call to count is not here');
});

test('a number is told once, and stays as it was told', async () => {
  const { handOut, told } = await town.release('east', '2026-06-01', '2026-06-30');
  const cells = () => town.store.as(officer, (tx) => tx.select().from(toldCell));
  const before = await cells();
  await town.store.as(officer, (tx) =>
    keepTold(
      tx,
      handOut.handOutId,
      told.map((cell) => ({ ...cell, calls: 99 })),
    ),
  );
  expect(await cells()).toEqual(before);
  expect(before.filter(({ handOutId }) => handOutId === handOut.handOutId)).toHaveLength(told.length);
});

test('a printed number counts the same again, by the boundary of its time', async () => {
  await town.found('moved', EAST);
  const { handOut, calls } = await town.release('moved', '2026-06-01', '2026-06-14');
  await town.draw('moved', '2026-06-10', square(-82.5, 35.7, 0.002));
  const { lines, groupName } = await town.store.as(officer, (tx) => recountHandOut(town.home, tx, handOut.handOutId));
  expect(groupName).toBe('moved');
  const printed = calls.lines.filter((line) => line.calls !== null);
  expect(lines).toEqual(printed.map(({ category, label, calls: n }) => ({ category, label, printed: n, now: n })));
  expect(lines.some(({ now }) => now > 4)).toBe(true);
});

test('many groups are counted over one opening of the calls', async () => {
  const gate = await openGate(town.home);
  expect(await openGate(town.home)).toBe(gate);
  const pages = await town.store.as(officer, async (tx) => [
    await gateCalls(gate, tx, { groupId: 'east', from: '2026-11-01', to: '2026-11-30' }),
    await gateCalls(gate, tx, { groupId: 'meadow', from: '2026-11-01', to: '2026-11-30' }),
  ]);
  expect(pages.map(({ calls }) => lineOf(calls, 'noise')?.shown)).toEqual(['count', 'zero']);
});

const NOISE = { concernId: 'C-1', category: 'noise', heardOn: '2026-10-14' };
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
const countIn = ({ from, to }: { from: string; to: string }, category: string, ground: AreaGeometry) =>
  town.calls.filter((call) => call.category === category && isIn({ category, ground, from, to }, call)).length;
const oneAfterTheOther = (periods: ConcernCalls['periods']) =>
  periods.slice(1).every(({ from }, at) => from === dayAfter(periods[at]?.to ?? ''));

test('calls of a concern’s kind are told in four weeks that end with the page’s last day, and are the true ones', async () => {
  await town.found('charted', square(-82.588, 35.587, 0.013));
  const { calls, told, handOut } = await town.release('charted', '2026-11-03', '2026-11-30', [NOISE]);
  const [chart] = HandOutCalls.parse(calls).concernCalls ?? [];
  expect(chart).toMatchObject({ ...NOISE, label: 'Noise' });
  const periods = chart?.periods ?? [];
  expect(periods.at(-1)).toEqual({ from: '2026-11-03', to: '2026-11-30', calls: lineOf(calls, 'noise')?.calls });
  expect(periods[0]?.from).toBe('2026-06-16'); // six times four weeks are in the calls
  expect(oneAfterTheOther(periods)).toBe(true);
  expect(periods.filter((period) => period.calls !== null).length).toBeGreaterThan(3);
  for (const { calls: number, ...days } of periods)
    if (number !== null) {
      expect(countIn(days, 'noise', square(-82.588, 35.587, 0.013))).toBe(number);
      expect(told).toContainEqual(expect.objectContaining({ category: 'noise', ...days, calls: number }));
    }
  const kept = await town.store.as(officer, (tx) => tx.select().from(toldCell));
  const ofPage = kept.filter(({ handOutId }) => handOutId === handOut.handOutId);
  expect(ofPage.filter(({ category, to }) => category === 'noise' && to < '2026-11-03').length).toBeGreaterThan(2);
  const again = await town.store.as(officer, (tx) => recountHandOut(town.home, tx, handOut.handOutId));
  expect(again.concernCalls).toEqual(
    periods.flatMap(({ calls: n, ...days }) =>
      n === null ? [] : [{ category: 'noise', label: 'Noise', ...days, printed: n, now: n }],
    ),
  );
});

test('small numbers of a concern are told of several periods together, or not at all', async () => {
  const ground = square(-82.5885, 35.5865, 0.0031);
  await town.found('few', ground);
  const concerns = ['noise', 'burglary', 'theft'].map((category) => ({ ...NOISE, concernId: category, category }));
  const { calls } = await town.release('few', '2026-11-03', '2026-11-30', concerns);
  const all = (calls.concernCalls ?? []).flatMap(({ category, periods }) => {
    expect(oneAfterTheOther(periods)).toBe(true);
    return periods.map((period) => ({ category, ...period }));
  });
  for (const { category, calls: number, ...days } of all)
    if (number !== null) {
      expect(countIn(days, category, ground)).toBe(number);
      expect(number === 0 || number >= 5).toBe(true);
    }
  expect(all.some(({ calls: number }) => number === null)).toBe(true);
  expect(all.some((period) => period.calls !== null && period.to > dayAfterMany(period.from, 28))).toBe(true);
});

const dayAfterMany = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

test('where only the month is known, the chart of a concern has whole months', async () => {
  const { calls } = await monthly.release('east', '2026-09-01', '2026-11-30', [NOISE]);
  const periods = calls.concernCalls?.[0]?.periods ?? [];
  expect(periods.length).toBeGreaterThan(2);
  for (const { from, to } of periods) expect([from.slice(8), dayAfter(to).slice(8)]).toEqual(['01', '01']);
});

test('a page without concerns has no charts, and its facts are what they were', async () => {
  expect(Object.keys((await town.gate('east', ...OCTOBER)).calls)).not.toContain('concernCalls');
  const { calls } = await town.release('east', ...OCTOBER, [{ ...NOISE, category: 'domestic' }]);
  expect(calls.concernCalls).toBeUndefined(); // a kind that is never public
});
