import { beforeAll, expect, test } from 'vitest';
import type { Pattern } from '#data/schema/records/pattern.ts';
import { contentOf } from '#server/bulletin/bulletin-content.ts';
import { bulletinFacts } from '#server/bulletin/bulletin-facts.ts';
import { BulletinFacts, type CaseFacts } from '#server/bulletin/facts.ts';
import { openFacts } from '#server/bulletin/open-facts.ts';
import { bulletinGround } from '#server/store/bulletins.ts';
import { analyst, aPattern, openBulletinTown, SYNOPSIS, THEFTS, TOWN_CALLS } from './bulletin-town.ts';

const { store, home, keep } = await openBulletinTown();
const factsOf = async (pattern: Pattern) => {
  const ground = await store.as(analyst, (tx) => bulletinGround(tx, pattern));
  return bulletinFacts(home, pattern, ground, analyst);
};

let all: CaseFacts; // every call of the town, two of them left out, one that never was
beforeAll(async () => {
  const pattern = aPattern([...TOWN_CALLS, { id: 'T26-99' }]);
  const calls = pattern.calls.map((call, i) => (i < 2 ? { ...call, kept: false, reason: 'another car' } : call));
  const facts = await factsOf(await keep({ ...pattern, calls }));
  if (facts.edition !== 'cases') throw new Error('an internal pattern lists its cases');
  all = facts;
});

const kept = TOWN_CALLS.slice(2);
const shown = kept.filter(({ category }) => category !== 'medical');

test('every kept call is a case, in the order in which they came, but for kinds that the internal level holds back', () => {
  const expected = shown.toSorted((a, b) =>
    a.received === b.received ? (a.id < b.id ? -1 : 1) : a.received < b.received ? -1 : 1,
  );
  expect(all.cases.map(({ callId }) => callId)).toEqual(expected.map(({ id }) => id));
  expect(all.cases.map(({ number }) => number)).toEqual(expected.map((_, i) => i + 1));
  expect(all.heldBack).toBe(kept.length - shown.length);
  expect(all.heldBack).toBeGreaterThan(0);
  expect(all.leftOut).toBe(2);
  expect(all.missing).toBe(1);
  expect(JSON.stringify(all)).not.toContain('medical');
});

test('what is held back, left out and gone is counted in words', () => {
  const { counts } = contentOf(all, null);
  expect(counts).toContain(`${shown.length} cases. First: Sun, Nov 1`);
  expect(counts).toContain('2 calls looked at and left out.');
  expect(counts).toContain(`${all.heldBack} calls held back: their kinds are for analysts and commanders alone.`);
  expect(counts).toContain('1 call not in the store anymore.');
});

test('day and hour are counted as one counts them by hand; a call without hour or day stands in none and is told', () => {
  const grid = new Array<number>(168).fill(0);
  const timed = shown.filter(({ precision }) => precision === 'minute');
  for (const { received } of timed) {
    const moment = new Date(`${received}Z`);
    const cell = ((moment.getUTCDay() + 6) % 7) * 24 + moment.getUTCHours();
    grid[cell] = (grid[cell] ?? 0) + 1;
  }
  const { hours, table } = contentOf(all, null);
  expect(hours?.counts).toEqual(grid);
  expect(hours?.note).toContain('Not in it: 2 cases whose hour is not known.');
  const rowOf = (id: string) => table?.rows.find(({ call }) => call === id);
  expect(rowOf('T26-03')).toMatchObject({ received: 'Wed, Nov 4', time: 'not known' });
  expect(rowOf('T26-04')).toMatchObject({ received: 'Nov 2026', time: 'not known' });
  expect(rowOf('T26-07')).toMatchObject({
    received: 'Sun, Nov 8',
    time: '11:49 am',
    block: '900 blk Åse & O’hara Lane',
  });
  expect(rowOf('T26-06')?.block).toBe('not known');
});

test('a case names the group whose ground it lies in, by the boundary of the last day', () => {
  for (const { callId, groups } of all.cases) {
    const [lon = 0, lat = 0] = TOWN_CALLS.find(({ id }) => id === callId)?.place ?? [0, 0];
    const isIn = lon > -82.59 && lon < -82.57 && lat > 35.59 && lat < 35.61;
    expect(`${callId} ${groups.join()}`).toBe(`${callId} ${isIn ? 'Eastbank' : ''}`);
  }
  expect(all.groups).toMatchObject([{ name: 'Eastbank', geometry: { type: 'Polygon' } }]);
});

test('blocks with two or more are named with the numbers of their cases', async () => {
  const three = THEFTS.filter(({ block }) => block === '1600 BLK PELL STREET').slice(0, 3);
  const facts = await factsOf(await keep(aPattern([...three, ...THEFTS.filter(({ id }) => id === 'T26-01')])));
  const { counts, table } = contentOf(facts, null);
  const numbers = table?.rows.flatMap(({ no, block }) => (block === '1600 blk Pell Street' ? [no] : []));
  expect(numbers).toHaveLength(3);
  expect(counts).toMatch(/4 cases, all theft from vehicle\..* Two or more at 1600 blk Pell Street \(no\. [\d, –]+\)\./);
});

test('facts are read back from what they are kept as, and nothing is lost', () => {
  expect(BulletinFacts.parse(JSON.parse(JSON.stringify(all)))).toEqual(all);
});

test('what may leave the department holds no call, no place, no block and no word that a person wrote', () => {
  const open = openFacts({ ...all, release: 'public', label: 'open' });
  const words = JSON.stringify({ ...open, content: contentOf(open, null) });
  for (const { id, block, place } of TOWN_CALLS) {
    for (const secret of [id, block ?? id, String(place?.[0] ?? id)]) expect(words).not.toContain(secret);
  }
  for (const said of Object.values(SYNOPSIS)) expect(words).not.toContain(said);
  expect(words).not.toContain('Pell');
  expect(words).not.toMatch(/medical|encampment/i);
});

const openOf = (counts: Record<string, number>, hour = 20) => {
  const kinds = Object.entries(counts).flatMap(([category, n]) => new Array<string>(n).fill(category));
  const some = all.cases[0];
  if (some === undefined) throw new Error('no case');
  const cases = kinds.map((category, i) => ({
    ...{ ...some, number: i + 1, category },
    receivedLocal: `2026-11-02T${hour}:00:00`,
  }));
  return openFacts({ ...all, cases });
};

test('1 to 4 are withheld, and no sum beside them gives them away', () => {
  expect(openOf({ 'theft-from-vehicle': 7, vandalism: 4 })).toMatchObject({
    kinds: [{ label: 'Theft from vehicle', count: 7 }],
    otherKinds: null,
  });
  expect(openOf({ 'theft-from-vehicle': 3, vandalism: 4 })).toMatchObject({ kinds: [], otherKinds: 7 });
  expect(openOf({ vandalism: 5 })).toMatchObject({ kinds: [{ label: 'Vandalism', count: 5 }], otherKinds: 0 });
  const { parts } = contentOf(openOf({ 'theft-from-vehicle': 7, vandalism: 4 }), null);
  expect(parts[0]?.text).toBe('Theft from vehicle: 7 calls. Other kinds: 1 to 4 calls.');
});

test('a part of the week is named from five calls on, and kinds kept from the public are not counted at all', () => {
  expect(openOf({ vandalism: 4, encampment: 9 })).toMatchObject({ kinds: [], otherKinds: null, hours: [] });
  expect(openOf({ vandalism: 5 }).hours).toEqual(['Monday to Friday, 6 pm to midnight']);
});
