import type { WallBoard, WallSeries } from '#data/schema/wall.ts';

export type WallPageKind = 'city' | 'district' | 'alert' | 'trends' | 'concerns' | 'groups' | 'escalations';

/** One page of the wall's round. */
export type WallPage = {
  key: string; // the same for the same subject on every board
  kind: WallPageKind;
  title: string; // for readers who do not see it
  isAlert: boolean; // stays longer
  subject: string | null; // the district, the key of the series, or the number of the first trend
};

const MOST_ALERTS = 3;
export const TRENDS_A_PAGE = 4;
const TRENDS = 2 * TRENDS_A_PAGE;

/** All pages in the order in which they are always shown, so that people learn it. */
export function pagesOf({ calls, records }: WallBoard): WallPage[] {
  const page = (kind: WallPageKind, title: string, subject: string | null = null): WallPage => ({
    key: subject === null ? kind : `${kind}~${subject}`,
    kind,
    title,
    isAlert: kind === 'alert',
    subject,
  });
  const alerts = (calls?.series ?? []).filter(({ verdict }) => verdict === 'unusual').slice(0, MOST_ALERTS);
  const trends = shownTrends(calls?.trends ?? []);
  const firsts = trends.flatMap((_, index) => (index % TRENDS_A_PAGE === 0 ? [index] : []));
  return [
    page('city', 'City'),
    ...districtsOf(calls?.areas ?? []).map((district) => page('district', district, district)),
    ...alerts.map(({ key, area, label }) => page('alert', `${area}, ${label.toLowerCase()}`, key)),
    ...firsts.map((first) => page('trends', 'Kinds of call in the whole city', String(first))),
    page('concerns', 'Concerns and referrals overdue'),
    page('groups', `Groups not reached in the ${records.quarter}`),
    page('escalations', 'Escalations waiting'),
  ];
}

/**
 * The kinds that get a chart, in the order of the code book: all that left their usual range, and of the others the
 * largest over the weeks shown, so that a round of the wall does not take ten minutes.
 */
export function shownTrends(trends: readonly WallSeries[]): WallSeries[] {
  const size = ({ weeks }: WallSeries) => weeks.reduce((sum, { count }) => sum + (count ?? 2), 0);
  const isOut = ({ verdict }: WallSeries) => verdict === 'unusual' || verdict === 'watch';
  const others = trends.filter((trend) => !isOut(trend)).sort((a, b) => size(b) - size(a));
  const room = Math.max(0, TRENDS - trends.filter(isOut).length);
  const shown = new Set(others.slice(0, room));
  return trends.filter((trend) => isOut(trend) || shown.has(trend));
}

/** The districts of the areas, alphabetical; none where all areas lie in one, which would be the city again. */
function districtsOf(areas: readonly { district: string | null }[]): string[] {
  const named = new Set(areas.flatMap(({ district }) => (district === null ? [] : [district])));
  const isCity = named.size === 1 && areas.every(({ district }) => district !== null);
  return isCity ? [] : [...named].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
