import { RELEASE_DEFAULTS } from '#analysis/release/release.ts';
import { type Bbox, bboxOfAreas } from '#analysis/shared/bbox.ts';
import { toLocalDate } from '#analysis/shared/days.ts';
import { expectedBand } from '#analysis/spike/expected-band.ts';
import type { SpikeFinding, WeeklySeries } from '#analysis/spike/spike.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { WallArea, WallSeries, WallVerdict, WallWeek } from '#data/schema/wall.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { CallSeries } from './call-series.ts';
import { judgeWeeks, keyOf, type WatchP } from './judge-weeks.ts';
import { tellableCounts } from './tellable-counts.ts';

const WEEKS = 16;
const ONLY_UNUSUAL = 0; // trends stand outside the budget: all of it belongs to the areas
const LABELS = new Map<string, string>(PUBLIC_KINDS.map(({ category, label }) => [category, label]));

export type PictureSeries = Omit<WallSeries, 'concerns' | 'code'>;
export type PictureArea = Omit<WallArea, 'district'>;
/** What the calls say, and nothing that a corridor may not know. */
export type CallPicture = {
  readonly week: string | null; // Monday; null: there is no whole week
  readonly areas: readonly PictureArea[];
  readonly series: readonly PictureSeries[];
  readonly trends: readonly PictureSeries[];
  readonly grounds: readonly { readonly areaId: string; readonly geometry: AreaGeometry }[]; // of the listed areas
};

/** Judged over all kinds, as the desk does; of what was found only kinds that everybody may know of are told. */
export function callPicture(calls: CallSeries, watchP: WatchP): CallPicture {
  const { lastWeek, firstWeek, series, city, areas, isMonths } = calls;
  if (isMonths || lastWeek < firstWeek)
    return { week: null, areas: areasOf(areas, []), series: [], trends: [], grounds: [] };
  const weeks = Math.min(WEEKS, (lastWeek - firstWeek) / 7 + 1);
  const judged = judgeWeeks(series, weeks, watchP);
  const now = judged.at(-1)?.filter(isPublic) ?? [];
  const listed = now.filter(({ verdict }) => verdict === 'unusual' || verdict === 'watch');
  const judgedCity = judgeWeeks(city, weeks, ONLY_UNUSUAL);
  const seriesBy = new Map([...series, ...city].map((one) => [keyOf(one), one]));
  const trendsOf = PUBLIC_KINDS.flatMap(({ category }) => seriesBy.get(keyOf({ areaId: '', category })) ?? []);
  const nameOf = new Map(areas.map(({ properties }) => [properties.areaId, properties.name]));
  const mondays = Array.from({ length: weeks }, (_, at) => lastWeek - 7 * (weeks - 1 - at));
  const told = tellableCounts(calls, listed, mondays);
  const tell = (one: Pick<WeeklySeries, 'areaId' | 'category'>, from: SpikeFinding[][]): PictureSeries[] => {
    const whole = seriesBy.get(keyOf(one));
    if (whole === undefined) return [];
    const shown = weeksOf(whole, from, mondays, told(one.areaId, one.category));
    const last = shown.at(-1);
    if (last === undefined) return [];
    return [
      {
        ...{ key: keyOf(one), areaId: one.areaId || null, area: nameOf.get(one.areaId) ?? 'City' },
        ...{ category: one.category, label: LABELS.get(one.category) ?? one.category },
        ...{ observed: last.count, low: last.low, high: last.high, verdict: last.verdict },
        isNew: isMarked(last.verdict) && shown.at(-2)?.verdict !== last.verdict,
        weeks: shown,
      },
    ];
  };
  const isListed = ({ areaId }: { areaId: string }) => listed.some((one) => one.areaId === areaId);
  return {
    week: toLocalDate(lastWeek),
    areas: areasOf(areas, now),
    series: listed.filter((one) => isHonest(one, told)).flatMap((one) => tell(one, judged)),
    grounds: areas.flatMap(({ properties: { areaId }, geometry }) =>
      isListed({ areaId }) ? [{ areaId, geometry }] : [],
    ),
    trends: trendsOf.flatMap((one) => tell(one, judgedCity)),
  };
}

const FEWEST = RELEASE_DEFAULTS.leastShown;

/** A wall reads a count that is not told as "fewer than 5". Where that would be false the series stays off the list; its area keeps its mark. */
const isHonest = ({ areaId, category, observed }: SpikeFinding, told: ReturnType<typeof tellableCounts>): boolean =>
  observed < FEWEST || told(areaId, category).at(-1) !== null;

const isPublic = ({ category }: SpikeFinding): boolean => LABELS.has(category);
const isMarked = (verdict: WallVerdict): boolean => verdict === 'unusual' || verdict === 'watch';

function weeksOf(
  { areaId, category, counts }: WeeklySeries,
  judged: readonly SpikeFinding[][],
  mondays: readonly number[],
  told: readonly (number | null)[],
): WallWeek[] {
  const band = expectedBand(counts).slice(-mondays.length);
  return mondays.map((monday, at) => {
    const found = judged[at]?.find((one) => one.areaId === areaId && one.category === category);
    return {
      week: toLocalDate(monday),
      count: told[at] ?? null,
      low: found?.low ?? band[at]?.low ?? null,
      high: found?.high ?? band[at]?.high ?? null,
      verdict: found?.verdict ?? 'not-judged',
    };
  });
}

const NOWHERE: Bbox = [0, 0, 0, 0];
const RANK: readonly WallVerdict[] = ['unusual', 'watch', 'usual'];

/** The strongest of the kinds that everybody may know of: a protected one must not show through its area. */
function areasOf(areas: CallSeries['areas'], found: readonly SpikeFinding[]): PictureArea[] {
  return areas
    .map(({ properties: { areaId, name }, geometry }): PictureArea => {
      const own = found.filter((one) => one.areaId === areaId).map(({ verdict }) => verdict as WallVerdict);
      const verdict = RANK.find((each) => own.includes(each)) ?? 'not-judged';
      const [west, south, east, north] = bboxOfAreas([geometry]) ?? NOWHERE;
      return { areaId, name, verdict, bbox: [west, south, east, north] };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}
