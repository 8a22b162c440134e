import { buildPlaceIndex, placePoints } from '#analysis/place/place.ts';
import { lastFullWeek } from '#analysis/shared/days.ts';
import { ageLimits } from '#analysis/shared/feed-age.ts';
import { SPIKE_DEFAULTS } from '#analysis/spike/options.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import type { WallCalls, WallSource } from '#data/schema/wall.ts';
import { middleOf } from '#server/store/concern-groups.ts';
import type { WallRows } from '#server/store/wall-records.ts';
import type { CallPicture, PictureSeries } from './call-picture.ts';
import type { JudgedCalls } from './keep-calls.ts';

type Concern = WallRows['concerns'][number];

/** The judged calls with what the records say of their areas, and the codes of their series (the list's, then the trends'). */
export function wallCalls(judged: JudgedCalls, { concerns, contacts }: WallRows, codes: readonly string[]): WallCalls {
  const { manifest, layer, picture, isBudgetSet } = judged;
  const { cutoffLocal, reportingLagDays } = manifest;
  const districtOf = new Map(contacts.groups.map(({ groupId, district }) => [groupId, district]));
  const open = concerns.filter(({ duplicateOf }) => duplicateOf === null);
  const raisedIn = countIn(picture, open);
  const whole = (one: PictureSeries, at: number) => ({ ...one, concerns: raisedIn(one), code: codes[at] ?? '' });
  return {
    ...{ manifest: manifest.manifest, layer, cutoffLocal, isBudgetSet },
    week: picture.week ?? lastFullWeek(cutoffLocal, reportingLagDays).from,
    incompleteDays: reportingLagDays,
    areas: picture.areas.map((area) => ({ ...area, district: districtOf.get(area.areaId) ?? null })),
    series: picture.series.map(whole),
    trends: picture.trends.map((one, at) => whole(one, picture.series.length + at)),
    budget: SPIKE_DEFAULTS.falseAlarmsAWeek,
    sources: manifest.sources.map(sourceOf),
  };
}

/** Open concerns of a kind by where they are, as the desk counts them; in the whole city, those without a place too. */
function countIn({ grounds }: CallPicture, concerns: readonly Concern[]) {
  const put = concerns.flatMap(({ category, place }) => (place === null ? [] : [{ category, at: middleOf(place) }]));
  const index = buildPlaceIndex(grounds.map(({ geometry }) => geometry));
  const lon = Float64Array.from(put, ({ at }) => at[0]);
  const lat = Float64Array.from(put, ({ at }) => at[1]);
  const { setOf, setOffsets, setAreas } = placePoints(index, lon, lat);
  return ({ areaId, category }: Pick<PictureSeries, 'areaId' | 'category'>): number => {
    if (areaId === null) return concerns.filter((each) => each.category === category).length;
    const area = grounds.findIndex((each) => each.areaId === areaId);
    const isHere = (point: number) => {
      const set = setOf[point] ?? 0;
      return setAreas.subarray(setOffsets[set], setOffsets[set + 1]).includes(area);
    };
    return put.filter((each, point) => each.category === category && isHere(point)).length;
  };
}

function sourceOf(age: Manifest['sources'][number]): WallSource {
  const { source, title, lastReceivedLocal, reportingLag } = age;
  return { source, title, lastReceivedLocal, incompleteDays: reportingLag?.days ?? 0, ...ageLimits(age) };
}
