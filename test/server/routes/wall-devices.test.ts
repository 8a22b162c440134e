import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { may, Permission } from '#data/schema/permissions.ts';
import { type WallDevice, WallDevice as WallDeviceSchema } from '#data/schema/wall.ts';
import { CODE_LETTERS, PairingOffer } from '#data/schema/wall-device.ts';
import { aScreen, postJson } from '#test/fixture/a-screen.ts';
import { type ServedHome, serveHome, signedInWith } from './serve-home.ts';

let served: ServedHome;
beforeAll(async () => {
  served = await serveHome();
  served.accounts.idleMinutes = 600; // the clock of these tests runs far ahead of the administrator's last touch
});
afterAll(() => served.remove());
afterEach(() => served.setClock(0));

const administrator = () => served.appFor('administrator');
const pair = (code: string, name: string) =>
  administrator().request('/api/wall-device-pairings', postJson({ code, name }));
const listed = async (): Promise<WallDevice[]> =>
  WallDeviceSchema.array().parse(await (await administrator().request('/api/wall-devices')).json());
const statusWith = async (cookie: string | number, path: string, init: RequestInit = {}) => {
  const response = await signedInWith(served.app, String(cookie)).request(path, init);
  await response.body?.cancel();
  return response.status;
};

async function paired(name: string) {
  const screen = await aScreen(served.app);
  const { deviceId, code } = await screen.ask();
  const answer = await pair(code, name);
  expect(answer.status).toBe(201);
  return { ...screen, deviceId, device: WallDeviceSchema.parse(await answer.json()) };
}
const audited = async (kind: string, recordId: string) => {
  const { rows } = await served.records.pool.query<{ action: string; role: string }>(
    'select action, role from audit where kind = $1 and record_id = $2 order by number',
    [kind, recordId],
  );
  return rows.map(({ action, role }) => `${action} by ${role}`);
};

test('a screen shows a code, an administrator types it as they like, and its key lets it in to the wall', async () => {
  const screen = await aScreen(served.app);
  const offer = PairingOffer.parse(await screen.ask());
  expect(offer.code).toMatch(new RegExp(`^[${CODE_LETTERS}]{4}-[${CODE_LETTERS}]{4}$`));
  expect(offer.seconds).toBe(600);
  expect(await screen.standing(offer.deviceId)).toEqual({ state: 'waiting', seconds: 600 });
  const answer = await pair(` ${offer.code.toLowerCase().replace('-', ' ')} `, ' Briefing room ');
  expect(answer.status).toBe(201);
  expect(await answer.json()).toMatchObject({ name: 'Briefing room', userAgent: 'Chrome/140 Linux', lastSeenAt: null });
  const cookie = await screen.enter(offer.deviceId);
  expect(await statusWith(cookie, '/api/manifest')).toBe(200);
  const [device] = await listed();
  expect(device).toMatchObject({
    name: 'Briefing room',
    pairedBy: 'Administrator Kim Tran',
    isOn: true,
    revokedAt: null,
  });
  expect(device?.lastSeenAt).toBe('2025-01-02T03:04:05');
});

test('a screen may look at the wall and at boundaries, and everything else is refused it', async () => {
  const screen = await paired('Corridor');
  const cookie = await screen.enter(screen.deviceId);
  const document = await (await served.app.request('/api/openapi.json')).json();
  const routes = Object.entries<Record<string, { 'x-permission'?: string }>>(document.paths).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const open: string[] = [];
  for (const { path, method, operation } of routes) {
    const asks = Permission.safeParse(operation['x-permission']).data;
    if (asks === undefined) continue;
    if (may('wall', asks)) open.push(`${method} ${path}`);
    else expect(`${path} ${await statusWith(cookie, path.replace(/\{\w+\}/g, 'x'), { method })}`).toBe(`${path} 403`);
  }
  const beyondItself = open.filter((route) => !/\/api\/(session|me|demo)/.test(route) && !route.includes('/api/wall/'));
  expect(beyondItself).toEqual([
    'GET /api/manifest',
    'GET /api/manifests/{hash}',
    'GET /api/areas',
    'GET /api/areas/{layer}',
    'GET /api/areas/{layer}/{version}',
    'GET /api/concerns',
    'GET /api/basemap/{file}',
  ]);
  const extract = served.cut.manifests.public.extracts[0]?.file;
  expect(await statusWith(cookie, `/api/extracts/${extract}`)).toBe(403);
});

