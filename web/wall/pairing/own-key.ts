import { type IDBPDatabase, openDB } from 'idb';
import { ScreenKey } from '#data/schema/wall-device.ts';

/** What makes this browser this screen. The private key can be used here and copied nowhere, not even by our own page. */
export type Own = {
  readonly privateKey: CryptoKey;
  readonly publicKey: ScreenKey;
  readonly deviceId: string | null; // null: it has not asked to be paired, or was forgotten since
  readonly isRevoked: boolean; // was told so
};

const [DATABASE, STORE, OWN] = ['commonbeat-screen', 'screen', 'own'] as const;
const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Browsers make keys on secure pages only: https, or http on the machine itself. */
export const canHaveKey = (): boolean => globalThis.isSecureContext && globalThis.crypto?.subtle !== undefined;

/** The key of this screen; made the first time. */
export const readOwn = (): Promise<Own> =>
  inDatabase(async (database) => {
    const kept: Own | undefined = await database.get(STORE, OWN);
    if (kept) return kept;
    const { privateKey, publicKey } = await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify']);
    const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', publicKey);
    const own: Own = { privateKey, publicKey: ScreenKey.parse({ kty, crv, x, y }), deviceId: null, isRevoked: false };
    await database.put(STORE, own, OWN);
    return own;
  });

export const changeOwn = (change: Partial<Pick<Own, 'deviceId' | 'isRevoked'>>): Promise<void> =>
  inDatabase(async (database) => {
    const kept: Own | undefined = await database.get(STORE, OWN);
    if (kept) await database.put(STORE, { ...kept, ...change }, OWN);
  });

/** A screen that was removed begins anew, with another key. */
export const forgetOwn = (): Promise<void> => inDatabase((database) => database.delete(STORE, OWN));

export async function sign({ privateKey }: Own, words: string): Promise<string> {
  const signature = await crypto.subtle.sign(
    { name: 'ECDSA', hash: 'SHA-256' },
    privateKey,
    new TextEncoder().encode(words),
  );
  const binary = String.fromCharCode(...new Uint8Array(signature));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function inDatabase<T>(work: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB(DATABASE, 1, { upgrade: (opened) => void opened.createObjectStore(STORE) });
  try {
    return await work(database);
  } finally {
    database.close();
  }
}
