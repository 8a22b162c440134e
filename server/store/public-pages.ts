import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { AreaGeometry } from '#data/schema/area.ts';
import type { HandOutFacts } from '#data/schema/records/hand-out.ts';
import { RecordMissing } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { boundaryVersion } from './tables/groups.ts';
import { handOut } from './tables/hand-outs.ts';

/** What a passer-by may know of a released page: all that it says, and nothing of who made it. */
export type PublicPage = {
  readonly handOutId: string;
  readonly groupId: string;
  readonly code: string;
  readonly hash: string;
  readonly releasedAt: string;
  readonly facts: HandOutFacts;
};
export type PastPage = { readonly handOutId: string; readonly from: string; readonly to: string };
export type AreaWithPages = PastPage & { readonly groupId: string; readonly groupName: string };
export type MeetingState = 'as-told' | 'changed' | 'cancelled';

const MOST_PAST = 60;
const MOST_AREAS = 2000;
const PAGE = {
  ...{ handOutId: handOut.handOutId, groupId: handOut.groupId, code: handOut.code, hash: handOut.hash },
  ...{ releasedAt: handOut.releasedAt, facts: handOut.facts },
};
const PAST = { handOutId: handOut.handOutId, from: handOut.from, to: handOut.to };
const stands = isNull(handOut.withdrawnAt);
const NEWEST = [desc(handOut.to), desc(handOut.releasedAt), desc(handOut.handOutId)];

/** Every group with a page, with its newest, in the order of the alphabet. */
export async function listAreas(tx: Tx): Promise<AreaWithPages[]> {
  const areas = await tx
    .selectDistinctOn([handOut.groupId], {
      ...{ ...PAST, groupId: handOut.groupId },
      groupName: sql<string>`${handOut.facts} ->> 'groupName'`,
    })
    .from(handOut)
    .where(stands)
    .orderBy(handOut.groupId, ...NEWEST)
    .limit(MOST_AREAS);
  return areas.sort((a, b) => a.groupName.localeCompare(b.groupName, 'en'));
}

export async function newestPage(tx: Tx, groupId: string): Promise<PublicPage | null> {
  const [found] = await tx
    .select(PAGE)
    .from(handOut)
    .where(and(eq(handOut.groupId, groupId), stands))
    .orderBy(...NEWEST)
    .limit(1);
  return found ?? null;
}

export async function findPage(tx: Tx, groupId: string, handOutId: string): Promise<PublicPage | null> {
  const [found] = await tx
    .select(PAGE)
    .from(handOut)
    .where(and(eq(handOut.groupId, groupId), eq(handOut.handOutId, handOutId), stands));
  return found ?? null;
}

/** A page that stands, by its name alone. */
export async function readPage(tx: Tx, handOutId: string): Promise<PublicPage> {
  const [found] = await tx
    .select(PAGE)
    .from(handOut)
    .where(and(eq(handOut.handOutId, handOutId), stands));
  if (found === undefined) throw new RecordMissing(`The page ${handOutId}`);
  return found;
}

/** The pages of a group that still stand, the newest first; at most 60. */
export const pastPages = (tx: Tx, groupId: string): Promise<PastPage[]> =>
  tx
    .select(PAST)
    .from(handOut)
    .where(and(eq(handOut.groupId, groupId), stands))
    .orderBy(...NEWEST)
    .limit(MOST_PAST);

export const isWithdrawn = async (tx: Tx, handOutId: string): Promise<boolean> =>
  (await answer<boolean>(tx, sql`is_withdrawn(${handOutId})`)) === true;

/** The name of an active group; null where there is none. */
export const publicGroupName = (tx: Tx, groupId: string): Promise<string | null> =>
  answer<string>(tx, sql`public_group_name(${groupId})`);

/** Whether a meeting still is as a page told it. One that is kept no more is as a cancelled one. */
export const toldMeeting = async (tx: Tx, handOutId: string, meetingId: string): Promise<MeetingState> =>
  (await answer<MeetingState>(tx, sql`told_meeting(${handOutId}, ${meetingId})`)) ?? 'cancelled';

async function answer<Value extends string | boolean>(tx: Tx, asked: ReturnType<typeof sql>): Promise<Value | null> {
  const { rows } = await tx.execute<{ value: Value | null }>(sql`select ${asked} as value`);
  return rows[0]?.value ?? null;
}

/** The ground that a released page prints. */
export async function printedGround(tx: Tx, { calls }: HandOutFacts): Promise<AreaGeometry> {
  const [found] = await tx
    .select({ geometry: boundaryVersion.geometry })
    .from(boundaryVersion)
    .where(eq(boundaryVersion.versionId, calls.boundary.versionId));
  if (found === undefined) throw new RecordMissing(`The boundary ${calls.boundary.versionId}`);
  return found.geometry;
}
