import { lastDayOfMonth, toDayNumber, toLocalDate } from '#analysis/shared/days.ts';
import type { ConcernCalls } from '#data/schema/records/hand-out.ts';
import type { Days } from '#server/brief/count-calls.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import type { Ground } from './grounds.ts';
import { callsIn, type GateCell, type Ledger } from './ledger.ts';
import type { Gate } from './open-gate.ts';

/** An open concern of a page, of a kind that everybody may know of. */
export type GateConcern = { readonly concernId: string; readonly category: string; readonly heardOn: string };
type Asked = { readonly ground: Ground; readonly days: Days; readonly concerns: readonly GateConcern[] };

const PERIOD_DAYS = 28;
const MOST_PERIODS = 13; // a year of four weeks
const MOST_MONTHS = 12;

/**
 * Calls of each concern's kind over the year up to the page's last day. Neighboring periods that cannot be told alone are
 * asked for together, and again, until their number may leave or no neighbor is left.
 */
export function askConcerns(gate: Gate, ledger: Ledger, { ground, days, concerns }: Asked): ConcernCalls[] {
  const spans = gate.isMonthly ? monthsUpTo(gate.span.firstDay, days.to) : weeksUpTo(gate.span.firstDay, days.to);
  if (spans.length === 0) return [];
  const asked = new Map<string, ConcernCalls['periods']>();
  return concerns.flatMap((concern) => {
    const { category } = concern;
    const kind = PUBLIC_KINDS.findIndex((each) => each.category === category);
    if (kind < 0) return [];
    const cells = spans.map((span): GateCell => ({ kind, ground, ...span }));
    const periods = asked.get(category) ?? tellPeriods(gate, ledger, cells);
    asked.set(category, periods);
    return [{ ...concern, label: PUBLIC_KINDS[kind]?.label ?? '', periods }];
  });
}

/** Four weeks and four weeks before them, the oldest first. */
function weeksUpTo(firstDay: string, to: string): Days[] {
  const last = toDayNumber(to);
  return Array.from({ length: MOST_PERIODS }, (_, n) => last - n * PERIOD_DAYS)
    .map((end) => ({ from: toLocalDate(end - PERIOD_DAYS + 1), to: toLocalDate(end) }))
    .filter(({ from }) => from >= firstDay)
    .reverse();
}

function monthsUpTo(firstDay: string, to: string): Days[] {
  const months: Days[] = [];
  for (
    let end = to === lastDayOfMonth(to) ? to : monthBefore(to);
    months.length < MOST_MONTHS;
    end = monthBefore(end)
  ) {
    const from = `${end.slice(0, 7)}-01`;
    if (from < firstDay) break;
    months.unshift({ from, to: end });
  }
  return months;
}

const monthBefore = (day: string): string => toLocalDate(toDayNumber(`${day.slice(0, 7)}-01`) - 1);

type Period = { readonly cell: GateCell; readonly calls: number | null };

function tellPeriods(gate: Gate, ledger: Ledger, cells: readonly GateCell[]): ConcernCalls['periods'] {
  const tell = (asked: readonly GateCell[]): Period[] => {
    const mayTell = ledger.ask(asked);
    return asked.map((cell, at) => ({ cell, calls: mayTell[at] ? callsIn(gate, cell).length : null }));
  };
  let periods = tell(cells);
  for (let pairs = pairsIn(periods); pairs.length > 0; pairs = pairsIn(periods)) {
    const together = tell(
      pairs.map(([first, last]) => ({ ...periodAt(periods, first).cell, to: periodAt(periods, last).cell.to })),
    );
    const joined = new Map(pairs.map(([first], at) => [first, periodAt(together, at)]));
    const within = new Set(
      pairs.flatMap(([first, last]) => Array.from({ length: last - first }, (_, n) => first + 1 + n)),
    );
    periods = periods.flatMap((period, at) => (within.has(at) ? [] : [joined.get(at) ?? period]));
  }
  return periods.map(({ cell: { from, to }, calls }) => ({ from, to, calls }));
}

/** Withheld periods two by two, the newest first, with nothing but zeros between them. */
function pairsIn(periods: readonly Period[]): (readonly [first: number, last: number])[] {
  const pairs: [number, number][] = [];
  let open: number | null = null;
  for (let at = periods.length - 1; at >= 0; at--) {
    const { calls } = periodAt(periods, at);
    if (calls !== null && calls > 0) open = null;
    if (calls !== null) continue;
    if (open === null) open = at;
    else {
      pairs.push([at, open]);
      open = null;
    }
  }
  return pairs;
}

function periodAt(periods: readonly Period[], at: number): Period {
  const period = periods[at];
  if (period === undefined) throw new RangeError(`there is no period ${at}`);
  return period;
}
