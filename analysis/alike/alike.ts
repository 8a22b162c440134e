import { likeness } from './trigrams.ts';

type Place = readonly [lon: number, lat: number];

/** What is compared of a concern. `place` is a point of it: its middle, where it is a line or a ground. */
export type Told = {
  words: string;
  category: string | null;
  place: Place | null;
  placeWords: string;
  day: number; // days since 1970
};

export type Alike<Known> = { known: Known; score: number; reasons: string[] };

export const ALIKE_OPTIONS = {
  reachMeters: 400, // farther than this, place says nothing
  reachDays: 90,
  least: 0.56, // the score from which two are shown as likely the same
  atMost: 5,
} as const;

const WEIGHT = { place: 0.45, words: 0.35, kind: 0.1, time: 0.1 } as const;

/**
 * The known concerns that are likely the same as the one being told, best first, each with its
 * reasons in words. A person decides: nothing is ever merged by this.
 */
export function findAlike<Known extends Told>(
  told: Told,
  known: readonly Known[],
  options: Partial<typeof ALIKE_OPTIONS> = {},
): Alike<Known>[] {
  const { reachMeters, reachDays, least, atMost } = { ...ALIKE_OPTIONS, ...options };
  return known
    .map((one) => compare(told, one, reachMeters, reachDays))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score || b.known.day - a.known.day)
    .slice(0, atMost);
}

function compare<Known extends Told>(told: Told, known: Known, reachMeters: number, reachDays: number): Alike<Known> {
  const meters = told.place && known.place ? metersApart(told.place, known.place) : null;
  const days = Math.abs(told.day - known.day);
  const sameWords = likeness(told.words, known.words);
  const sameStreet = likeness(told.placeWords, known.placeWords);
  const isSomewhere = meters !== null || (told.placeWords !== '' && known.placeWords !== '');
  const near = meters === null ? sameStreet : Math.max(0, 1 - meters / reachMeters);
  const sameKind = told.category !== null && told.category === known.category;
  const recent = Math.max(0, 1 - days / reachDays);
  if (meters !== null && meters > reachMeters) return { known, score: 0, reasons: [] };
  // Few retell a thing in the same words: half the trigrams in common is as alike as it gets.
  const score =
    (WEIGHT.place * near +
      WEIGHT.words * Math.min(1, sameWords * 2) +
      WEIGHT.kind * Number(sameKind) +
      WEIGHT.time * recent) /
    (isSomewhere ? 1 : 1 - WEIGHT.place); // where nobody said a place, the rest decides
  return { known, score: days > reachDays ? 0 : score, reasons: reasonsOf() };

  function reasonsOf(): string[] {
    const reasons = [daysInWords(told.day - known.day)];
    if (meters !== null) reasons.push(metersInWords(meters));
    else if (sameStreet > 0.5) reasons.push('same place by its words');
    if (sameWords >= 0.3) reasons.push('similar words');
    if (sameKind) reasons.push('same kind');
    return reasons;
  }
}

/** "6 days ago", "the same day". */
function daysInWords(days: number): string {
  if (days === 0 || days === 1) return days === 0 ? 'the same day' : '1 day ago';
  if (days > 1) return `${days} days ago`;
  return days === -1 ? '1 day later' : `${-days} days later`;
}

const metersInWords = (meters: number): string => {
  if (meters < 15) return 'at the same place';
  return `${Math.round(meters / 10) * 10} m away`;
};

const METERS_PER_DEGREE = 111_195;

/** Straight-line meters; good to a meter at the distances of a neighborhood. */
export function metersApart([lon, lat]: Place, [otherLon, otherLat]: Place): number {
  const narrow = Math.cos((((lat + otherLat) / 2) * Math.PI) / 180);
  return Math.hypot((otherLon - lon) * narrow, otherLat - lat) * METERS_PER_DEGREE;
}
