import { and, asc, eq, or, sql } from 'drizzle-orm';
import type { Concern } from '#data/schema/records/concern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { Tx } from './record-store.ts';
import { type AgedReferral, silentAfterDays, withAge } from './referrals.ts';
import { concern, referral } from './tables/concerns.ts';

export type ReferralScope = 'mine' | 'silent' | 'all';
export type ListedReferral = AgedReferral & {
  concern: Pick<Concern, 'concernId' | 'title' | 'status' | 'ownerId' | 'groupIds'>;
};

const MOST = 500;

/** Waiting ones first, oldest first. Mine: of the concerns that I own, or that I referred. */
export async function listReferrals(
  tx: Tx,
  { actor, nowLocal }: Acting,
  scope: ReferralScope,
): Promise<{ referrals: ListedReferral[]; silentAfterDays: number }> {
  const mine = or(eq(concern.ownerId, actor.personId), eq(referral.createdBy, actor.personId));
  const waiting = eq(referral.status, 'waiting');
  const silentDays = await silentAfterDays(tx);
  const rows = await tx
    .select()
    .from(referral)
    .innerJoin(concern, eq(concern.concernId, referral.concernId))
    .where(and(scope === 'mine' ? mine : undefined, scope === 'silent' ? waiting : undefined))
    .orderBy(sql`${referral.status} <> 'waiting'`, asc(referral.referredOn), asc(referral.referralId))
    .limit(MOST);
  const listed = rows
    .map((row) => ({ ...withAge(row.referral, nowLocal, silentDays), concern: briefOf(row.concern) }))
    .filter(({ isSilent }) => scope !== 'silent' || isSilent);
  return { referrals: listed, silentAfterDays: silentDays };
}

export async function referralsOf(tx: Tx, { nowLocal }: Acting, concernId: string): Promise<AgedReferral[]> {
  const silentDays = await silentAfterDays(tx);
  const rows = await tx.select().from(referral).where(eq(referral.concernId, concernId)).orderBy(referral.referredOn);
  return rows.map((row) => withAge(row, nowLocal, silentDays));
}

const briefOf = ({ concernId, title, status, ownerId, groupIds }: typeof concern.$inferSelect) => ({
  ...{ concernId, title, status, ownerId, groupIds },
});
