import { toDayNumber } from '#analysis/shared/days.ts';
import type { HandOutDraftFields } from '#data/schema/records/hand-out.ts';
import { RecordRefused } from '#server/errors.ts';
import { openGate } from '#server/hand-out/gate/open-gate.ts';

const MOST_DAYS = 366;

/** Refuses days for a page that the calls do not cover. */
export async function checkDraftDays(home: string, { from, to }: HandOutDraftFields): Promise<void> {
  const { span } = await openGate(home);
  if (to > span.lastDay)
    throw new RecordRefused('to', `The calls are in up to ${span.lastDay}: choose that day or an earlier one.`);
  if (from > to) throw new RecordRefused('from', 'The first day lies after the last: choose an earlier one.');
  if (from < span.firstDay)
    throw new RecordRefused('from', `The calls begin on ${span.firstDay}: choose that day or a later one.`);
  if (toDayNumber(to) - toDayNumber(from) >= MOST_DAYS)
    throw new RecordRefused('from', `Choose at most ${MOST_DAYS} days.`);
}
