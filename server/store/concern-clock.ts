import { sql } from 'drizzle-orm';
import type { Settings } from '#data/policy/choices.ts';
import type { Tx } from './record-store.ts';
import { readSettings } from './settings.ts';
import { concern } from './tables/concerns.ts';

/** Choices of the department about concerns: neither policy names a number of days. */
export type ConcernChoices = {
  readonly triageDays: number; // a new one is taken within
  readonly actionDays: number; // an open one sees its first action within
  readonly internalAffairs: Settings['internalAffairs']; // where a complaint about an officer belongs
  readonly units: Settings['concernUnits']; // whom a concern can be conveyed to
};

export async function concernChoices(tx: Tx): Promise<ConcernChoices> {
  const { concernTriageDays, concernActionDays, internalAffairs, concernUnits } = await readSettings(tx);
  return { triageDays: concernTriageDays, actionDays: concernActionDays, internalAffairs, units: concernUnits };
}

/** A next step whose day has passed, a new one that nobody took, or an open one that saw no action in time. */
export const isOverdue = (today: string, { triageDays, actionDays }: ConcernChoices) => sql<boolean>`(
  ${concern.status} <> 'closed' and (
    coalesce(${concern.nextStepOn} < ${today}::date, false)
    or (${concern.status} = 'new' and ${concern.heardAt}::date < ${today}::date - ${triageDays}::int)
    or (${concern.status} = 'open' and ${concern.nextStepOn} is null and ${concern.firstActionOn} is null
      and ${concern.heardAt}::date < ${today}::date - ${actionDays}::int)))`;
