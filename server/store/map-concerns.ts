import { isNotNull, sql } from 'drizzle-orm';
import { CATEGORIES } from '#data/codes/categories.ts';
import { isProtected } from '#data/codes/protected-kinds.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { ReleaseLevel } from '#data/schema/release-level.ts';
import { concernChoices, isOverdue } from './concern-clock.ts';
import { middleOf } from './concern-groups.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';

const AT_MOST = 5000; // the newest

/**
 * Concerns as the map shows them: by the staff's title or the kind, never by a resident's words. Protected kinds are on
 * no map but the analysts' and commanders'; at the public level there is none at all.
 */
export async function mapConcerns(tx: Tx, level: ReleaseLevel, today: string): Promise<MapConcern[]> {
  if (level === 'public') return [];
  const overdue = isOverdue(today, await concernChoices(tx));
  const { concernId, title, category, status, heardAt, closedOn, place } = concern;
  const rows = await tx
    .select({ concernId, title, category, status, heardAt, closedOn, place, isOverdue: overdue })
    .from(concern)
    .where(sql`${isNotNull(place)} and ${concern.duplicateOf} is null`)
    .orderBy(sql`${heardAt} desc`, concernId)
    .limit(AT_MOST);
  return rows.flatMap((row) => {
    if (row.place === null || (level === 'internal' && isProtected(row.category))) return [];
    const [lon, lat] = middleOf(row.place);
    const kind = row.category ?? 'unknown';
    return {
      concernId: row.concernId,
      title: row.title || (CATEGORIES.find((each) => each.category === kind)?.label ?? kind),
      category: kind,
      status:
        row.status === 'closed' ? ('answered' as const) : row.isOverdue ? ('overdue' as const) : ('open' as const),
      raisedOn: row.heardAt.slice(0, 10),
      answeredOn: row.closedOn,
      lon,
      lat,
    };
  });
}
