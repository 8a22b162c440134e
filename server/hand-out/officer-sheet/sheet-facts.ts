import { CATEGORIES } from '#data/codes/categories.ts';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { ReportCalls } from '#data/schema/records/report-view.ts';
import { RELEASE_LEVEL_OF, type ReleaseLevel } from '#data/schema/release-level.ts';
import { boundaryOn } from '#server/brief/boundary-on.ts';
import { callsBeside } from '#server/brief/concern-calls.ts';
import { countCalls } from '#server/brief/count-calls.ts';
import type { DaysAsked } from '#server/brief/counted-days.ts';
import { withUsual } from '#server/brief/with-usual.ts';
import { pageDays } from '#server/hand-out/desk/page-days.ts';
import { checkDays } from '#server/hand-out/gate/check-days.ts';
import { openGate } from '#server/hand-out/gate/open-gate.ts';
import { listBoundaries } from '#server/store/boundaries.ts';
import { concernGrounds } from '#server/store/concern-grounds.ts';
import { getGroup } from '#server/store/groups.ts';
import { officerRecords, type SheetRecords } from '#server/store/officer-sheet.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';

export type SheetCount = {
  readonly label: string;
  readonly calls: number;
  readonly usual: { readonly low: number; readonly high: number } | null;
};
export type SheetFacts = SheetRecords & {
  readonly groupName: string;
  readonly from: string;
  readonly to: string;
  readonly counts: readonly SheetCount[]; // those with calls, the most first
  readonly none: readonly string[]; // labels of kinds without a call
  readonly notPlaced: number;
  readonly isWithProtected: boolean;
  readonly callsTo: string;
  readonly isByMonth: boolean; // of some calls only the month is known: whole months are counted
  readonly geometry: AreaGeometry;
  readonly beside: readonly ReportCalls[]; // of concerns of public kinds
  readonly printedBy: string;
  readonly printedAt: string;
};

const KINDS_AT: Readonly<Record<ReleaseLevel, readonly ReleaseLevel[]>> = {
  public: ['public'],
  internal: ['public', 'internal'],
  restricted: ['public', 'internal', 'restricted'],
};
const kindsAt = (level: ReleaseLevel) => CATEGORIES.filter(({ leastLevel }) => KINDS_AT[level].includes(leastLevel));

export type Taking = { readonly action: 'print' | 'export'; readonly words: string };

/**
 * What an officer's notes say, over the days of the page that is handed out but counted at the reader's own level: no
 * small number is withheld, and kinds that the level does not have are not read at all. The taking is in the audit before anything is drawn.
 */
export async function sheetFacts(
  home: string,
  records: RecordStore,
  acting: Acting,
  groupId: string,
  { asked, taking }: { asked: DaysAsked; taking: Taking },
): Promise<SheetFacts> {
  const gate = await openGate(home);
  const { span, isMonthly } = gate;
  const known = await records.as(acting, async (tx) => {
    const group = await getGroup(tx, groupId);
    const { from, to } = await pageDays(tx, gate, groupId, asked);
    const days = { from, to };
    const boundary = boundaryOn(group, await listBoundaries(tx, groupId), to);
    checkDays(gate, gate.grounds.at(boundary.geometry), days);
    const read = await officerRecords(tx, acting, groupId, { ...days, to: acting.nowLocal.slice(0, 10) });
    const ids = read.concerns.map(({ concernId }) => concernId);
    await auditAct(tx, { ...taking, kind: 'officer-sheet', recordId: groupId });
    return {
      ...{ group, days, read, boundary },
      grounds: await concernGrounds(tx, ids, days.to),
    };
  });
  const { group, days, read, boundary, grounds } = known;
  const level = RELEASE_LEVEL_OF[acting.actor.role];
  const counted = await countCalls(span, boundary.geometry, days, kindsAt(level));
  const counts = counted.kinds.map((kind) => withUsual(kind, days));
  return {
    ...read,
    ...days,
    groupName: group.name,
    counts: counts.filter(({ calls }) => calls > 0).toSorted((a, b) => b.calls - a.calls),
    none: counts.filter(({ calls }) => calls === 0).map(({ label }) => label),
    notPlaced: counted.notPlaced,
    isWithProtected: level === 'restricted',
    callsTo: span.cutoffLocal,
    isByMonth: isMonthly,
    geometry: boundary.geometry,
    beside: await callsBeside(home, grounds, days.to),
    printedBy: acting.actor.name,
    printedAt: acting.nowLocal,
  };
}