test('a copied cookie dies within a quarter of an hour, and no touch keeps it; the screen signs for another', async () => {
  const screen = await paired('Lobby');
  const copied = await screen.enter(screen.deviceId);
  for (const minute of [4, 8, 12, 14]) {
    served.setClock(minute);
    expect(await statusWith(copied, '/api/session')).toBe(200);
  }
  const renewed = await screen.enter(screen.deviceId);
  served.setClock(15.1);
  expect(await statusWith(copied, '/api/session')).toBe(401);
  expect(await statusWith(renewed, '/api/session')).toBe(200);
});

test('copied page storage cannot enter: without the key nothing is signed, and a signature is good once and soon', async () => {
  const screen = await paired('Roll call');
  const { deviceId } = screen;
  const thief = await aScreen(served.app); // knows the name of the screen, and has a key of its own
  expect(await thief.enter(deviceId)).toBe(401);
  const nonceOf = async () => {
    const now = await screen.standing(deviceId);
    return typeof now === 'object' && now.state === 'paired' ? now.nonce : '';
  };
  const nonce = await nonceOf();
  const signature = await screen.sign(deviceId, nonce);
  expect((await screen.enterWith(deviceId, nonce, signature)).status).toBe(204);
  expect((await screen.enterWith(deviceId, nonce, signature)).status).toBe(401);
  const late = await nonceOf();
  served.setClock(1.1);
  expect((await screen.enterWith(deviceId, late, await screen.sign(deviceId, late))).status).toBe(401);
  const other = await paired('Another');
  const own = await nonceOf();
  expect((await screen.enterWith(other.deviceId, own, await screen.sign(deviceId, own))).status).toBe(401);
});

test('a screen is never locked for being left alone', async () => {
  const screen = await paired('Annex');
  const usual = served.accounts.idleMinutes;
  served.accounts.idleMinutes = 5;
  const cookie = await screen.enter(screen.deviceId);
  served.setClock(13);
  expect(await statusWith(cookie, '/api/session')).toBe(200);
  served.accounts.idleMinutes = usual;
});

test('a screen that is removed is out at once, is told so, and stays out', async () => {
  const screen = await paired('Storage');
  const cookie = await screen.enter(screen.deviceId);
  const address = `/api/wall-devices/${screen.deviceId}`;
  const inHand = await screen.standing(screen.deviceId);
  expect((await administrator().request(address, { method: 'DELETE' })).status).toBe(204);
  expect(await statusWith(cookie, '/api/session')).toBe(401);
  expect(await screen.standing(screen.deviceId)).toEqual({ state: 'revoked' });
  if (typeof inHand === 'number' || inHand.state !== 'paired') throw new Error('it was paired');
  const signature = await screen.sign(screen.deviceId, inHand.nonce);
  const late = await screen.enterWith(screen.deviceId, inHand.nonce, signature);
  expect([late.status, (await late.json()).type]).toEqual([409, 'revoked']);
  expect((await administrator().request(address, { method: 'DELETE' })).status).toBe(404);
  const found = (await listed()).find(({ deviceId }) => deviceId === screen.deviceId);
  expect(found).toMatchObject({ isOn: false, revokedAt: '2025-01-02T03:04:05' });
});

test('what an administrator does to a screen is told, renewals of its session are not', async () => {
  const screen = await paired('Dispatch');
  const { personId } = screen.device;
  for (let n = 0; n < 3; n++) await screen.enter(screen.deviceId);
  const address = `/api/wall-devices/${screen.deviceId}`;
  const renamed = await administrator().request(address, {
    ...postJson({ name: 'Dispatch floor' }),
    method: 'PUT',
  });
  expect(await renamed.json()).toMatchObject({ name: 'Dispatch floor' });
  await administrator().request(address, { method: 'DELETE' });
  const by = (action: string) => `${action} by administrator`;
  expect(await audited('wall_device', screen.deviceId)).toEqual([by('create'), by('change'), by('change')]);
  expect(await audited('session', personId)).toEqual(['sign-in by wall']);
  const { rows } = await served.records.pool.query(`select changed::text from audit where kind = 'wall_device'`);
  expect(JSON.stringify(rows)).not.toContain(screen.publicKey.x);
});

