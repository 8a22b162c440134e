import { vi } from 'vitest';
import { type ScreenKey, wordsToSign } from '#data/schema/wall-device.ts';

type State = 'unknown' | 'waiting' | 'paired' | 'revoked';

const problem = (status: number, detail = '') =>
  new Response(JSON.stringify({ detail }), { status, headers: { 'Content-Type': 'application/problem+json' } });

/** Answers as our server does, and checks signatures as it does; a test moves the screen from state to state. */
export function pairingServer(seconds = 600) {
  const server = {
    state: 'unknown' as State,
    isAway: false,
    refuses: null as string | null,
    address: 'https://commonbeat.city.example/walls' as string | null,
    codes: 0,
    keys: new Set<string>(),
    entered: 0,
  };
  let key: ScreenKey | null = null;
  const nonce = 'a-nonce-of-the-test';
  const offer = (given: { publicKey: ScreenKey }) => {
    key = given.publicKey;
    server.keys.add(key.x);
    server.codes += 1;
    server.state = 'waiting';
    const code = `H7KD-4MQ${'CDFGHJKM'[server.codes - 1] ?? 'X'}`;
    return Response.json(
      { deviceId: `device-${server.codes}`, code, seconds, address: server.address },
      { status: 201 },
    );
  };
  const enter = async (deviceId: string, given: { nonce: string; signature: string }) => {
    if (key === null) return problem(404);
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const verifying = await crypto.subtle.importKey('jwk', key, curve, false, ['verify']);
    const bytes = Uint8Array.from(atob(given.signature.replaceAll('-', '+').replaceAll('_', '/')), (c) =>
      c.charCodeAt(0),
    );
    const signed = new TextEncoder().encode(wordsToSign(deviceId, given.nonce));
    const isRight = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifying, bytes, signed);
    if (!isRight || given.nonce !== nonce) return problem(401);
    server.entered += 1;
    return new Response(null, { status: 204 });
  };
  vi.stubGlobal('fetch', async (path: string, { body }: RequestInit = {}) => {
    if (server.isAway) throw new TypeError('Failed to fetch');
    if (server.refuses !== null) return problem(421, server.refuses);
    const given = body === undefined ? {} : JSON.parse(String(body));
    if (path === '/api/wall-devices') return offer(given);
    const [, deviceId = '', act] = path.match(/^\/api\/wall-devices\/([^/]+)\/(\w+)$/) ?? [];
    if (deviceId !== `device-${server.codes}` || server.state === 'unknown') return problem(404);
    if (act === 'enter') return enter(deviceId, given);
    return Response.json(server.state === 'paired' ? { state: 'paired', nonce } : { state: server.state, seconds });
  });
  return server;
}
