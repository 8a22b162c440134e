import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { keptAt, reference } from './kept.ts';
import { ANALYST, spoken } from './people.ts';

/** The pattern that the burglaries of September became. */
export const BURGLARIES = 'P-0001';

type Judged = Pick<SweepVerdict, 'week' | 'category' | 'title' | 'choice' | 'reason'> & {
  at: string; // of the Monday after
  key: string;
  groupId: string;
  usual: readonly [low: number, high: number];
  calls: number;
  watchFrom?: number;
  patternId?: string;
  sentTo?: readonly string[];
};

/** What stood out in the small city in the half year before, counted; this week's sweep is still to be made. */
const JUDGED: readonly Judged[] = [
  {
    ...{ week: '2026-06-08', at: '2026-06-15T08:35:00', key: 'canal-basin~nuisance', groupId: 'canal-basin' },
    ...{ category: 'nuisance', title: 'Other nuisance, Canal Basin', usual: [0, 2], calls: 5, choice: 'dismiss' },
    reason: 'School is out: four of the five are about children at midday, on three streets.',
  },
  {
    ...{ week: '2026-06-15', at: '2026-06-22T08:20:00', key: 'eastbank~theft', groupId: 'eastbank' },
    ...{ category: 'theft', title: 'Theft, Eastbank', usual: [0, 5], calls: 9, choice: 'dismiss' },
    reason: 'Nine thefts on nine streets, at all hours: a busy week without a thread.',
  },
  {
    ...{ week: '2026-07-13', at: '2026-07-20T08:45:00', key: 'northgate~crash', groupId: 'northgate' },
    ...{ category: 'crash', title: 'Crash, Northgate', usual: [0, 3], calls: 6, choice: 'dismiss' },
    reason: 'Six places, none twice, nobody hurt. Told Traffic.',
  },
  {
    ...{ week: '2026-09-14', at: '2026-09-21T09:20:00', key: 'upper-linden~burglary', groupId: 'upper-linden' },
    ...{ category: 'burglary', title: 'Burglary, Upper Linden', usual: [0, 1], calls: 4, choice: 'pattern' },
    ...{ reason: 'Homes by day, a few doors apart.', patternId: BURGLARIES, sentTo: ['p-hollis'] },
  },
  {
    ...{ week: '2026-09-14', at: '2026-09-21T09:26:00', key: 'linden-flats~burglary', groupId: 'linden-flats' },
    ...{ category: 'burglary', title: 'Burglary, Linden Flats', usual: [0, 2], calls: 6, choice: 'dismiss' },
    reason: `Four of the six are those of Upper Linden (${BURGLARIES}); the two on Bristol Street lie elsewhere.`,
  },
  {
    ...{ week: '2026-09-14', at: '2026-09-21T09:31:00', key: 'millrace~anti-social', groupId: 'millrace' },
    ...{ category: 'anti-social', title: 'Anti-social behavior, Millrace', usual: [0, 2], calls: 4 },
    ...{ choice: 'watch', reason: 'Panhandling on four streets, by day. Sorrel asks the shops.', watchFrom: 4 },
    sentTo: ['p-sorrel'],
  },
  {
    ...{ week: '2026-09-21', at: '2026-09-28T08:30:00', key: 'millrace~anti-social', groupId: 'millrace' },
    ...{ category: 'anti-social', title: 'Anti-social behavior, Millrace', usual: [0, 2], calls: 0 },
    ...{ choice: 'dismiss', reason: 'None since. The shops had not seen the same person twice.' },
  },
  {
    ...{ week: '2026-11-30', at: '2026-12-07T08:40:00', key: 'eastbank~mental-health', groupId: 'eastbank' },
    ...{ category: 'mental-health', title: 'Mental health, Eastbank', usual: [0, 2], calls: 5, choice: 'watch' },
    ...{ reason: 'Five addresses, none twice. Asked the crisis team whether it was busy everywhere.', watchFrom: 4 },
  },
  {
    ...{ week: '2026-11-30', at: '2026-12-07T08:44:00', key: 'pell-street-merchants~crash' },
    ...{ groupId: 'pell-street-merchants', category: 'crash', title: 'Crash, Pell Street Merchants' },
    ...{ usual: [0, 2], calls: 4, choice: 'dismiss' },
    reason: 'Four corners at four hours, nobody hurt. Told Traffic.',
  },
  {
    ...{ week: '2026-11-30', at: '2026-12-07T08:51:00', key: 'harrow-meadow~other', groupId: 'harrow-meadow' },
    ...{ category: 'other', title: 'Other, Harrow Meadow', usual: [0, 3], calls: 5, choice: 'watch', watchFrom: 4 },
    reason: 'Hang-ups to 911, one of them from the school. If it shows again, Communications looks at the lines.',
    sentTo: ['p-amaro'],
  },
];

/** The verdicts of the Monday sweeps, oldest first. */
export function makeVerdicts(): SweepVerdict[] {
  return JUDGED.map(({ at, key, groupId, usual: [low, high], calls, sentTo = [], ...judged }, i) => ({
    ...{ watchFrom: null, patternId: null, ...judged },
    ...{ verdictId: reference('V', i + 1), kind: 'spike', candidateKey: key, groupIds: [groupId], code: null },
    sentence: `Usual range ${low} to ${high}; last week ${calls}: ${calls > high ? 'watch' : 'usual'}.`,
    sentTo: sentTo.map((personId) => ({ personId, name: spoken(personId), at })),
    ...keptAt(at, ANALYST),
  }));
}
