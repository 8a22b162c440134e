import { randomBytes } from 'node:crypto';

const NONCE_SECONDS = 60;
const MOST_A_DEVICE = 4; // so that whoever asks in its name cannot push its own out at once

export type Nonces = {
  give(deviceId: string): string;
  /** True once, within a minute of its giving. */
  use(deviceId: string, nonce: string): boolean;
};

/** What paired screens are given to sign: each is good once, and soon for nothing. */
export function openNonces(now: () => Date): Nonces {
  const given = new Map<string, { nonce: string; until: number }[]>();
  const goodOf = (deviceId: string) =>
    (given.get(deviceId) ?? []).filter(({ until }) => until > now().getTime()).slice(-MOST_A_DEVICE);
  const sweep = () => {
    for (const deviceId of [...given.keys()]) if (goodOf(deviceId).length === 0) given.delete(deviceId);
  };
  return {
    give: (deviceId) => {
      sweep();
      const nonce = randomBytes(24).toString('base64url');
      given.set(deviceId, [...goodOf(deviceId), { nonce, until: now().getTime() + NONCE_SECONDS * 1000 }]);
      return nonce;
    },
    use: (deviceId, nonce) => {
      const good = goodOf(deviceId);
      given.set(
        deviceId,
        good.filter((each) => each.nonce !== nonce),
      );
      return good.some((each) => each.nonce === nonce);
    },
  };
}
