import { PairingOffer, ScreenStanding, wordsToSign } from '#data/schema/wall-device.ts';
import { canHaveKey, changeOwn, forgetOwn, type Own, readOwn, sign } from './own-key.ts';

/** What came of trying to enter. */
export type Entered =
  | { readonly is: 'in' }
  | { readonly is: 'unpaired' } // nobody knows this screen: it asks for a code
  | { readonly is: 'waiting'; readonly seconds: number } // its code holds for so long
  | { readonly is: 'revoked' }
  | { readonly is: 'away' } // the server does not answer, or not now
  | { readonly is: 'refused'; readonly why: string }
  | { readonly is: 'cannot' }; // this page may hold no key

export type Asked =
  | { readonly is: 'offered'; readonly offer: PairingOffer }
  | Extract<Entered, { is: 'away' | 'refused' }>;

const RENEW_MS = 10 * 60_000; // of the fifteen minutes that a session has
const AGAIN_MS = 15_000;

/**
 * Lets this screen in by its key: from then on the browser holds a session of a quarter of an hour. To be tried
 * where the server answered 401 only: it would take the place of a person's session.
 */
export async function enterDevice(): Promise<Entered> {
  if (!canHaveKey()) return { is: 'cannot' };
  const own = await readOwn();
  if (own.deviceId === null) return { is: 'unpaired' };
  const response = await post(`/api/wall-devices/${own.deviceId}/challenge`);
  if (isUnknown(response)) return forgotten();
  if (!response?.ok) return failed(response);
  const standing = ScreenStanding.parse(await response.json());
  if (standing.state === 'waiting') return { is: 'waiting', seconds: standing.seconds };
  if (standing.state === 'revoked') return revoked(own);
  return enterWith(own, own.deviceId, standing.nonce);
}

async function enterWith(own: Own, deviceId: string, nonce: string): Promise<Entered> {
  const signature = await sign(own, wordsToSign(deviceId, nonce));
  const response = await post(`/api/wall-devices/${deviceId}/enter`, { nonce, signature });
  if (isUnknown(response)) return forgotten();
  if (response?.status === 409) return revoked(own);
  return response?.ok ? { is: 'in' } : failed(response);
}

/** Asks for a code to show. */
export async function askForCode(): Promise<Asked> {
  const { publicKey } = await readOwn();
  const response = await post('/api/wall-devices', { publicKey });
  if (!response?.ok) return failed(response);
  const offer = PairingOffer.parse(await response.json());
  await changeOwn({ deviceId: offer.deviceId });
  return { is: 'offered', offer };
}

/**
 * Renews the session of a screen that is in, until stopped; `onOut` where it has none any more and is to be paired.
 * A server that does not answer is asked again: the key stays.
 */
export function keepEntered(onOut: (entered: Entered) => void): () => void {
  let timer = setTimeout(() => void renew(), RENEW_MS);
  let isStopped = false;
  const renew = async () => {
    const entered = await enterDevice().catch((): Entered => ({ is: 'away' }));
    if (isStopped) return;
    if (entered.is !== 'in' && entered.is !== 'away') return onOut(entered);
    timer = setTimeout(() => void renew(), entered.is === 'in' ? RENEW_MS : AGAIN_MS);
  };
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

async function forgotten(): Promise<Entered> {
  await changeOwn({ deviceId: null });
  return { is: 'unpaired' };
}

let wasToldHere = false; // by this page, since it was loaded

/** A screen that was removed says so until its page is loaded again; then it asks to be paired, with another key. */
async function revoked(own: Own): Promise<Entered> {
  if (own.isRevoked && !wasToldHere) {
    await forgetOwn();
    return { is: 'unpaired' };
  }
  wasToldHere = true;
  await changeOwn({ isRevoked: true });
  return { is: 'revoked' };
}

/** What loading the page again would do to a screen that was removed. */
export async function beginAnew(): Promise<void> {
  wasToldHere = false;
  await forgetOwn();
}

const LATER = [401, 408, 425, 429]; // a nonce that came too late, and too many at once

async function failed(response: Response | null): Promise<Extract<Entered, { is: 'away' | 'refused' }>> {
  if (response === null || response.status >= 500 || LATER.includes(response.status)) return { is: 'away' };
  const said: unknown = await response.json().catch(() => null);
  const why = typeof said === 'object' && said !== null && 'detail' in said ? String(said.detail) : '';
  return { is: 'refused', why };
}

/** Said by our own server; a proxy that knows no such address says nothing about the screen. */
const isUnknown = (response: Response | null): boolean =>
  response?.status === 404 && (response.headers.get('Content-Type') ?? '').includes('problem+json');

/** Null: no answer. */
const post = (path: string, body?: object): Promise<Response | null> =>
  fetch(path, {
    method: 'POST',
    ...(body ? { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } } : {}),
  }).catch(() => null);
