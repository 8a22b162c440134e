import { toDayNumber, toLocalDate, weekOf } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { findSpikes, SPIKE_CAVEAT, SPIKE_CONVENTION } from '#analysis/spike/spike.ts';
import { TableFailed } from '#web/tables/table-failed.ts';
import { withMissingYears } from './caveat.ts';
import { countConcerns } from './concern-counts.ts';
import type { Question, Questions, SeriesVerdict } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';
import { allOfOrigin, weeklySeries } from './weekly-series.ts';

/** Every category of every area of the layer, judged in one week against its own past. */
export function spike(loaded: Loaded, question: Question<'spike'>): Questions['spike']['answer'] {
  const { filter, options } = question;
  const weeks = wholeWeeks(loaded);
  const judged = judgedWeek(options.week, weeks);
  const asked = allOfOrigin(loaded, filter);
  const { week: _, ...levels } = options;
  const isMonths = loaded.months.length > 0;
  const series = isMonths ? [] : weeklySeries(loaded, asked, weeks.first, judged);
  const found = findSpikes(series, levels);
  const concernsOf = countConcernsByCategory(loaded, filter.layer);
  const week = toLocalDate(judged);
  const window = { from: week, to: toLocalDate(judged + 6) };
  const used = { ...found.options, week };
  return {
    findings: found.findings.map((finding): SeriesVerdict => ({ ...finding, week, concerns: concernsOf(finding) })),
    leftOut: isMonths ? [{ what: 'all series', reason: 'months-only' }] : found.leftOut,
    options: used,
    window,
    records: countKept(loaded, { ...asked, ...window }),
    convention: SPIKE_CONVENTION,
    caveat: withMissingYears(loaded, SPIKE_CAVEAT),
    code: toCode(loaded, question),
  };
}

function judgedWeek(asked: string | undefined, { last }: { last: number }): number {
  if (asked === undefined) return last;
  const monday = weekOf(toDayNumber(asked));
  if (monday <= last) return monday;
  throw new TableFailed(
    'refused',
    `The week of ${toLocalDate(monday)} has not wholly arrived. The last whole week begins ${toLocalDate(last)}.`,
  );
}

function countConcernsByCategory({ concerns, placesOf }: Loaded, layer: string) {
  const places = placesOf(layer);
  const counted = new Map<string, Uint32Array>();
  for (const { category } of concerns) {
    if (!counted.has(category)) counted.set(category, countConcerns(concerns, places, category));
  }
  const areaNumber = new Map(places.areaIds.map((areaId, number) => [areaId, number]));
  return ({ areaId, category }: { areaId: string; category: string }): number =>
    counted.get(category)?.[areaNumber.get(areaId) ?? -1] ?? 0;
}
