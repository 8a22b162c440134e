import { CITY_EVENTS } from '#data/demo/call-events.ts';
import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import type { PlantedTruth } from '#data/demo/truth.ts';
import { CITY, type Demo, type DemoSeries } from './demo-series.ts';

/** A detector: the series that it rings for in a week, judged from that week and the ones before it. */
export type Detector = { name: string; rings: (series: DemoSeries[], week: number) => DemoSeries[] };

export type Planted = Pick<PlantedTruth, 'id' | 'areaId' | 'category' | 'from' | 'to' | 'alarm'>;

export type Score = {
  hits: string[];
  misses: string[];
  wronglyRung: string[]; // planted things that are no alarms
  explained: number; // alarms of a storm, a holiday, a festival or a burglary string
  falseAlarms: number;
  weeks: number;
};

/** Every detector over the same weeks, against what was planted. */
export function scoreOf({ rings }: Detector, demo: Demo, planted: readonly Planted[], firstWeek: number): Score {
  const rung = new Set<string>();
  let [explained, falseAlarms] = [0, 0];
  for (let week = firstWeek; week < demo.weeks; week++) {
    const monday = demo.mondayOf(week);
    for (const one of rings(demo.series, week)) {
      const why = planted.filter((thing) => covers(thing, one, monday));
      for (const { id } of why) rung.add(id);
      if (why.length > 0) continue;
      if (isExplained(one, monday, demo)) explained++;
      else falseAlarms++;
    }
  }
  const named = (keep: (thing: Planted) => boolean) => planted.filter(keep).map(({ id }) => id);
  return {
    hits: named(({ id, alarm }) => alarm && rung.has(id)),
    misses: named(({ id, alarm }) => alarm && !rung.has(id)),
    wronglyRung: named(({ id, alarm }) => !alarm && rung.has(id)),
    explained,
    falseAlarms,
    weeks: demo.weeks - firstWeek,
  };
}

// The rename stands to the end of the file; ten weeks on, its level fills the recent weeks that every rule but one looks at.
const RENAME_WEEKS = 10;

/** What was planted, as series and weeks: a thing of the whole city touches every series of its category. */
export function plantedThings({ truth }: Demo): Planted[] {
  const lastWeek = truth.lastWeek.map(({ areaId, category, from, to }) => ({
    id: `last week: ${areaId} ${category}`,
    areaId,
    category,
    from,
    to,
    alarm: true,
  }));
  return [
    ...lastWeek,
    ...truth.planted.map(({ id, areaId, category, from, to, alarm }) => {
      const until = id === 'recording-change' ? dateOf(dayOf(from) + 7 * RENAME_WEEKS) : to;
      return { id, areaId, category, from, to: until, alarm };
    }),
  ];
}

function covers({ areaId, category, from, to }: Planted, one: DemoSeries, monday: string): boolean {
  if (category !== one.category || (areaId !== null && areaId !== one.areaId)) return false;
  return monday <= to && dateOf(dayOf(monday) + 6) >= from;
}

function isExplained({ areaId, category }: DemoSeries, monday: string, { truth }: Demo): boolean {
  const sunday = dateOf(dayOf(monday) + 6);
  const ofEvent = CITY_EVENTS.some(
    ({ from, to, factors }) => from <= sunday && to >= monday && (factors[category as keyof typeof factors] ?? 1) > 1,
  );
  return (
    ofEvent ||
    truth.nearRepeat.some(
      ({ calls, areaId: where }) =>
        category.startsWith('burglary') &&
        (areaId === where || areaId === CITY) &&
        calls.some(({ date }) => date >= monday && date <= sunday),
    )
  );
}
