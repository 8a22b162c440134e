import type { CategoryCode } from '#data/codes/categories.ts';
import { dateOf, dayOf } from './call-rhythm.ts';

/** Days on which the whole city called more, or less, than the season says. */
export type CityEvent = { name: string; from: string; to: string; factors: Partial<Record<CategoryCode, number>> };

const storm = (name: string, from: string, to: string, strength: number): CityEvent => ({
  name,
  from,
  to,
  factors: { 'traffic-hazard': 5 * strength, crash: 2.2 * strength, alarm: 2.6 * strength, parking: 0.5, noise: 0.4 },
});

const holiday = (name: string, day: string, factors: CityEvent['factors']): CityEvent => ({
  name,
  from: day,
  to: day,
  factors,
});

const atHome = { domestic: 1.35, disturbance: 1.1, shoplifting: 0.2, fraud: 0.2, crash: 0.6, parking: 0.4 } as const;

/** Storms, holidays, and the River Days festival, which is always the last weekend of September. */
export const CITY_EVENTS: readonly CityEvent[] = [
  storm('Tropical storm', '2024-08-08', '2024-08-09', 0.8),
  storm('Ice storm', '2025-01-10', '2025-01-11', 0.9),
  storm('Thunderstorm', '2025-07-17', '2025-07-17', 0.7),
  storm('June storm', '2026-06-02', '2026-06-03', 1),
  ...['2024-09-27', '2025-09-26', '2026-09-25'].map(
    (from): CityEvent => ({
      name: 'River Days',
      from,
      to: dateOf(dayOf(from) + 2),
      factors: { disturbance: 1.4, alcohol: 2.4, parking: 2.2, noise: 1.5, 'found-property': 2 },
    }),
  ),
  ...['2024-07-04', '2025-07-04', '2026-07-04'].map((day) =>
    holiday('Independence Day', day, { fireworks: 6, noise: 2.2, disturbance: 1.4, alcohol: 1.6 }),
  ),
  ...['2024-11-28', '2025-11-27', '2026-11-26'].map((day) => holiday('Thanksgiving', day, atHome)),
  ...['2024-12-25', '2025-12-25'].map((day) => holiday('Christmas Day', day, atHome)),
  ...['2024-10-31', '2025-10-31', '2026-10-31'].map((day) =>
    holiday('Halloween', day, { vandalism: 2, noise: 1.5, suspicious: 1.3 }),
  ),
  ...['2025-01-01', '2026-01-01'].map((day) =>
    holiday('New Year', day, { noise: 2.5, disturbance: 1.5, 'shots-fired': 3, fireworks: 25, alcohol: 1.8 }),
  ),
];

/** What the events of a day make of a category. */
export function eventFactors(): (day: number, category: CategoryCode) => number {
  const byDay = new Map<number, CityEvent[]>();
  for (const event of CITY_EVENTS) {
    for (let day = dayOf(event.from); day <= dayOf(event.to); day++) byDay.set(day, [...(byDay.get(day) ?? []), event]);
  }
  return (day, category) => {
    const events = byDay.get(day);
    return events ? events.reduce((factor, event) => factor * (event.factors[category] ?? 1), 1) : 1;
  };
}
