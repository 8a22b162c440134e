import type { Context } from 'hono';
import { soundsAboutOfficer } from '#data/codes/officer-words.ts';
import type { IntakeSheet } from '#data/schema/records/concern.ts';
import { ABOUT_OFFICER, type NewConcern } from '#data/schema/records/concern-filing.ts';
import { problem } from '#server/routes/problem.ts';
import { concernChoices } from '#server/store/concern-clock.ts';
import type { Tx } from '#server/store/record-store.ts';

type Asked = Pick<NewConcern, 'aboutOfficer' | 'words'>;

/** True for a complaint about an officer: said to be one, or sounding like one and nobody asked. */
export const isAboutOfficer = ({ aboutOfficer, words }: Asked): boolean =>
  aboutOfficer === 'yes' || (aboutOfficer === 'not-asked' && soundsAboutOfficer(words));

/** Sends a complaint about an officer to where it belongs. Nothing of it is kept, here or in the audit. */
export async function refuseAboutOfficer(c: Context, tx: Tx, asked: Asked): Promise<Response | null> {
  if (!isAboutOfficer(asked)) return null;
  const { internalAffairs } = await concernChoices(tx);
  return problem(c, 422, {
    type: ABOUT_OFFICER,
    detail: `How an officer behaved is not kept here. It belongs to ${internalAffairs.name}: ${internalAffairs.reach}`,
    errors: [{ path: 'aboutOfficer', message: 'Say no where the words are not about how an officer behaved.' }],
  });
}

/** Who asked to stay unnamed is not named. */
export function refuseNamed(c: Context, sheet: Pick<IntakeSheet, 'contactWish' | 'contactName' | 'contactReach'>) {
  if (sheet.contactWish !== 'anonymous') return null;
  const errors = (['contactName', 'contactReach'] as const)
    .filter((field) => sheet[field].trim() !== '')
    .map((path) => ({ path, message: 'Leave this empty: they asked to stay unnamed.' }));
  return errors.length === 0 ? null : problem(c, 422, { detail: 'They asked to stay unnamed.', errors });
}
