import type { WallBoard } from '#data/schema/wall.ts';

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
  const trends = calls?.trends ?? [];
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

/** The districts of the areas, alphabetical; none where all areas lie in one, which would be the city again. */
function districtsOf(areas: readonly { district: string | null }[]): string[] {
  const named = new Set(areas.flatMap(({ district }) => (district === null ? [] : [district])));
  const isCity = named.size === 1 && areas.every(({ district }) => district !== null);
  return isCity ? [] : [...named].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}
