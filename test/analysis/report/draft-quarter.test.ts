import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPart, itemOf, itemsOf, partOf, type ReportDraft } from '#analysis/report/draft.ts';
import { draftQuarter } from '#analysis/report/draft-quarter.ts';
import { findLacks } from '#analysis/report/lacks.ts';
import { quarterPeriod } from '#analysis/report/period.ts';
import { sentenceOf } from '#analysis/report/printed.ts';
import type { Report } from '#data/schema/records/report.ts';
import { smallCity } from '#test/fixture/reports/city.ts';

const Q3 = quarterPeriod('2026-Q3');
const Q4 = quarterPeriod('2026-Q4');

const sent = (draft: ReportDraft): Report => ({
  ...draft,
  status: 'sent',
  sentAt: '2026-10-12T09:00:00',
  sentBy: 'p-coordinator',
  hash: '0'.repeat(64),
  receivedAt: null,
  receivedBy: null,
  revision: 2,
  createdAt: '2026-10-01T09:00:00',
  createdBy: 'p-coordinator',
  updatedAt: '2026-10-12T09:00:00',
  updatedBy: 'p-coordinator',
});
const idsIn = (report: Pick<Report, 'parts'>, part: string) => itemsOf(report, part).map(({ itemId }) => itemId);

const q3 = sent(draftQuarter(Q3, smallCity, []));
const q4 = draftQuarter(Q4, smallCity, [q3]);

test('part a holds each concern open at any time in the quarter, and no merged duplicate', () => {
  expect(idsIn(q4, 'a')).toEqual(['C-0291', 'C-0305', 'C-0317', 'C-0330']);
  expect(sentenceOf(findPart(q4, 'a') ?? partOf({ part: '', title: '', clause: '', items: [] }))).toBe(
    '4 concerns were open in the quarter; 1 new, 1 closed, 3 open at its end.',
  );
});

test('a concern closed on the last day of the quarter before is not in this one', () => {
  const lastDay = { ...smallCity, concerns: smallCity.concerns.map((each) => ({ ...each, closedOn: '2026-09-30' })) };
  expect(idsIn(draftQuarter(Q4, lastDay, []), 'a')).toEqual([]);
  const firstDay = { ...smallCity, concerns: smallCity.concerns.map((each) => ({ ...each, closedOn: '2026-10-01' })) };
  expect(idsIn(draftQuarter(Q4, firstDay, []), 'a')).toContain('C-0317');
});

test('what was done stands in the sentence, and each number is its records', () => {
  const dumping = itemsOf(q4, 'a').find(({ itemId }) => itemId === 'C-0291');
  expect(dumping && sentenceOf(dumping)).toBe(
    'Heard Jul 8. 2 actions, the last on Nov 16: Cleared (again). The group was told Nov 10.',
  );
  expect(dumping?.figures).toEqual([{ key: 'actions', words: 'actions', value: 2, rows: ['U-0001', 'U-0004'] }]);
});

test('a potential problem cites the records that it rests on', () => {
  const rise = itemsOf(q4, 'b').find(({ itemId }) => itemId === 'P-014');
  expect(rise && sentenceOf(rise)).toContain('It rests on 2 records.');
  expect(rise?.figures[0]?.rows).toEqual(['C-0317', 'CB-3P8W-11']);
});

test('a closed concern has its reason drafted, an open one waits for a person', () => {
  const closed = itemsOf(q4, 'c').find(({ itemId }) => itemId === 'C-0305');
  expect(closed?.reasonForNone).toBe('It was closed Nov 20: resolved.');
  const lacking = findLacks(q4, { earlier: [q3], fresh: q4, unsentEarlier: null, today: '2027-01-04' });
  expect(lacking.filter(({ code }) => code === 'no-action').map(({ itemId }) => itemId)).toEqual([
    'C-0291',
    'C-0317',
    'C-0330',
    'P-014',
  ]);
  expect(lacking.every(({ code }) => code === 'no-action')).toBe(true);
});

test('a quarter that still runs cannot be sent', () => {
  const codes = (today: string) =>
    findLacks(q4, { earlier: [q3], fresh: q4, unsentEarlier: null, today }).map(({ code }) => code);
  expect(codes('2026-12-30')).toContain('not-ended');
  expect(codes('2026-12-31')).toContain('not-ended');
  expect(codes('2027-01-01')).not.toContain('not-ended');
});

