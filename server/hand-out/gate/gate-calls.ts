import { BRIEFING_DEFAULTS, sumUpBriefing } from '#analysis/briefing/briefing.ts';
import { toDayNumber } from '#analysis/shared/days.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import type { BoundaryVersion } from '#data/schema/records/group.ts';
import type { HandOutCalls } from '#data/schema/records/hand-out.ts';
import { boundaryOn } from '#server/brief/boundary-on.ts';
import { countKinds, type Days } from '#server/brief/count-calls.ts';
import { PUBLIC_KINDS } from '#server/brief/open-calls.ts';
import { withUsual } from '#server/brief/with-usual.ts';
import { listBoundaries } from '#server/store/boundaries.ts';
import { getGroup } from '#server/store/groups.ts';
import type { Tx } from '#server/store/record-store.ts';
import { lastToldCalls, type ToldCell } from '#server/store/told-cells.ts';
import { checkDays } from './check-days.ts';
import { askConcerns, type GateConcern } from './concern-calls.ts';
import { findDots } from './dots.ts';
import type { Ground } from './grounds.ts';
import { type GateCell, openLedger } from './ledger.ts';
import { type Gate, openGate } from './open-gate.ts';

export type GateQuestion = { readonly groupId: string; readonly concerns?: readonly GateConcern[] } & Days;

/** What a page may say of calls, and the numbers that are to be kept as told when it is released. */
export type Gated = { readonly calls: HandOutCalls; readonly told: ToldCell[] };

const { leastShown } = BRIEFING_DEFAULTS;

/**
 * The calls of a group as a page may tell them: exact counts, of which those leave that say nothing of 1 to 4 calls, by
 * themselves or together with any number that left before. Nothing is kept: whoever releases the page calls this in the
 * same transaction, under the lock of the ledger, and then `keepTold`. Many groups at once share one opened gate.
 */
export async function gateCalls(homeOrGate: string | Gate, tx: Tx, asked: GateQuestion): Promise<Gated> {
  const gate = typeof homeOrGate === 'string' ? await openGate(homeOrGate) : homeOrGate;
  const days = { from: asked.from, to: asked.to };
  const versions = await listBoundaries(tx, asked.groupId);
  const boundary = boundaryOn(await getGroup(tx, asked.groupId), versions, days.to);
  const ground = gate.grounds.at(boundary.geometry);
  checkDays(gate, ground, days);
  const last = comparable(days, boundary, await lastToldCalls(tx, asked.groupId, days.from));
  const ledger = await openLedger(gate, tx);
  const cells = PUBLIC_KINDS.map((_, kind): GateCell => ({ kind, ground, ...days }));
  const mayTell = ledger.ask(cells);
  const counted = countOn(gate, ground, days).map((kind) => withUsual(kind, days));
  // A withheld line is the same whatever its number is: 1 stands for it.
  const shown = counted.map((kind, i) => (mayTell[i] ? kind : { ...kind, calls: 1 }));
  const before = new Map(last?.calls.lines.map(({ category, calls }) => [category, calls]));
  const lines = sumUpBriefing(shown).findings.lines.map((line) => ({
    ...line,
    before: before.get(line.category) ?? null,
  }));
  const concernCalls = askConcerns(gate, ledger, { ground, days, concerns: asked.concerns ?? [] });
  return {
    calls: {
      ...{ lines, leastShown, dots: findDots(gate, ledger, { ground, days, counted, lines, leastShown }) },
      beforeDays: last === null ? null : { from: last.from, to: last.to },
      ...cityWide(gate, days),
      ...(gate.isMonthly ? { byMonth: true as const } : {}),
      ...(concernCalls.length > 0 ? { concernCalls } : {}),
      notCounted: CATEGORIES.filter(({ leastLevel }) => leastLevel !== 'public').map(({ category }) => category),
      sources: [...gate.span.titles],
      cutoffLocal: gate.span.cutoffLocal,
      boundary: {
        ...{ versionId: boundary.versionId, validFrom: boundary.validFrom },
        isNewer: boundary.validFrom > days.from && versions.some(({ validFrom }) => validFrom < boundary.validFrom),
      },
    },
    told: ledger.told(),
  };
}

/** Counts of the days with the weeks before them, by kind. */
function countOn({ span, calls, isMonthly }: Gate, ground: Ground, days: Days) {
  const rows = PUBLIC_KINDS.flatMap((_, kind) => [...ground.callsOf(kind)]);
  const only = (values: Int32Array) => Int32Array.from(rows, (i) => values[i] ?? 0);
  const near = { kind: only(calls.kind), firstDay: only(calls.firstDay), lastDay: only(calls.lastDay) };
  const [from, to, firstDay] = [toDayNumber(days.from), toDayNumber(days.to), toDayNumber(span.firstDay)];
  return countKinds(near, { from, to, firstDay, isMonthly });
}

const MOST_APART = 1; // days that two pages may differ in length

/** The last page, where it tells of the same ground over as many days. */
function comparable(
  days: Days,
  { versionId }: BoundaryVersion,
  last: Awaited<ReturnType<typeof lastToldCalls>>,
): typeof last {
  if (last === null || last.calls.boundary.versionId !== versionId) return null;
  return Math.abs(lengthOf(last) - lengthOf(days)) <= MOST_APART ? last : null;
}

const lengthOf = ({ from, to }: Days): number => toDayNumber(to) - toDayNumber(from) + 1;

/** What is missing of the whole city's calls. Rounded up, so that days more or less do not tell of single calls. */
function cityWide({ calls }: Gate, days: Days): Pick<HandOutCalls, 'notPlaced' | 'monthOnly'> {
  const [from, to] = [toDayNumber(days.from), toDayNumber(days.to)];
  let [notPlaced, monthOnly] = [0, 0];
  for (let i = 0; i < calls.kind.length; i++) {
    const [first, last] = [calls.firstDay[i] ?? 0, calls.lastDay[i] ?? 0];
    if (first > to || last < from) continue;
    const isWithin = first >= from && last <= to;
    if (!isWithin) monthOnly += 1;
    else if (i >= calls.placed) notPlaced += 1;
  }
  return { notPlaced: roundedUp(notPlaced), monthOnly: roundedUp(monthOnly) };
}

const roundedUp = (count: number): number => Math.ceil(count / leastShown) * leastShown;
