import { Temporal } from 'temporal-polyfill';
import { keepHead } from '#server/store/audit-head.ts';
import { sweepRecurring } from '#server/store/escalations.ts';
import { followBoundaries } from '#server/store/group-layer.ts';
import { sweepDuties } from '#server/store/no-contact.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { draftMonth } from '#server/store/reports.ts';

export const NIGHTLY = 'nightly';
export const NIGHT_AT = { hour: 2, minute: 10 } as const;

/** What falls due by the calendar: the audit's head, notices of groups not reached, recurring issues, the drafts of a month that ended. */
export async function sweepNight(home: string, store: RecordStore, now: string): Promise<string> {
  const acting = systemActing(now);
  const head = await keepHead(home, store.pool, { at: now, why: 'night' }); // first: also of a night that fails
  await followBoundaries(home, store, acting); // one that was dated ahead reaches the map on its day
  const { told } = await sweepDuties(store, acting);
  const recurring = await store.as(acting, (tx) => sweepRecurring(tx, acting));
  const lastMonth = Temporal.PlainDate.from(now.slice(0, 10)).toPlainYearMonth().subtract({ months: 1 });
  const drafts = await draftMonth(store, acting, lastMonth.toString());
  const kept = head === null ? '' : `, the audit’s head kept at line ${head}`;
  return `${told} notices, ${recurring.told} recurring issues told, ${drafts.length} drafts of ${lastMonth}${kept}`;
}
