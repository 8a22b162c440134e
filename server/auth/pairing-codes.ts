import { createHash, randomInt, randomUUID } from 'node:crypto';
import { CODE_LETTERS, type PairingOffer, type ScreenKey } from '#data/schema/wall-device.ts';

const CODE_MINUTES = 10;
const MOST_WAITING = 200;
const MOST_A_MINUTE = 60;
const OWN_A_MINUTE = 6; // of one network, however many the others ask

/** A screen that asked to be paired and shows a code. */
export type WaitingScreen = {
  readonly deviceId: string;
  readonly publicKey: ScreenKey;
  readonly userAgent: string;
  readonly network: string; // that it asked from
  readonly codeHash: string;
  readonly until: number;
};

export type PairingCodes = {
  /**
   * A code for a screen; null where more ask than any department has, and its own network no less than others. The same
   * key has one code at a time.
   */
  offer(publicKey: ScreenKey, userAgent: string, network: string): Omit<PairingOffer, 'address'> | null;
  /** Whoever shows this code, and no longer waits from then on. */
  take(code: string): WaitingScreen | null;
  putBack(screen: WaitingScreen): void;
  /** For how long the code of a screen still holds; null where it has none. */
  secondsLeft(deviceId: string): number | null;
};

/**
 * Screens that wait to be paired stand in memory only: anybody on the network may ask for a code, and must not
 * be able to write into the database with it. After a restart a screen asks anew by itself. Whoever floods them is in the
 * way of screens of its own network only.
 */
export function openPairingCodes(now: () => Date): PairingCodes {
  const waiting = new Map<string, WaitingScreen>(); // by device, oldest first
  let asked: { network: string; moment: number }[] = [];
  const at = () => now().getTime();
  const sweep = () => {
    for (const { deviceId, until } of waiting.values()) if (until <= at()) waiting.delete(deviceId);
    asked = asked.filter(({ moment }) => moment > at() - 60_000);
  };
  const find = (wanted: (screen: WaitingScreen) => boolean): WaitingScreen | null => {
    sweep();
    return [...waiting.values()].find(wanted) ?? null;
  };
  /** The oldest of the network that has the most waiting. */
  const giveWay = () => {
    const counts = new Map<string, number>();
    for (const { network } of waiting.values()) counts.set(network, (counts.get(network) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const oldest = [...waiting.values()].find(({ network }) => counts.get(network) === most);
    if (oldest) waiting.delete(oldest.deviceId);
  };
  return {
    offer: (publicKey, userAgent, network) => {
      const former = find(({ publicKey: { x, y } }) => x === publicKey.x && y === publicKey.y);
      const own = asked.filter((each) => each.network === network).length;
      if (asked.length >= MOST_A_MINUTE && own >= OWN_A_MINUTE) return null; // the code it shows still holds
      asked.push({ network, moment: at() });
      if (former) waiting.delete(former.deviceId);
      if (waiting.size >= MOST_WAITING) giveWay();
      const [deviceId, code] = [randomUUID(), makeCode()];
      const until = at() + CODE_MINUTES * 60_000;
      waiting.set(deviceId, { deviceId, publicKey, userAgent, network, codeHash: hashOf(code), until });
      return { deviceId, code: `${code.slice(0, 4)}-${code.slice(4)}`, seconds: CODE_MINUTES * 60 };
    },
    take: (code) => {
      const hash = hashOf(code);
      const found = find(({ codeHash }) => codeHash === hash);
      if (found) waiting.delete(found.deviceId);
      return found;
    },
    putBack: (screen) => void waiting.set(screen.deviceId, screen),
    secondsLeft: (deviceId) => {
      const found = find((screen) => screen.deviceId === deviceId);
      return found === null ? null : Math.ceil((found.until - at()) / 1000);
    },
  };
}

const makeCode = (): string => Array.from({ length: 8 }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');

const hashOf = (code: string): string => createHash('sha256').update(code).digest('hex');
