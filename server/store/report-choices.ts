import { inArray } from 'drizzle-orm';
import type { ReportChoices } from '#analysis/report/standing.ts';
import { PolicyChoices, USUAL_CHOICES } from '#data/policy/choices.ts';
import type { Tx } from './record-store.ts';
import { setting } from './tables/people.ts';

const Kept = PolicyChoices.pick({ monthlyReportDueDays: true, quarterlyReportDueDays: true, monthlyReportTo: true });

/** What the department chose about its reports, and the usual where it chose nothing. */
export async function reportChoices(tx: Tx): Promise<ReportChoices> {
  const rows = await tx
    .select()
    .from(setting)
    .where(inArray(setting.key, Object.keys(Kept.shape)));
  return Kept.parse({ ...USUAL_CHOICES, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) });
}
