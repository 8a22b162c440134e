import { inArray } from 'drizzle-orm';
import { PolicyChoices, USUAL_CHOICES } from '#data/policy/choices.ts';
import type { Tx } from './record-store.ts';
import { setting } from './tables/people.ts';

/** What the department has chosen where the policies leave it open; the usual choice where it has not. */
export async function readChoices(tx: Tx): Promise<PolicyChoices> {
  const rows = await tx
    .select()
    .from(setting)
    .where(inArray(setting.key, Object.keys(PolicyChoices.shape)));
  const chosen = Object.fromEntries(rows.map(({ key, value }) => [key, value]));
  return PolicyChoices.parse({ ...USUAL_CHOICES, ...chosen });
}

/** Keeps each choice in a row of its own, so that the audit says which one changed. */
export async function writeChoices(
  tx: Tx,
  choices: { [Key in keyof PolicyChoices]?: PolicyChoices[Key] | undefined },
): Promise<PolicyChoices> {
  const chosen = Object.entries(choices).filter(([, value]) => value !== undefined);
  for (const [key, value] of chosen)
    await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
  return readChoices(tx);
}
