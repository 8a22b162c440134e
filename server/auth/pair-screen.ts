import { randomUUID } from 'node:crypto';
import type { Acting, Person } from '#data/schema/records/person.ts';
import type { WallDevice } from '#data/schema/wall.ts';
import { RecordMissing, RecordRefused } from '#server/errors.ts';
import { endSessionsOf } from '#server/store/sessions.ts';
import { countWrong, forgetTries, readTries } from '#server/store/sign-in-tries.ts';
import { addScreen, listScreens, nameScreen, revokeScreen } from '#server/store/wall-devices.ts';
import type { Accounts } from './accounts.ts';
import type { PairingCodes } from './pairing-codes.ts';
import { CLOSED_MINUTES, MOST_WRONG } from './sign-in.ts';
import { tellAudit } from './tell-audit.ts';

const DAY_MS = 86_400_000;

export type PairingAnswer = { is: 'paired'; screen: WallDevice } | { is: 'closed'; until: Date };

/** Makes a screen and its account out of the code that it shows. Codes that no screen shows are counted. */
export async function pairScreen(
  accounts: Accounts,
  codes: PairingCodes,
  acting: Acting,
  { code, name }: { code: string; name: string },
): Promise<PairingAnswer> {
  const { pool } = accounts.records;
  const tries = `pairing by ${acting.actor.personId}`;
  const { lockedUntil } = await readTries(pool, tries);
  if (lockedUntil !== null && lockedUntil > accounts.now()) return { is: 'closed', until: lockedUntil };
  const waiting = codes.take(code);
  if (waiting === null) return refuseCode(accounts, acting, tries);
  const { deviceId, publicKey, userAgent } = waiting;
  try {
    await addScreen(accounts.records, acting, accountOf(deviceId, name), { deviceId, publicKey, userAgent });
  } catch (error) {
    codes.putBack(waiting); // its code is still on the wall
    throw error;
  }
  await forgetTries(pool, tries);
  return { is: 'paired', screen: await readScreen(accounts, deviceId) };
}

async function refuseCode(accounts: Accounts, { actor }: Acting, tries: string): Promise<PairingAnswer> {
  const now = accounts.now();
  const { lockedUntil } = await countWrong(accounts.records.pool, tries, {
    at: now,
    since: new Date(now.getTime() - DAY_MS),
    most: MOST_WRONG,
    lockedUntil: new Date(now.getTime() + CLOSED_MINUTES * 60_000),
  });
  const words = 'a code that no screen shows';
  await tellAudit(accounts, actor, { action: 'other', recordId: actor.personId, words });
  if (lockedUntil !== null) return { is: 'closed', until: lockedUntil };
  throw new RecordRefused('code', 'No screen shows this code now. Look at the screen again: it may have a new one.');
}

/** Nobody's address: what has no mailbox is sent no letter and signs on nowhere. */
const accountOf = (deviceId: string, name: string): Person => ({
  ...{ personId: `p-screen-${randomUUID().slice(0, 8)}`, name, title: '', role: 'wall' },
  ...{ email: `screen-${deviceId}@screens.invalid`, unit: null, district: null, isActive: true },
});

export async function renameScreen(accounts: Accounts, acting: Acting, deviceId: string, name: string) {
  if (!(await nameScreen(accounts.records, acting, deviceId, name))) throw new RecordMissing('This screen');
  return readScreen(accounts, deviceId);
}

/** At once and for good: its sessions end, and its key opens nothing any more. */
export async function removeScreen(accounts: Accounts, acting: Acting, deviceId: string): Promise<void> {
  const personId = await revokeScreen(accounts.records, acting, deviceId);
  if (personId === null) throw new RecordMissing('This screen');
  await endSessionsOf(accounts.records.pool, personId);
  accounts.seen.clear();
}

async function readScreen({ records, now }: Accounts, deviceId: string): Promise<WallDevice> {
  const screen = (await listScreens(records.pool, now())).find((each) => each.deviceId === deviceId);
  if (screen === undefined) throw new RecordMissing('This screen');
  return screen;
}
