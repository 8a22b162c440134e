import { expect, test } from 'vitest';
import { IntakeSheet } from '#data/schema/records/concern.ts';
import { NewConcern } from '#data/schema/records/concern-filing.ts';
import { clockSince, emptyDraft, toDraft, toFiling } from '#web/records/intake/draft.ts';
import { findStreets } from '#web/records/intake/find-streets.ts';
import { areasAt } from '#web/records/shared/areas-at.ts';
import { toCaseNumbers } from '#web/records/shared/case-numbers.ts';

const NOW = '2026-12-14T07:42:00';

test('words alone are a whole filing', () => {
  const filing = toFiling({ ...emptyDraft(), words: ' Noise ' }, NOW);
  expect(NewConcern.parse(filing)).toEqual(filing);
  expect([filing.words, filing.efforts, filing.place]).toEqual(['Noise', '', null]);
});

test('case numbers are read as they are typed, no more and no longer than the sheet takes', () => {
  expect(toCaseNumbers(' 26-0417; CFS 88120,, ')).toEqual(['26-0417', 'CFS 88120']);
  const many = toCaseNumbers(Array.from({ length: 30 }, () => '9'.repeat(60)).join(','));
  expect(IntakeSheet.shape.caseNumbers.safeParse(many).success).toBe(true);
});

test('who stays unnamed has no name in what is sent, whatever was typed before', () => {
  const draft = {
    ...emptyDraft(),
    words: 'x',
    contactName: 'Ann',
    contactReach: '555',
    contactWish: 'anonymous' as const,
  };
  expect(toFiling(draft, NOW)).toMatchObject({ contactName: '', contactReach: '' });
});

test('deeds and what was typed beside them are its efforts; a refused filing comes back with them', () => {
  const draft = { ...emptyDraft(), words: 'x', deeds: ['Talked with them', 'Gave tips'], moreDone: ' Left a card ' };
  const filing = toFiling(draft, NOW);
  expect(filing.efforts).toBe('Talked with them; Gave tips; Left a card');
  expect(toFiling(toDraft(filing), NOW)).toEqual(filing);
});

test('the city’s clock moves on while the phone is away, over midnight too, and never back', () => {
  expect(clockSince('2026-12-31T23:59:30', 1000, 61_000)).toBe('2027-01-01T00:00:30');
  expect(clockSince(NOW, 5000, 1000)).toBe(NOW); // a device whose clock was set back
});

test('a street is found by its letters, with a block before them; two letters at least', () => {
  const streets = ['Old Linnet Way', 'Linnet Avenue', 'Pell Street'].map((name) => ({ name, lines: [], blocks: [] }));
  const names = (typed: string) => findStreets(streets, typed).map(({ name }) => name);
  expect(names('1100 block, linnet')).toEqual(['Linnet Avenue', 'Old Linnet Way']);
  expect(names('12 pell')).toEqual(['Pell Street']);
  expect(names('l')).toEqual([]);
});

test('a point on a shared edge lies in both groups', () => {
  const group = (areaId: string, west: number) => ({
    type: 'Feature' as const,
    id: areaId,
    properties: {
      ...{ areaId, name: areaId, kind: 'group' as const, groupKind: null, residents: null, addresses: null },
      ...{ validFrom: null, center: null, radiusMeters: null },
    },
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [west, 0],
          [west + 1, 0],
          [west + 1, 1],
          [west, 1],
          [west, 0],
        ] as [number, number][],
      ],
    },
  });
  expect(areasAt([group('a', 0), group('b', 1)], [1, 0.5])).toEqual(['a', 'b']);
  expect(areasAt([group('a', 0)], [3, 3])).toEqual([]);
});
