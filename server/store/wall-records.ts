import { and, eq, gte, lte, ne, or, sql } from 'drizzle-orm';
import { quarterOf } from '#analysis/duty/spans.ts';
import type { Concern, Referral } from '#data/schema/records/concern.ts';
import type { Notice } from '#data/schema/records/notice.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { readContactRows, readScene } from './duties.ts';
import type { Tx } from './record-store.ts';
import { readSettings } from './settings.ts';
import { concern, referral } from './tables/concerns.ts';
import { notice } from './tables/notices.ts';

/** What a wall is made from: no resident's words, nobody's name but the staff's own, which stay on the server. */
export type WallRows = {
  readonly scene: Awaited<ReturnType<typeof readScene>>;
  readonly contacts: Awaited<ReturnType<typeof readContactRows>>;
  readonly concerns: readonly Pick<
    Concern,
    'concernId' | 'category' | 'status' | 'ownerId' | 'heardAt' | 'lastToldOn' | 'groupIds' | 'place' | 'duplicateOf'
  >[]; // open ones
  readonly referrals: readonly Pick<
    Referral,
    'referralId' | 'concernId' | 'to' | 'isInside' | 'status' | 'referredOn' | 'expectedBy'
  >[]; // that wait for an answer
  readonly escalations: readonly Pick<Notice, 'onceKey' | 'groupId' | 'concernIds' | 'sentAt' | 'acknowledgments'>[];
  readonly kinds: ReadonlyMap<string, Concern['category']>; // of the concerns that escalations name, closed ones too
  readonly grounds: ReadonlyMap<string, readonly string[]>; // their groups
  readonly units: readonly string[]; // whom a concern can be conveyed to, by the settings
};

/** Everything a wall tells of the records, in one transaction of a few small questions. */
export async function readWallRows(tx: Tx, acting: Acting): Promise<WallRows> {
  const scene = await readScene(tx, acting);
  const contacts = await readContactRows(tx, scene.today);
  const { concernUnits } = await readSettings(tx);
  const { concernId, category, status, ownerId, heardAt, lastToldOn, groupIds, place, duplicateOf } = concern;
  const concerns = await tx
    .select({ concernId, category, status, ownerId, heardAt, lastToldOn, groupIds, place, duplicateOf })
    .from(concern)
    .where(ne(status, 'closed'));
  const { referralId, to, isInside, referredOn, expectedBy } = referral;
  const referrals = await tx
    .select({
      ...{ referralId, to, isInside, referredOn, expectedBy },
      concernId: referral.concernId,
      status: referral.status,
    })
    .from(referral)
    .where(eq(referral.status, 'waiting'));
  const escalations = await readEscalations(tx, scene.today);
  const named = [...new Set(escalations.flatMap(({ concernIds }) => concernIds))];
  const evidence =
    named.length === 0
      ? []
      : await tx
          .select({ concernId, category, groupIds })
          .from(concern)
          .where(sql`${concernId} = any(${sql.param(named)})`);
  return {
    ...{ scene, contacts, concerns, referrals, escalations },
    kinds: new Map(evidence.map((each) => [each.concernId, each.category])),
    grounds: new Map(evidence.map((each) => [each.concernId, each.groupIds])),
    units: concernUnits.map(({ name }) => name),
  };
}

/** Those of this quarter, and older ones that nobody has read. */
function readEscalations(tx: Tx, today: string) {
  const { onceKey, groupId, concernIds, sentAt, acknowledgments } = notice;
  return tx
    .select({ onceKey, groupId, concernIds, sentAt, acknowledgments })
    .from(notice)
    .where(
      and(
        eq(notice.kind, 'escalation'),
        lte(sentAt, `${today}T23:59:59`),
        or(gte(sentAt, `${quarterOf(today).from}T00:00:00`), sql`jsonb_array_length(${acknowledgments}) = 0`),
      ),
    );
}
