import type { DrawnConcern } from '#data/demo/concerns.ts';
import { LAST_WEEK_SPIKES } from '#data/demo/planted.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';
import { TERN_PARK_ID } from './tern-park.ts';

type Accepted = {
  groupId: string;
  title: string;
  happenedOn: string;
  status?: string;
  dueOn?: string;
  source?: string;
  reason: string;
  action?: string;
  series: string;
  baseline?: string;
  period: string;
  concernIds?: string[];
  analysisRequest?: string;
};

/** Potential problems that a person accepted: what was planted in the calls, and what the groups said. */
export function makeProblems(drawn: readonly DrawnConcern[]): RegisterEntry[] {
  const ids = (story: string) => drawn.filter((one) => one.story === story).map(({ concernId }) => concernId);
  const cordery = ids('recurring-cordery');
  const hill = ids('recurring-juniper-rise');
  return entriesOf('potential-problem', [
    accepted({
      groupId: 'the-strand',
      title: 'Shouting and fights when the bars close',
      happenedOn: '2025-06-16',
      status: 'settled',
      source: 'judgment-of-a-member',
      reason: 'Four like concerns in ten weeks.',
      action: 'Door staff walk people to the corner; foot patrol at closing.',
      series: 'the-strand, disturbance',
      period: 'April to June 2025',
      concernIds: ids('recurring-the-strand'),
    }),
    accepted({
      groupId: 'southbank',
      title: 'Break-ins by day in Southbank',
      happenedOn: '2025-11-12',
      status: 'settled',
      source: 'pattern',
      reason: 'Four near each other in a week.',
      action: 'Day patrol on the back alleys; home security visits.',
      series: 'southbank, burglary',
      period: 'November 4 to 10, 2025',
    }),
    accepted({
      groupId: 'foundry-street',
      title: 'Trespassing at the foundry yard',
      happenedOn: '2026-04-14',
      status: 'settled',
      source: 'spike',
      reason: 'Twice the usual for two weeks; the traders had told nobody.',
      action: 'Gate repaired; night patrol for a month.',
      series: 'foundry-street, trespass',
      period: 'March 30 to April 12, 2026',
    }),
    accepted({
      groupId: 'quarry-hill',
      title: 'Racing on the quarry road',
      happenedOn: '2026-04-24',
      status: 'settled',
      source: 'judgment-of-a-member',
      reason: 'Four like concerns since February.',
      action: 'Speed trailer; patrol at the top of the hill.',
      series: 'quarry-hill, reckless driving',
      period: 'February to April 2026',
      concernIds: ids('recurring-quarry-hill'),
    }),
    accepted({
      groupId: 'linden-flats',
      title: 'Thefts rise slowly in Linden Flats',
      happenedOn: '2026-08-17',
      source: 'early-warning',
      reason: 'One percent more each week since February; no single week stands out.',
      action: 'Bike marking; talk with the two stores.',
      series: 'linden-flats, theft',
      period: 'February to August 2026',
      dueOn: '2027-01-15',
    }),
    accepted({
      groupId: 'millrace',
      title: 'Drug calls next door to the Canal Basin project',
      happenedOn: '2026-08-31',
      status: 'acting',
      source: 'pattern',
      reason: 'They rose since the project began in May: half of what left came here.',
      action: 'Foot patrol along the mill path from January.',
      series: 'millrace, drugs',
      period: 'May to August 2026',
      dueOn: '2027-01-29',
      analysisRequest: 'AR-0002',
    }),
    accepted({
      groupId: 'upper-linden',
      title: 'Shed break-ins in Upper Linden',
      happenedOn: '2026-09-28',
      status: 'settled',
      source: 'pattern',
      reason: 'Five within eleven days.',
      action: 'Alley lit, tools marked.',
      series: 'upper-linden, burglary',
      period: 'September 15 to 26, 2026',
      analysisRequest: 'AR-0003',
    }),
    accepted({
      groupId: 'cordery',
      title: 'Dumping at the end of Tanager Road',
      happenedOn: '2026-11-23',
      status: 'acting',
      source: 'judgment-of-a-member',
      reason: 'Four like concerns in ninety days.',
      action: 'Camera lent; boulders asked for.',
      series: 'cordery, dumping',
      period: 'September to November 2026',
      concernIds: cordery,
    }),
    accepted({
      groupId: 'eastbank',
      title: 'Car windows at Tern Park',
      happenedOn: '2026-12-14',
      status: 'acting',
      source: 'spike',
      reason: spikeWords('eastbank'),
      action: 'Patrols go on to January 31.',
      series: 'eastbank, theft from vehicle',
      period: 'week of December 7, 2026',
      concernIds: [TERN_PARK_ID],
      analysisRequest: 'AR-0001',
      dueOn: '2026-12-21',
    }),
    accepted({
      groupId: 'pell-street-merchants',
      title: 'Disturbance on Pell Street that no merchant told us of',
      happenedOn: '2026-12-14',
      source: 'spike',
      reason: spikeWords('pell-street-merchants'),
      series: 'pell-street-merchants, disturbance',
      period: 'week of December 7, 2026',
      dueOn: '2026-12-21',
    }),
    accepted({
      groupId: 'juniper-rise',
      title: 'The bend on the hill road',
      happenedOn: '2026-12-11',
      source: 'early-warning',
      reason: 'Four concerns since October and more calls each month.',
      series: 'juniper-rise, traffic hazard',
      period: 'October to December 2026',
      concernIds: hill,
      dueOn: '2027-01-08',
    }),
  ]);
}

function accepted({
  source = 'judgment-of-a-member',
  reason,
  action = '',
  series,
  period,
  baseline,
  analysisRequest,
  ...entry
}: Accepted) {
  const concernIds = entry.concernIds ?? [];
  return {
    status: 'open',
    dueOn: null,
    ...entry,
    concernIds,
    ownerId: LIAISON_OF[entry.groupId] ?? null,
    fields: {
      source,
      reason,
      action,
      rule:
        source === 'spike' ? 'Unusual against its own year of weeks' : 'Read by a person, with the counts beside it',
      baseline: baseline ?? 'The 52 weeks before',
      period,
      rows: [`${series}, ${period}`, ...concernIds],
      analysisRequest: analysisRequest ?? null,
    },
  };
}

function spikeWords(areaId: string): string {
  const spike = LAST_WEEK_SPIKES.find((one) => one.areaId === areaId);
  return `${spike?.observed ?? 0} calls from the public last week.`;
}
