import { toDayNumber } from '#analysis/shared/days.ts';
import { plainKind } from '#data/codes/plain-kinds.ts';
import type { ConcernCalls, HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import type { ConcernChart, HandOutContent } from './content.ts';
import { said } from './item-words.ts';
import { dayAlone, dayInFull, number, spanDays } from './words/dates.ts';
import type { PageWords } from './words/page-words.ts';
import { wordsOf } from './words/words-of.ts';

/** Each concern's own chart with the calls of its kind on the same axis. Nothing is counted here. */
export function chartsInWords({ calls, items }: HandOutFacts, language: HandOutLanguage): HandOutContent['charts'] {
  const words = wordsOf(language);
  const concerns = (calls.concernCalls ?? []).flatMap((each): ConcernChart[] => {
    const item = items.find(({ itemId }) => itemId === `concern/${each.concernId}`);
    if (item?.part !== 'concern' || each.periods.length === 0) return [];
    return [{ said: said(item.said, language), ...chartOf(each, language) }];
  });
  const rows = concerns.flatMap((chart) => chart.rows);
  return {
    heading: words.charts,
    lead: concerns.some(({ bars }) => bars.length > 0) ? Object.values(words.chartsLead).join(' ') : '',
    ...{ heads: words.chartHeads, table: words.chartTable },
    notTold: rows.some(([, told]) => told === words.notTold) ? words.whyNotTold : '',
    concerns,
  };
}

const FEWEST_DRAWN = 3; // bars; fewer are a number or two, which the table says better

function chartOf(concern: ConcernCalls, language: HandOutLanguage): Omit<ConcernChart, 'said'> {
  const words = wordsOf(language);
  const { concernId, category, periods } = concern;
  const kind = plainKind(category, language).name;
  const rows = periods.map(({ from, to, calls }): [string, string] => [
    words.span(...spanDays(from, to, language)),
    calls === null ? words.notTold : number(calls, language),
  ]);
  const isDrawn = mayBeDrawn(periods);
  const isAnyTold = periods.some(({ calls }) => calls !== null);
  const [first, last] = [periods[0]?.from ?? '', periods.at(-1)?.to ?? ''];
  return {
    ...{ reference: concernId, kind, label: words.chartLabel(kind) },
    bars: isDrawn ? barsOf(periods, language) : [],
    ends: [dayInFull(first, language), dayInFull(last, language)],
    told: toldIn(concern, { first, last, isDrawn }, language),
    rows: isDrawn || isAnyTold ? rows : [],
    few: isDrawn ? '' : words.tooFew,
    legend: isDrawn ? legendOf(periods, words.chartsLead) : '',
  };
}

const daysIn = ({ from, to }: { from: string; to: string }): number => toDayNumber(to) - toDayNumber(from) + 1;

/** Whether numbers are told of more than half of the days. */
function mayBeDrawn(periods: ConcernCalls['periods']): boolean {
  const told = periods.filter(({ calls }) => calls !== null);
  const days = (some: typeof periods) => some.reduce((sum, period) => sum + daysIn(period), 0);
  return periods.length >= FEWEST_DRAWN && days(told) * 2 > days(periods);
}

const WIDE = 1.5; // times the shortest: one month is hardly longer than another

/** Of how charts are read, what this one needs; its upright line has its day beside it. */
function legendOf(periods: ConcernCalls['periods'], { bars, wide, empty }: PageWords['chartsLead']): string {
  const shortest = Math.min(...periods.map(daysIn));
  const isWide = periods.some((period) => period.calls !== null && daysIn(period) > WIDE * shortest);
  const isEmpty = periods.some(({ calls }) => calls === null);
  return [bars, isWide ? wide : '', isEmpty ? empty : ''].filter((each) => each !== '').join(' ');
}

/** A bar is as high as its calls a day, so that a wide one can be held against a narrow one. */
function barsOf(periods: ConcernCalls['periods'], language: HandOutLanguage): ConcernChart['bars'] {
  const all = periods.reduce((sum, period) => sum + daysIn(period), 0);
  const most = Math.max(...periods.map((period) => (period.calls ?? 0) / daysIn(period)));
  let before = 0;
  return periods.map((period) => {
    const [calls, days] = [period.calls ?? 0, daysIn(period)];
    const at = before / all;
    before += days;
    const height = period.calls === null ? null : most === 0 ? 0 : calls / days / most;
    return { at, width: days / all, height, observed: calls, number: height === null ? '' : number(calls, language) };
  });
}

type Axis = { readonly first: string; readonly last: string; readonly isDrawn: boolean };

function toldIn({ heardOn }: ConcernCalls, { first, last, isDrawn }: Axis, language: HandOutLanguage) {
  const words = wordsOf(language);
  const day = dayInFull(heardOn, language);
  if (heardOn < first) return { at: null, words: words.toldBefore(day) };
  if (heardOn > last) return { at: null, words: words.toldAfter(day) };
  const at = (toDayNumber(heardOn) - toDayNumber(first)) / daysIn({ from: first, to: last });
  return isDrawn ? { at, words: words.youTold(dayAlone(heardOn, language)) } : { at: null, words: words.youTold(day) };
}