test('an empty part asks for its sentence', () => {
  const nothing = { ...smallCity, concerns: [], entries: [] };
  const empty = draftQuarter(Q4, nothing, []);
  const named = (report: ReportDraft) =>
    findLacks(report, { earlier: [], fresh: report, unsentEarlier: null, today: '2027-01-04' }).map(
      ({ words }) => words,
    );
  expect(named(empty)).toHaveLength(4);
  expect(named(empty)[0]).toBe('Part a, Current community concerns, is empty: say “None this quarter.” or why.');
  const said = { ...empty, parts: empty.parts.map((part) => ({ ...part, none: 'None this quarter.' })) };
  expect(named(said)).toEqual([]);
});

test('a figure that is not the number of its records blocks', () => {
  const tampered = structuredClone(q4);
  const figure = tampered.parts[0]?.items[0]?.figures[0];
  if (figure) figure.value = 40;
  const lacking = findLacks(tampered, { earlier: [q3], fresh: q4, unsentEarlier: null, today: '2027-01-04' });
  expect(lacking.map(({ code, itemId }) => [code, itemId])).toEqual(
    expect.arrayContaining([
      ['untrue-figure', 'C-0291'],
      ['stale', 'C-0291'],
    ]),
  );
});

test('a record that changed since the draft blocks until the figures are brought up to date', () => {
  const fresh = draftQuarter(Q4, { ...smallCity, updates: smallCity.updates.slice(1) }, [q3]);
  const stale = findLacks(q4, { earlier: [q3], fresh, unsentEarlier: null, today: '2027-01-04' }).filter(
    ({ code }) => code === 'stale',
  );
  expect(new Set(stale.map(({ itemId }) => itemId))).toEqual(new Set(['C-0291']));
});

const ids = fc.uniqueArray(fc.stringMatching(/^[CP]-\d{1,4}$/), { maxLength: 25 });
const anyEarlier = fc.record({ a: ids, b: ids, d: ids }).map(({ a, b, d }) =>
  sent({
    ...draftQuarter(Q3, { ...smallCity, concerns: [], entries: [] }, []),
    parts: Object.entries({ a, b, d }).map(([part, list]) =>
      partOf({
        part,
        title: part,
        clause: '',
        items: list.map((itemId) => itemOf({ itemId, title: 'Any', drafted: '' })),
      }),
    ),
  }),
);

test('for any earlier report, part d is its parts a and b, each item exactly once', () => {
  fc.assert(
    fc.property(anyEarlier, (earlier) => {
      const drafted = draftQuarter(Q4, smallCity, [earlier]);
      const wanted = new Set([...idsIn(earlier, 'a'), ...idsIn(earlier, 'b')]);
      expect(idsIn(drafted, 'd').toSorted()).toEqual([...wanted].sort());
      expect(itemsOf(drafted, 'd').every(({ carriedFrom }) => carriedFrom === earlier.reportId)).toBe(true);
    }),
  );
});

test('whichever item of part d is taken out or doubled, sending is blocked and the item named', () => {
  fc.assert(
    fc.property(anyEarlier, fc.nat(), fc.boolean(), (earlier, pick, drops) => {
      const drafted = draftQuarter(Q4, smallCity, [earlier]);
      const items = itemsOf(drafted, 'd');
      fc.pre(items.length > 0);
      const victim = items[pick % items.length];
      const changed = drops
        ? items.filter((item) => item !== victim)
        : [...items, ...items.filter((i) => i === victim)];
      const parts = drafted.parts.map((part) => (part.part === 'd' ? { ...part, items: changed } : part));
      const lacking = findLacks(
        { ...drafted, parts },
        { earlier: [earlier], fresh: null, unsentEarlier: null, today: '2027-01-04' },
      );
      expect(lacking).toContainEqual(
        expect.objectContaining({ code: drops ? 'dropped' : 'doubled', itemId: victim?.itemId }),
      );
    }),
  );
});

test('an amendment of the earlier report adds to what is carried and takes nothing away', () => {
  const amendment = sent({
    ...draftQuarter(Q3, { ...smallCity, concerns: [] }, []),
    reportId: '2026-Q3/amendment-1',
    amends: '2026-Q3',
  });
  const drafted = draftQuarter(Q4, smallCity, [q3, amendment]);
  expect(idsIn(drafted, 'd')).toEqual([...new Set([...idsIn(q3, 'a'), ...idsIn(q3, 'b')])]);
});
