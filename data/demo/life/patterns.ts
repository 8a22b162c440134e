import type { CallPlan } from '#data/demo/call-plan.ts';
import { dateOf } from '#data/demo/call-rhythm.ts';
import { distance } from '#data/demo/plane.ts';
import type { Pattern, PatternCall } from '#data/schema/records/pattern.ts';
import { type FeedCall, placedCalls } from './feed-calls.ts';
import { keptAt, reference } from './kept.ts';
import { ANALYST } from './people.ts';
import { BURGLARIES } from './sweeps.ts';

/** Types of call that the patterns are made of. */
export const PATTERN_TYPES = ['BURGLARY RESIDENCE', 'BURGLARY BUSINESS', 'TRESPASSING'] as const;

const RUN = 'string-upper-linden';
const NEAR_METERS = 500;
const FOUNDRY = 'foundry-street';

/** One pattern that has ended and one that goes on, of calls that stand in the feed under these ids. */
export function makePatterns(plan: CallPlan, lines: readonly string[]): Pattern[] {
  const calls = placedCalls(lines, plan);
  return [burglaries(plan, calls), foundry(plan, calls)];
}

/** The string of daytime burglaries that was planted in September, and those nearby that do not belong to it. */
function burglaries(plan: CallPlan, all: readonly FeedCall[]): Pattern {
  const planted = plan.runs.find(({ id }) => id === RUN)?.calls ?? [];
  const isPlanted = ({ at, place, type }: FeedCall) =>
    planted.some((call) => call.type === type && call.place === place && dateOf(call.day) === at.slice(0, 10));
  const center = plan.places.all[planted[0]?.place ?? 0];
  const looked = within(all, '2026-09-13', '2026-09-27').filter(({ type, place }) => {
    const point = plan.places.all[place]?.point;
    return (
      type.startsWith('BURGLARY') &&
      point !== undefined &&
      center !== undefined &&
      distance(point, center.point) < NEAR_METERS
    );
  });
  return {
    patternId: BURGLARIES,
    name: 'Daytime burglaries by Spruce Boulevard',
    type: 'series',
    status: 'closed',
    closedWhy:
      'A neighbor on Brook Boulevard described a van on September 29, and an arrest followed on October 2. No burglary of a home within 500 meters in the two weeks after.',
    groupIds: ['upper-linden', 'linden-flats'],
    ...{ from: '2026-09-15', to: '2026-09-26', source: 'string', code: null },
    calls: looked.map((call) => (isPlanted(call) ? kept(call) : leftOut(call, whyNoBurglary(call)))),
    synopsis: {
      what: 'Five homes broken into while nobody was in; jewelry and cash taken.',
      where: 'Within a few doors of Spruce Boulevard, Wheeler Place and Brook Boulevard.',
      when: 'By day, from 8 in the morning to 6: Tuesdays, a Friday and two Saturdays.',
      how: 'A back door pried, with nobody home on either side.',
      advice:
        'Be there late in the morning on Tuesdays, Fridays and Saturdays, and ask who is home by day to call at once.',
    },
    ...{ label: 'official', release: 'internal' },
    ...keptAt('2026-09-21T09:18:00', ANALYST, 4),
    updatedAt: '2026-10-19T09:05:00',
  };
}

function whyNoBurglary({ at }: FeedCall): string {
  if (isDark(at)) return 'After midnight, and somebody was home; the others came by day to empty homes.';
  if (at < '2026-09-15') return 'A front window; the others pried a back door.';
  return 'An open garage: nothing was forced.';
}

/** People within the fence of the old works, by day: many calls there, and not one concern. */
function foundry(plan: CallPlan, all: readonly FeedCall[]): Pattern {
  const isThere = ({ place }: FeedCall) =>
    plan.places.strata[plan.places.all[place]?.stratum ?? -1]?.groups.includes(FOUNDRY) ?? false;
  const looked = within(all, '2026-11-12', '2026-12-02').filter(
    (call) => call.type === 'TRESPASSING' && call.isFromPublic && isThere(call),
  );
  return {
    patternId: reference('P', 2),
    name: 'Trespassing around the old foundry',
    type: 'hot-spot',
    ...{ status: 'open', closedWhy: '', groupIds: [FOUNDRY] },
    ...{ from: '2026-11-12', to: '2026-12-02', source: 'lasso', code: null },
    calls: looked.map((call) => {
      const why = whyNotFoundry(call);
      return why === null ? kept(call) : leftOut(call, why);
    }),
    synopsis: {
      what: 'People within the fence of the old works, seen from the street.',
      where: 'Foundry Street, Sorrel Place, Snowden Street and Sterling Place.',
      when: 'By day, any day of the week, most often in the morning.',
      how: 'Through the gap by the loading dock, as two callers said.',
      advice: 'Pass at nine and again at two, and ask the owner to close the gap.',
    },
    ...{ label: 'sensitive', release: 'internal' },
    ...keptAt('2026-12-03T14:12:00', ANALYST, 2),
    updatedAt: '2026-12-09T10:40:00',
  };
}

function whyNotFoundry({ at, address }: FeedCall): string | null {
  if (isDark(at)) return 'After dark; the others come by day.';
  return address.includes('LINNET AVENUE') ? 'On Linnet Avenue, outside the fence of the works.' : null;
}

const within = (all: readonly FeedCall[], from: string, to: string): FeedCall[] =>
  all.filter(({ at }) => at.slice(0, 10) >= from && at.slice(0, 10) <= to);

const isDark = (at: string): boolean => at.slice(11, 13) < '07' || at.slice(11, 13) >= '18';

const kept = ({ callId }: FeedCall): PatternCall => ({ callId, kept: true, reason: '' });
const leftOut = ({ callId }: FeedCall, reason: string): PatternCall => ({ callId, kept: false, reason });
