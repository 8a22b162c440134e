import { isDeepStrictEqual } from 'node:util';
import { inArray, sql } from 'drizzle-orm';
import { PolicyChoices, Settings, USUAL_SETTINGS } from '#data/policy/choices.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { FieldsRefused, RecordChanged, RecordRefused } from '#server/errors.ts';
import type { Tx } from './record-store.ts';
import { setting } from './tables/people.ts';

/** Some of the settings; one that is undefined is not spoken of. */
export type SomeSettings = { [Key in keyof Settings]?: Settings[Key] | undefined };

/** What the department has chosen where the policies leave it open; the usual choice where it has not. */
export async function readChoices(tx: Tx): Promise<PolicyChoices> {
  return PolicyChoices.parse(await readKeys(tx, Object.keys(PolicyChoices.shape)));
}

/** Every choice of the department, those of the policies and its own. */
export async function readSettings(tx: Tx): Promise<Settings> {
  return Settings.parse(await readKeys(tx, Object.keys(Settings.shape)));
}

async function readKeys(tx: Tx, keys: string[]): Promise<Record<string, unknown>> {
  const rows = await tx.select().from(setting).where(inArray(setting.key, keys));
  return { ...USUAL_SETTINGS, ...Object.fromEntries(rows.map(({ key, value }) => [key, value])) };
}

/**
 * Keeps each choice in a row of its own, so that the audit says which one changed. `seen` is how
 * they stood when they were chosen: where one stands otherwise by now, nothing is written.
 */
export async function writeSettings(
  tx: Tx,
  acting: Acting,
  choices: SomeSettings,
  seen: SomeSettings,
): Promise<Settings> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('setting'))`);
  const current = await readSettings(tx);
  const isStale = spokenOf(seen).some(([key, value]) => !isDeepStrictEqual(current[key], value));
  if (isStale) throw new RecordChanged('A setting', current);
  checkSettings(choices, acting.nowLocal.slice(0, 10));
  for (const [key, value] of spokenOf(choices))
    await tx.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
  return readSettings(tx);
}

/** The chief has reviewed an order (P3103, header). Its day is kept, and no other choice. */
export async function keepReview(tx: Tx, acting: Acting, profileId: string, on: string): Promise<Settings> {
  const { reviewedOn } = await readSettings(tx);
  const last = reviewedOn[profileId];
  if (last !== undefined && on < last)
    throw new RecordRefused(`reviewedOn.${profileId}`, 'A later review than this one is kept already.');
  return writeSettings(tx, acting, { reviewedOn: { ...reviewedOn, [profileId]: on } }, { reviewedOn });
}

const spokenOf = (some: SomeSettings): [keyof Settings, unknown][] =>
  Settings.keyof()
    .options.filter((key) => some[key] !== undefined)
    .map((key) => [key, some[key]]);

function checkSettings({ reviewedOn = {}, concernUnits = [] }: SomeSettings, today: string): void {
  const ahead = Object.entries(reviewedOn).filter(([, day]) => day > today);
  const names = concernUnits.map(({ name }) => name.toLowerCase());
  const twice = names.flatMap((name, at) => (names.indexOf(name) < at ? [at] : []));
  const faults = [
    ...ahead.map(([id]) => ({ path: `reviewedOn.${id}`, message: 'A review that is done is not ahead of today.' })),
    ...twice.map((at) => ({ path: `concernUnits.${at}.name`, message: 'This unit is in the list already.' })),
  ];
  if (faults.length > 0) throw new FieldsRefused(faults);
}
