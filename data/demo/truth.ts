import { CITY_EVENTS } from './call-events.ts';
import type { CallPlan, DemoSize } from './call-plan.ts';
import { planCalls, SCALE } from './call-plan.ts';
import { dateOf } from './call-rhythm.ts';
import { DEMO_CUTOFF, DEMO_NOW, type DemoCity } from './city.ts';
import { type LifeTruth, lifeTruthOf } from './life/life-truth.ts';
import {
  BURGLARY_RUNS,
  CHANGES,
  HOT_ADDRESS,
  HOUR_SHIFTS,
  LAST_WEEK,
  LAST_WEEK_SPIKES,
  RECORDING_CHANGE,
  TINY_COUNTS,
  USUAL_LEVELS,
} from './planted.ts';

/** One planted thing, and whether a good detector should raise an alarm. */
export type PlantedTruth = {
  id: string;
  what: string;
  areaId: string | null; // null: the whole city
  category: string;
  from: string; // local dates, inclusive
  to: string;
  size: string;
  alarm: boolean;
  why: string;
};

export type Truth = {
  seed: number;
  size: DemoSize;
  nowLocal: string;
  cutoffLocal: string;
  /** Usual weekly means of the series of the story, public calls, before season. */
  usualLevels: { areaId: string; category: string; perWeek: number }[];
  lastWeek: { areaId: string; category: string; from: string; to: string; observed: number; verdict: string }[];
  planted: PlantedTruth[];
  nearRepeat: { id: string; real: boolean; areaId: string; calls: { date: string; lon: number; lat: number }[] }[];
  hotAddress: { areaId: string; category: string; perWeek: number; label: string; lon: number; lat: number };
  concerns: { areaId: string; what: string }[];
  life: LifeTruth;
};

/** Everything that was planted in the calls, concerns and records of a city, so that detectors can be scored. */
export function truthOf(city: DemoCity, size: DemoSize = 'small', plan: CallPlan = planCalls(city)): Truth {
  const scale = SCALE[size];
  const placeOf = (place: number): { lon: number; lat: number } => ({
    lon: Number(plan.places.all[place]?.lon),
    lat: Number(plan.places.all[place]?.lat),
  });
  return {
    seed: city.seed,
    size,
    nowLocal: DEMO_NOW,
    cutoffLocal: DEMO_CUTOFF,
    usualLevels: USUAL_LEVELS.map((level) => ({ ...level, perWeek: level.perWeek * scale })),
    lastWeek: LAST_WEEK_SPIKES.map(({ areaId, category, observed, verdict }) => ({
      areaId,
      category,
      ...LAST_WEEK,
      observed: Math.round(observed * scale),
      verdict,
    })),
    planted: [...changes(), ...events(), ...others()],
    nearRepeat: plan.runs.map(({ id, real, calls }) => ({
      id,
      real,
      areaId: BURGLARY_RUNS.find((run) => run.id === id)?.areaId ?? '',
      calls: calls.map(({ day, place }) => ({ date: dateOf(day), ...placeOf(place) })),
    })),
    hotAddress: {
      areaId: HOT_ADDRESS.areaId,
      category: HOT_ADDRESS.category,
      perWeek: HOT_ADDRESS.perWeek * scale,
      label: plan.places.all[plan.hotAddress]?.label ?? '',
      ...placeOf(plan.hotAddress),
    },
    concerns: [
      { areaId: 'college-green', what: 'many concerns and few calls' },
      { areaId: 'foundry-street', what: 'many calls and no concern' },
      { areaId: 'pell-street-merchants', what: 'no concern about disturbance, though calls rose' },
      { areaId: 'harrow-meadow', what: 'no concern about noise, though calls rose' },
    ],
    life: lifeTruthOf({ city, plan }),
  };
}

function changes(): PlantedTruth[] {
  return CHANGES.map(({ factor, grows, ...change }) => ({
    ...change,
    size: `${grows ? 'growing to ' : ''}${factor} times the usual`,
  }));
}

function events(): PlantedTruth[] {
  const storm = CITY_EVENTS.find(({ name }) => name === 'June storm');
  return [
    ...(storm
      ? [
          {
            id: 'storm',
            what: 'A storm: traffic hazards, crashes and alarms in the whole city',
            areaId: null,
            category: 'traffic-hazard',
            from: storm.from,
            to: storm.to,
            size: `${storm.factors['traffic-hazard']} times the usual for two days`,
            alarm: true,
            why: 'real, and explained in a word',
          },
        ]
      : []),
    {
      id: 'season',
      what: 'Fireworks calls before the Fourth of July',
      areaId: null,
      category: 'fireworks',
      from: '2026-06-26',
      to: '2026-07-07',
      size: '15 times the usual, as every year',
      alarm: false,
      why: 'the same weeks of earlier years were as busy',
    },
  ];
}

function others(): PlantedTruth[] {
  return [
    {
      id: 'recording-change',
      what: `${RECORDING_CHANGE.type} became ${RECORDING_CHANGE.becomes}: parking falls, other nuisance rises`,
      areaId: null,
      category: 'nuisance',
      from: RECORDING_CHANGE.from,
      to: LAST_WEEK.to,
      size: 'about twice the nuisance calls of before',
      alarm: false,
      why: 'a rename of a call type is not a change of what happens',
    },
    {
      id: 'tiny-counts',
      what: 'One robbery, then three in a week',
      areaId: TINY_COUNTS.areaId,
      category: TINY_COUNTS.category,
      from: '2026-10-26',
      to: '2026-11-01',
      size: '3 after 1',
      alarm: false,
      why: 'too few to say anything',
    },
    ...HOUR_SHIFTS.map(({ id, areaId, category, from, day }) => ({
      id,
      what: `Calls moved to other hours (${day})`,
      areaId,
      category,
      from,
      to: LAST_WEEK.to,
      size: 'as many calls, at other hours',
      alarm: false,
      why: 'the weekly count does not change; the hour grid does',
    })),
  ];
}
