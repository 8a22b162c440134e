import { expect, test } from 'vitest';
import { type Draft, draftOf, isSame, merge, withCall, withPart } from '#web/patterns/draft.ts';
import { boundsOfPins, pinsOf } from '#web/patterns/pins.ts';
import { linesOf } from '#web/patterns/use-calls.ts';
import { boxesOf } from '#web/patterns/when.tsx';
import { aPattern, ROWS } from './a-pattern.ts';

const BASE = draftOf(aPattern());
const out = (draft: Draft, callId: string, reason: string) => withCall(draft, { callId, kept: false, reason });

test('what only one of two wrote stands, whoever it was', () => {
  const mine = out({ ...BASE, name: 'Mine' }, 'F-1', 'Told twice');
  const theirs = out({ ...BASE, type: 'hot-place', from: '2026-12-01' }, 'F-2', 'Too far away');
  const { draft, clashes } = merge(BASE, mine, theirs);
  expect(clashes).toEqual([]);
  expect(draft).toMatchObject({ name: 'Mine', type: 'hot-place', from: '2026-12-01' });
  expect(draft.calls.filter(({ kept }) => !kept).map(({ callId }) => callId)).toEqual(['F-1', 'F-2']);
});

test('where both wrote, mine stays until a person chooses theirs; the same words are no clash', () => {
  const how = (said: string): Draft => ({ ...BASE, synopsis: { ...BASE.synopsis, how: said } });
  expect(merge(BASE, how('Same'), how('Same')).clashes).toEqual([]);
  const { draft, clashes } = merge(BASE, out(how('Mine'), 'F-1', 'Mine'), out(how('Theirs'), 'F-1', 'Theirs'));
  expect(clashes).toEqual([{ part: 'how' }, { part: { callId: 'F-1' } }]);
  expect(draft.synopsis.how).toBe('Mine');
  expect(withPart(draft, { callId: 'F-1' }, out(BASE, 'F-1', 'Theirs')).calls[0]?.reason).toBe('Theirs');
});

test('a draft put back as it was is no change, in whatever order its groups stand', () => {
  const two = { ...BASE, groupIds: ['eastbank', 'millrace'] };
  expect(isSame(two, { ...BASE, groupIds: ['millrace', 'eastbank'] })).toBe(true);
  expect(isSame(BASE, two)).toBe(false);
});

test('kept calls are numbered by time as the bulletin numbers them, those left out have letters', () => {
  const lines = linesOf(out(BASE, 'F-2', 'Told twice').calls, ROWS.toReversed());
  expect(lines.map(({ callId, mark }) => `${callId} ${mark}`)).toEqual(['F-1 1', 'F-2 a', 'F-3 2', 'F-4 3', 'F-9 4']);
});

test('calls at one point share a pin, none is moved, and what has no place has none', () => {
  const pins = pinsOf(linesOf(BASE.calls, ROWS));
  expect(pins.map(({ text, lon }) => [text, lon])).toEqual([
    ['1, 2', -80.21],
    ['3', -80.2],
  ]);
  const [west = 0, south = 0, east = 0, north = 0] = boundsOfPins(pins) ?? [];
  for (const { lon, lat } of pins) expect(lon > west && lon < east && lat > south && lat < north).toBe(true);
  expect(boundsOfPins([])).toBeNull();
});

test('a window over Sunday midnight is boxed where its hours lie', () => {
  expect(boxesOf({ days: [2, 3], fromHour: 13, hours: 4 })).toEqual([{ days: [2, 3], hours: [13, 16] }]);
  expect(boxesOf({ days: [6, 0], fromHour: 22, hours: 4 })).toEqual([
    { days: [0, 0], hours: [22, 23] },
    { days: [6, 6], hours: [22, 23] },
    { days: [0, 1], hours: [0, 1] },
  ]);
});
