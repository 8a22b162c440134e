import { createRoute, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { WallDevice } from '#data/schema/wall.ts';
import { PairingCode, PairingOffer, ScreenKey, ScreenStanding } from '#data/schema/wall-device.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { enterScreen, standingOf } from '#server/auth/enter-screen.ts';
import { openNonces } from '#server/auth/nonces.ts';
import { pairScreen, removeScreen, renameScreen } from '#server/auth/pair-screen.ts';
import { openPairingCodes } from '#server/auth/pairing-codes.ts';
import { isKey } from '#server/auth/screen-key.ts';
import { RecordRefused } from '#server/errors.ts';
import { listScreens } from '#server/store/wall-devices.ts';
import { closedUntil, sendCookies } from './closed-until.ts';
import { actingOf, guarded } from './guarded.ts';
import { networkOf } from './network-of.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, problem, refused } from './problem.ts';

const params = z.object({ deviceId: z.string().min(1).max(64) });
const Name = z.string().trim().min(1, 'a name, like "Briefing room"').max(80);
const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, content: json(schema) });
const screen = { description: 'The screen', content: json(WallDevice) };
const unknown = refused('No screen of this name is in use');

const ask = createRoute({
  method: 'post',
  path: '/api/wall-devices',
  summary: 'A screen asks to be paired: answers the code that it shows until an administrator types it',
  security: [],
  request: { body: body(z.strictObject({ publicKey: ScreenKey })) },
  responses: {
    201: { description: 'A code', content: json(PairingOffer) },
    422: refused('Not a key'),
    429: refused('More screens ask than any department has'),
  },
});

const challenge = createRoute({
  method: 'post',
  path: '/api/wall-devices/{deviceId}/challenge',
  summary: 'Where a screen stands; one that is paired is given what it has to sign',
  security: [],
  request: { params },
  responses: {
    200: { description: 'Waiting, paired or revoked', content: json(ScreenStanding) },
    404: refused('Nobody knows this screen: its code has lapsed'),
    422: refused('Not the name of a screen'),
  },
});

const enter = createRoute({
  method: 'post',
  path: '/api/wall-devices/{deviceId}/enter',
  summary: 'A session of a quarter of an hour for a screen that has signed its challenge',
  security: [],
  request: {
    params,
    body: body(z.strictObject({ nonce: z.string().max(64), signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/) })),
  },
  responses: {
    204: { description: 'Entered; the cookie is set' },
    401: refused('Not signed by this screen, or too late'),
    404: refused('Nobody knows this screen'),
    409: refused('Revoked'),
    422: refused('Not a signature'),
  },
});

const list = createRoute({
  method: 'get',
  path: '/api/wall-devices',
  ...guarded('wall.manage'),
  summary: 'The screens on walls, those that were removed last',
  responses: { 200: { description: 'Screens', content: json(z.array(WallDevice)) } },
});

const pair = createRoute({
  method: 'post',
  path: '/api/wall-device-pairings',
  ...guarded('wall.manage'),
  summary: 'Pairs the screen that shows this code',
  request: { body: body(z.strictObject({ code: PairingCode, name: Name })) },
  responses: {
    201: screen,
    422: refused('No screen shows this code, or the name is missing'),
    429: refused('Five codes in a row that no screen shows'),
  },
});

const rename = createRoute({
  method: 'put',
  path: '/api/wall-devices/{deviceId}',
  ...guarded('wall.manage'),
  summary: 'Gives a screen another name',
  request: { params, body: body(z.strictObject({ name: Name })) },
  responses: { 200: screen, 404: unknown, 422: refused('The name is missing') },
});

const remove = createRoute({
  method: 'delete',
  path: '/api/wall-devices/{deviceId}',
  ...guarded('wall.manage'),
  summary: 'Removes a screen for good: its session ends at once',
  request: { params },
  responses: { 204: { description: 'Removed' }, 404: unknown },
});

/** Screens on walls: they ask, an administrator pairs them, and from then on their key lets them in. */
export function wallDeviceRoutes(accounts: Accounts, publicUrl: string | null) {
  const codes = openPairingCodes(accounts.now);
  const nonces = openNonces(accounts.now);
  const address = publicUrl === null ? null : new URL('/walls', publicUrl).href;
  const nameOf = (c: { req: { header(name: string): string | undefined } }) =>
    (c.req.header('User-Agent') ?? '').slice(0, 300);
  return newRoutes()
    .openapi(ask, async (c) => {
      const { publicKey } = c.req.valid('json');
      if (!(await isKey(publicKey))) throw new RecordRefused('publicKey', 'not a point of the curve P-256');
      const offer = codes.offer(publicKey, nameOf(c), networkOf(c));
      if (offer === null) {
        c.header('Retry-After', '60');
        throw new HTTPException(429, { message: 'Too many screens ask to be paired just now. Try again in a minute.' });
      }
      return c.json({ ...offer, address }, 201);
    })
    .openapi(challenge, async (c) => {
      const standing = await standingOf(accounts, codes, nonces, c.req.valid('param').deviceId);
      if (standing === null) throw notFound('This screen');
      return c.json(standing, 200);
    })
    .openapi(enter, async (c) => {
      const entered = await enterScreen(
        accounts,
        nonces,
        c.req.valid('param').deviceId,
        c.req.valid('json'),
        nameOf(c),
      );
      if (entered.is === 'unknown') throw notFound('This screen');
      if (entered.is === 'revoked') return problem(c, 409, { type: 'revoked', detail: 'This screen was removed.' });
      if (entered.is === 'refused') throw new HTTPException(401, { message: 'Ask again, and sign with your own key.' });
      sendCookies(c, entered.setCookies);
      return c.body(null, 204);
    })
    .openapi(list, async (c) => c.json(await listScreens(accounts.records.pool, accounts.now()), 200))
    .openapi(pair, async (c) => {
      const answer = await pairScreen(accounts, codes, actingOf(c), c.req.valid('json'));
      if (answer.is === 'closed') throw closedUntil(c, answer.until, accounts.now(), 'pairing');
      return c.json(answer.screen, 201);
    })
    .openapi(rename, async (c) => {
      const { deviceId } = c.req.valid('param');
      return c.json(await renameScreen(accounts, actingOf(c), deviceId, c.req.valid('json').name), 200);
    })
    .openapi(remove, async (c) => {
      await removeScreen(accounts, actingOf(c), c.req.valid('param').deviceId);
      return c.body(null, 204);
    });
}
