import { and, asc, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import { clocksOf, findMissedContacts } from '#analysis/duty/contact-duties.ts';
import { earlierOf, quarterOf } from '#analysis/duty/spans.ts';
import { addDays } from '#analysis/shared/days.ts';
import type { PolicyChoices } from '#data/policy/choices.ts';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { readContactRows, readScene } from './duties.ts';
import type { Tx } from './record-store.ts';
import { boundaryVersion, representative } from './tables/groups.ts';

/** Every group and where it stands in its quarter; `clock` looks at it by the other clock, and changes nothing. */
export async function readDutyBoard(
  tx: Tx,
  acting: Acting,
  clock: PolicyChoices['quarterClock'] | undefined,
): Promise<DutyBoard> {
  const kept = await readScene(tx, acting);
  const scene = { ...kept, choices: { ...kept.choices, quarterClock: clock ?? kept.choices.quarterClock } };
  const rows = await readContactRows(tx, scene.today);
  const ids = rows.groups.map(({ groupId }) => groupId);
  const clocks = clocksOf(scene, rows);
  const missed = new Map(findMissedContacts(scene, rows).map(({ groupId, span }) => [groupId, span]));
  const geometries = await readGeometries(tx, ids, scene.today);
  const speakers = await readSpeakers(tx, ids, scene.today);
  const quarter = quarterOf(scene.today);
  const shownFrom = earlierOf(quarter.from, addDays(scene.today, -92));
  const groups = rows.groups.map(({ groupId, name, liaisonId, status }): BoardGroup => {
    const ofGroup = <Row extends { groupId: string }>(all: readonly Row[]) =>
      all.filter((row) => row.groupId === groupId);
    const { lastMadeOn = null, reached: _, groupId: __, ...clockOfGroup } = clocks.get(groupId) ?? {};
    const contacts = ofGroup(rows.contacts);
    return {
      groupId,
      name,
      liaisonId,
      clock: 'span' in clockOfGroup ? clockOfGroup : null,
      inactive:
        status === 'inactive'
          ? (ofGroup(rows.designations).findLast((each) => each.status === 'inactive') ?? null)
          : null,
      marks: contacts.filter(({ at }) => at >= shownFrom && at.slice(0, 10) <= scene.today),
      plans: ofGroup(rows.planned),
      lastMadeOn: lastMadeOn ?? contacts.findLast(({ result }) => result === 'made')?.at.slice(0, 10) ?? null,
      missed: missed.get(groupId) ?? null,
      notice: ofGroup(rows.noContact.map((each) => ({ ...each, groupId: each.groupId ?? '' }))).at(-1) ?? null,
      representatives: speakers.filter((each) => each.groupId === groupId),
      geometry: geometries.get(groupId) ?? null,
    };
  });
  return {
    today: scene.today,
    quarter,
    choices: scene.choices,
    chosenClock: kept.choices.quarterClock,
    groups,
    people: [...kept.people],
  };
}

async function readGeometries(tx: Tx, ids: string[], today: string) {
  if (ids.length === 0) return new Map<string, BoardGroup['geometry']>();
  const rows = await tx
    .select({ groupId: boundaryVersion.groupId, geometry: boundaryVersion.geometry })
    .from(boundaryVersion)
    .where(
      and(
        inArray(boundaryVersion.groupId, ids),
        lte(boundaryVersion.validFrom, today),
        or(isNull(boundaryVersion.validTo), gt(boundaryVersion.validTo, today)),
      ),
    );
  return new Map<string, BoardGroup['geometry']>(rows.map(({ groupId, geometry }) => [groupId, geometry]));
}

async function readSpeakers(tx: Tx, ids: string[], today: string) {
  if (ids.length === 0) return [];
  return tx
    .select({
      groupId: representative.groupId,
      representativeId: representative.representativeId,
      name: representative.name,
      position: representative.position,
    })
    .from(representative)
    .where(
      and(
        inArray(representative.groupId, ids),
        lte(representative.validFrom, today),
        or(isNull(representative.validTo), gt(representative.validTo, today)),
      ),
    )
    .orderBy(asc(representative.name));
}
