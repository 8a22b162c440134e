import { drawConcerns } from '#data/demo/concerns.ts';
import { planConcerns } from './concern-plan.ts';
import type { DemoSource } from './life.ts';
import { DUE_TODAY, WRONG_QUARTER } from './report-words.ts';
import { CHANGES_OF_LEADER } from './representatives.ts';

/** What was planted in the records, so that screens and detectors can be held against it. */
export type LifeTruth = {
  duplicates: { kept: string; others: string[] }[];
  recurring: { areaId: string; category: string; concernIds: string[] }[];
  redact: { concernId: string; words: string }[]; // sentences that name somebody and may not leave
  spanish: string[];
  anonymous: string[];
  notFixable: string[];
  reopened: string[];
  byEmail: string[];
  changesOfLeader: { groupId: string; was: string; now: string; on: string }[];
  quarter: {
    aboutToPass: string[];
    planned: string[];
    passed: { groupId: string; quarter: string; noticeOn: string }[];
    inactive: string[];
    reactivated: string[];
  };
  reportDueToday: string;
  wrongReport: { reportId: string; leftOutOf: string; why: string };
};

export function lifeTruthOf({ city, plan }: DemoSource): LifeTruth {
  const drawn = drawConcerns(city, plan);
  const planted = planConcerns(city.seed, drawn);
  const keptIds = [...new Set(drawn.flatMap(({ sameAs }) => sameAs ?? []))];
  const stories = [...new Set(drawn.flatMap(({ story }) => story ?? []))].sort();
  return {
    duplicates: keptIds.map((kept) => ({
      kept,
      others: drawn.filter(({ sameAs }) => sameAs === kept).map(({ concernId }) => concernId),
    })),
    recurring: stories.map((story) => {
      const like = drawn.filter((one) => one.story === story);
      return {
        areaId: story.replace('recurring-', ''),
        category: like[0]?.category ?? '',
        concernIds: like.map(({ concernId }) => concernId),
      };
    }),
    redact: [...planted.redact].map(([concernId, words]) => ({ concernId, words })),
    spanish: [...planted.spanish.keys()],
    anonymous: [...planted.anonymous],
    notFixable: [...planted.notFixable],
    reopened: [...planted.reopened],
    byEmail: [...planted.byEmail],
    changesOfLeader: CHANGES_OF_LEADER,
    quarter: {
      aboutToPass: ['harrow-meadow', 'depot-square', 'larkfield-watch'],
      planned: ['southbank', 'orchard-loop'],
      passed: [{ groupId: 'westmoor-watch', quarter: '2026-Q3', noticeOn: '2026-09-28' }],
      inactive: ['linden-court'],
      reactivated: ['sexton-place'],
    },
    reportDueToday: DUE_TODAY,
    wrongReport: {
      reportId: WRONG_QUARTER.name,
      leftOutOf: WRONG_QUARTER.before,
      why: 'part d was sent without the first item of the quarter before; today it would be refused',
    },
  };
}
