import { join } from 'node:path';
import { calibrateBudget } from '#analysis/spike/budget.ts';
import { findPower } from '#analysis/spike/power.ts';
import { type NamedInput, readPlainInput } from '#server/commands/analyze/plain-input.ts';
import { countWeekly, type WeeklySeries, wholeWeeks } from '#server/commands/analyze/weekly-input.ts';

/** A real city's files, and how their columns are named. */
export type RealFiles = { city: string; series: string; named: NamedInput };

/** The files of two cities, below a folder of public data. */
export const realFiles = (folder: string): RealFiles[] => [
  {
    city: 'Chicago, aggravated assaults 2010-2019',
    series: '277 police beats',
    named: {
      calls: join(folder, 'chicago/aggravated_assaults_2010_2019.csv.gz'),
      areas: join(folder, 'chicago/policeBeats.geojson.gz'),
      areaId: 'District',
      lon: 'longitude',
      lat: 'latitude',
      time: 'date',
    },
  },
  {
    city: 'Chicago, the same by kind of place',
    series: '25 police districts x kinds of place',
    named: {
      calls: join(folder, 'chicago/aggravated_assaults_2010_2019.csv.gz'),
      areas: join(folder, 'chicago/policeDistricts.geojson.gz'),
      areaId: 'District',
      lon: 'longitude',
      lat: 'latitude',
      time: 'date',
      type: 'loc_cat',
    },
  },
  {
    city: 'Asheville, calls 2017-2021',
    series: '16 beats x 14 natures of call',
    named: {
      calls: join(folder, 'asheville/apd_911_filtered_2017_2021_located.csv.gz'),
      areas: join(folder, 'asheville/law_beats.geojson'),
      areaId: 'beat',
      lon: 'lon',
      lat: 'lat',
      time: 'call_time',
      type: 'call_nature',
      timeZone: 'America/New_York',
    },
  },
];

/** The weekly series of the files, with any call in them. */
export async function readSeries({ named }: RealFiles): Promise<WeeklySeries[]> {
  const input = await readPlainInput(named);
  const weeks = wholeWeeks(input, undefined, 0);
  if (weeks === null) throw new Error(`${named.calls} holds no whole week`);
  return countWeekly(input, weeks).filter(({ counts }) => counts.some((count) => count > 0));
}

/**
 * What a budget of so many alarms a week brought in weeks that took no part in their own threshold. `apart` is null
 * where fewer series a week than the budget allows ever leave their usual range.
 */
export function tryBudget(series: readonly WeeklySeries[], falseAlarmsAWeek: number, heldOutWeeks: number) {
  const found = calibrateBudget(series, { falseAlarmsAWeek, heldOutWeeks }).findings[0];
  const realized = found?.realized;
  if (!found || !realized) throw new Error('too few weeks to hold any out');
  const apart = found.mostAWeek < falseAlarmsAWeek ? null : realized.alarmsAWeek / falseAlarmsAWeek - 1;
  return { ...realized, apart, watchP: found.watchP, nominalP: found.nominalP, mostAWeek: found.mostAWeek };
}

/** The rise noticed four times in five, at the middle series and at the ends. */
export function noticeable(series: readonly WeeklySeries[], watchP: number) {
  const { findings, leftOut } = findPower(series, { watchP });
  const sizes = findings.map(({ size }) => size).sort((a, b) => a - b);
  const at = (share: number) => sizes[Math.floor(share * (sizes.length - 1))] ?? 0;
  return { tenth: at(0.1), middle: at(0.5), ninth: at(0.9), judged: sizes.length, leftOut: leftOut.length };
}
