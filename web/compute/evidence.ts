import { EVIDENCE_CAVEAT, EVIDENCE_CONVENTION, findEvidence } from '#analysis/evidence/evidence.ts';
import type { EvidenceConcern, EvidenceSeries } from '#analysis/evidence/series-days.ts';
import { toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import { wholeWeeks } from '#analysis/shared/whole-weeks.ts';
import { NO_WEEKDAY } from '#analysis/tally/columns.ts';
import { Filter } from '#data/schema/filter.ts';
import { areasOf } from '#web/tables/layer-places.ts';
import { withMissingYears } from './caveat.ts';
import type { Question, Questions } from './door.ts';
import { countKept, keptOnMap } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const YEAR = 364; // concerns are followed so far back

/** Calls beside concerns for every category in every area, up to the end of the dates or the last whole week. */
export function evidence(loaded: Loaded, question: Question<'evidence'>): Questions['evidence']['answer'] {
  const { filter, options } = question;
  const weeks = wholeWeeks(loaded);
  const lastDay = Math.min(toDayNumber(filter.to), weeks.last + 6);
  const firstDay = Math.max(weeks.first, lastDay - YEAR - Math.max(options.baselineDays ?? 0, 28));
  const window = { from: toLocalDate(Math.min(firstDay, lastDay)), to: toLocalDate(lastDay) };
  const { layer, origin, categories, areas } = filter;
  const asked = Filter.parse({ ...window, layer, origin, categories, areas });
  const isMonths = loaded.months.length > 0;
  const series = isMonths ? [] : gather(loaded, asked);
  const found = findEvidence(series, { firstDay, lastDay }, options);
  return {
    findings: found.findings,
    leftOut: isMonths ? [{ what: 'all series', reason: 'months-only' }] : found.leftOut,
    options: { ...found.options },
    window,
    records: countKept(loaded, asked),
    convention: EVIDENCE_CONVENTION,
    caveat: withMissingYears(loaded, EVIDENCE_CAVEAT),
    code: toCode(loaded, question),
  };
}

type Gathered = EvidenceSeries & { callDays: number[]; concerns: EvidenceConcern[] };

function gather(loaded: Loaded, asked: Filter): EvidenceSeries[] {
  const { calls, concerns } = loaded;
  const places = loaded.placesOf(asked.layer);
  const series = new Map<string, Gathered>();
  const seriesOf = (area: number, category: string): Gathered => {
    const name = `${area}\n${category}`;
    const one = series.get(name) ?? { areaId: places.areaIds[area] ?? '', category, callDays: [], concerns: [] };
    series.set(name, one);
    return one;
  };
  const isAsked = (area: number) => asked.areas.length === 0 || asked.areas.includes(places.areaIds[area] ?? '');
  const { day, hour, category } = calls.columns;
  for (const row of keptOnMap(loaded, asked)) {
    if (hour[row] === NO_WEEKDAY) continue; // only its month is known
    const kind = calls.categories[category[row] ?? 0] ?? '';
    for (const area of areasOf(places.calls, row)) if (isAsked(area)) seriesOf(area, kind).callDays.push(day[row] ?? 0);
  }
  for (const [at, { concernId, category: kind, raisedOn }] of concerns.entries()) {
    if (raisedOn < asked.from || raisedOn > asked.to) continue;
    if (asked.categories.length > 0 && !asked.categories.includes(kind)) continue;
    const concern: EvidenceConcern = { concernId, day: toDayNumber(raisedOn), causedCall: 'not-said' };
    for (const area of areasOf(places.concerns, at)) if (isAsked(area)) seriesOf(area, kind).concerns.push(concern);
  }
  return [...series.values()];
}
