import { inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { InternalAffairs } from '#data/schema/records/concern-filing.ts';
import type { Tx } from './record-store.ts';
import { concern } from './tables/concerns.ts';
import { setting } from './tables/people.ts';

/** Choices of the department about concerns: neither policy names a number of days. */
export type ConcernChoices = {
  readonly triageDays: number; // a new one is taken within
  readonly actionDays: number; // an open one sees its first action within
  readonly internalAffairs: InternalAffairs; // where a complaint about an officer belongs
  readonly units: readonly string[]; // whom a concern can be conveyed to
};

const UNLESS_CHOSEN: ConcernChoices = {
  triageDays: 2,
  actionDays: 7,
  internalAffairs: { name: 'the Office of Professional Standards', reach: 'Ask at the front desk of any station.' },
  units: [
    'Patrol',
    'Traffic Unit',
    'Criminal Investigations',
    'Crime Prevention',
    'Animal Services',
    'Neighborhood Services',
  ],
};

const Kept = z.object({
  concernTriageDays: z.number().int().min(0),
  concernActionDays: z.number().int().min(0),
  internalAffairs: InternalAffairs,
  concernUnits: z.array(z.string().min(1)).max(40),
});

export async function concernChoices(tx: Tx): Promise<ConcernChoices> {
  const rows = await tx
    .select()
    .from(setting)
    .where(inArray(setting.key, Object.keys(Kept.shape)));
  const kept = Kept.partial().parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
  return {
    triageDays: kept.concernTriageDays ?? UNLESS_CHOSEN.triageDays,
    actionDays: kept.concernActionDays ?? UNLESS_CHOSEN.actionDays,
    internalAffairs: kept.internalAffairs ?? UNLESS_CHOSEN.internalAffairs,
    units: kept.concernUnits ?? UNLESS_CHOSEN.units,
  };
}

/** A next step whose day has passed, a new one that nobody took, or an open one that saw no action in time. */
export const isOverdue = (today: string, { triageDays, actionDays }: ConcernChoices) => sql<boolean>`(
  ${concern.status} <> 'closed' and (
    coalesce(${concern.nextStepOn} < ${today}::date, false)
    or (${concern.status} = 'new' and ${concern.heardAt}::date < ${today}::date - ${triageDays}::int)
    or (${concern.status} = 'open' and ${concern.nextStepOn} is null and ${concern.firstActionOn} is null
      and ${concern.heardAt}::date < ${today}::date - ${actionDays}::int)))`;