test('nobody is a screen without its key: no password, no other role, no door of the demo', async () => {
  const screen = await paired('Court');
  const { personId } = screen.device;
  const post = async (path: string, body: unknown, method = 'POST') => {
    const response = await administrator().request(path, { ...postJson(body), method });
    return response.status;
  };
  expect(await post(`/api/accounts/${personId}/password`, { secondFactor: 'keep' })).toBe(422);
  expect(await post(`/api/accounts/${personId}`, { role: 'chief' }, 'PATCH')).toBe(422);
  expect(await post('/api/demo/enter', { personId })).toBe(404);
  const wall = { name: 'Hall', title: '', role: 'wall', email: 'hall@city.example', unit: null, district: null };
  expect(await post('/api/accounts', wall)).toBe(422);
  const accounts = await (await administrator().request('/api/accounts')).text();
  expect(accounts).not.toContain(personId);
});

test('a code lapses after ten minutes, and a screen that asks again has only its newest', async () => {
  const screen = await aScreen(served.app);
  const first = await screen.ask();
  const second = await screen.ask();
  expect((await pair(first.code, 'Gym')).status).toBe(422);
  expect(await screen.standing(first.deviceId)).toBe(404);
  served.setClock(10.1);
  expect(await screen.standing(second.deviceId)).toBe(404);
  expect((await pair(second.code, 'Gym')).status).toBe(422);
});

test('five codes in a row that no screen shows close pairing for a quarter of an hour', async () => {
  const screen = await aScreen(served.app);
  const { code } = await screen.ask();
  expect((await pair(code, 'First')).status).toBe(201); // and a right one forgets the wrong ones before it
  const statuses: number[] = [];
  for (let n = 0; n < 5; n++) statuses.push((await pair('CCCC-CCCC', 'Gym')).status);
  expect(statuses).toEqual([422, 422, 422, 422, 429]);
  const next = await (await aScreen(served.app)).ask();
  const closed = await pair(next.code, 'Gym');
  expect((await closed.json()).detail).toMatch(/^Five wrong in a row: pairing is closed for 15 more minutes/);
  served.setClock(16);
  const later = await (await aScreen(served.app)).ask();
  expect((await pair(later.code, 'Gym')).status).toBe(201);
});

test('what is no key, no name and no code is refused at its field', async () => {
  const { publicKey } = await aScreen(served.app);
  const bad = { ...publicKey, y: publicKey.x };
  for (const key of [{}, bad, { ...publicKey, d: publicKey.x }, { ...publicKey, x: 'short' }]) {
    expect((await served.app.request('/api/wall-devices', postJson({ publicKey: key }))).status).toBe(422);
  }
  const refusal = await pair('ABC', '');
  expect((await refusal.json()).errors.map(({ path }: { path: string }) => path).sort()).toEqual(['code', 'name']);
});

test('who asks without end is put off, unlike others, and writes nothing into the database', async () => {
  served.setClock(200);
  const before = await served.records.pool.query('select count(*) from wall_device');
  const statuses: number[] = [];
  const asker = await aScreen(served.app);
  const askFrom = async (remoteAddress: string, { publicKey } = asker) =>
    (
      await served.app.request('/api/wall-devices', postJson({ publicKey }), {
        incoming: { socket: { remoteAddress } },
      })
    ).status; // what the adaptor hands in
  for (let n = 0; n < 62; n++) statuses.push(await askFrom(`2001:db8:0:1::${n}`)); // of one machine, if it likes
  expect(statuses.filter((status) => status === 201)).toHaveLength(60);
  expect(statuses.at(-1)).toBe(429);
  const other = await aScreen(served.app);
  expect(await askFrom('::ffff:10.0.0.7', other)).toBe(201);
  expect(await askFrom('2001:db8::1:0:0:0:1', other)).toBe(429); // the same half, written shorter
  expect((await served.records.pool.query('select count(*) from wall_device')).rows).toEqual(before.rows);
  served.setClock(202);
  expect(await askFrom('2001:db8:0:1::1')).toBe(201);
});
