import { expect, test } from 'vitest';
import type { ReportCalls } from '#data/schema/records/report-view.ts';
import { weekBars } from '#server/documents/week-bars.ts';

const week = (day: string, count: number, low: number | null, high: number | null) => ({
  ...{ week: day, count, low, high },
  complete: true as const,
});
const calls = (changes: Partial<ReportCalls> = {}): ReportCalls => ({
  ...{ concernId: 'C-0291', label: 'Noise', groupName: 'Eastbank', heardOn: '2026-11-12', said: '' },
  weeks: [
    week('2026-11-02', 5, null, null),
    week('2026-11-09', 10, 8, 17),
    week('2026-11-16', 23, 8, 17),
    week('2026-11-23', 3, 8, 17),
    week('2026-11-30', 0, 0, 2),
  ],
  ...changes,
});
const drawn = (svg: string, pattern: RegExp) => [...svg.matchAll(pattern)].length;

test('a week outside its usual range is black, above and below; one that was not judged has no range and is grey', () => {
  const svg = weekBars(calls(), 'Calls a week');
  expect(drawn(svg, /fill="#111"/g)).toBe(2);
  expect(drawn(svg, /fill="#767676"/g)).toBe(3);
  expect(drawn(svg, /fill="#dcdcdc"/g)).toBe(4);
  expect(svg).toContain('role="img" aria-label="Calls a week"');
});

test('the tallest bar fills the height, and a week of no calls has none', () => {
  const heights = [...weekBars(calls(), '').matchAll(/height="([\d.]+)" fill="#(?:111|767676)"/g)].map(([, h]) => h);
  expect(heights).toEqual(['9.6', '19.1', '44', '5.7', '0']);
});

test('the dashed line stands at the week in which the concern was heard, and nowhere when it was heard before', () => {
  expect(weekBars(calls(), '')).toContain('M12 0V44');
  expect(weekBars(calls({ heardOn: '2026-08-01' }), '')).not.toContain('stroke-dasharray');
});

test('weeks without any call are drawn as an empty axis, never as NaN', () => {
  const svg = weekBars(calls({ weeks: [week('2026-11-09', 0, null, null)] }), '');
  expect(svg).not.toMatch(/NaN|Infinity/);
});
