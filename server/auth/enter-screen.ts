import type { ScreenStanding } from '#data/schema/wall-device.ts';
import { findPerson, findUserId } from '#server/store/accounts.ts';
import { endLapsedOf } from '#server/store/sessions.ts';
import { findScreen, touchScreen } from '#server/store/wall-devices.ts';
import type { Accounts } from './accounts.ts';
import { makeUser } from './enter.ts';
import type { Nonces } from './nonces.ts';
import type { PairingCodes } from './pairing-codes.ts';
import { hasSigned } from './screen-key.ts';
import { tellAudit } from './tell-audit.ts';

/** A copied cookie is worth nothing after so long; the screen signs for another one before. */
export const SCREEN_MINUTES = 15;

/** Where a screen stands; null: nobody knows it, so that it asks for a code. */
export async function standingOf(
  { records }: Accounts,
  codes: PairingCodes,
  nonces: Nonces,
  deviceId: string,
): Promise<ScreenStanding | null> {
  const seconds = codes.secondsLeft(deviceId);
  if (seconds !== null) return { state: 'waiting', seconds };
  const screen = await findScreen(records.pool, deviceId);
  if (screen === null) return null;
  return screen.isOut ? { state: 'revoked' } : { state: 'paired', nonce: nonces.give(deviceId) };
}

export type ScreenEntered =
  | { is: 'in'; setCookies: string[] }
  | { is: 'unknown' }
  | { is: 'revoked' }
  | { is: 'refused' };

/** A session of a quarter of an hour for a screen that has signed what it was given. */
export async function enterScreen(
  accounts: Accounts,
  nonces: Nonces,
  deviceId: string,
  given: { nonce: string; signature: string },
  userAgent: string,
): Promise<ScreenEntered> {
  const { pool } = accounts.records;
  const screen = await findScreen(pool, deviceId);
  if (screen === null) return { is: 'unknown' };
  if (screen.isOut) return { is: 'revoked' };
  if (!nonces.use(deviceId, given.nonce)) return { is: 'refused' };
  const person = await findPerson(pool, screen.personId);
  if (person === null) return { is: 'unknown' };
  if (!(await hasSigned(screen.publicKey, deviceId, given))) {
    const words = 'signed with another key than the screen’s';
    await tellAudit(accounts, null, { action: 'sign-in-refused', recordId: person.personId, words });
    return { is: 'refused' };
  }
  const userId = (await findUserId(pool, person.personId)) ?? (await makeUser(accounts, person)).id;
  await endLapsedOf(pool, person.personId, accounts.now());
  const headers = new Headers({ 'user-agent': userAgent.slice(0, 300) });
  const expiresAt = new Date(accounts.now().getTime() + SCREEN_MINUTES * 60_000);
  const response = await accounts.better.api.enterAs({ body: { userId, expiresAt }, headers, asResponse: true });
  await touchScreen(pool, deviceId, accounts.nowLocal());
  if (screen.isNew) {
    await tellAudit(accounts, person, {
      action: 'sign-in',
      recordId: person.personId,
      words: 'a screen, for the first time',
    });
  }
  return { is: 'in', setCookies: response.headers.getSetCookie() };
}
