import { join } from 'node:path';
import { createRoute } from '@hono/zod-openapi';
import { Role } from '#data/schema/release-level.ts';
import { Welcome } from '#data/schema/session.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { waysToUnlock } from '#server/auth/unlock.ts';
import { hasAccounts, listActivePeople } from '#server/store/accounts.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { newRoutes } from './new-routes.ts';
import { remember } from './remember.ts';
import type { AsSession } from './session.ts';

const getWelcome = createRoute({
  method: 'get',
  path: '/api/welcome',
  summary: 'What stands at the door: how to sign in here',
  security: [],
  responses: { 200: { description: 'The door', content: { 'application/json': { schema: Welcome } } } },
});

export function welcomeRoutes(accounts: Accounts, asSession: AsSession, home: string, enterRole: Role | null) {
  const { isDemo, records, signOn } = accounts;
  const store = remember(join(home, 'store.json'), () => readStoreIndex(home));
  const demoPeople = async () => (isDemo ? await listActivePeople(records.pool, Role.options) : []);
  return newRoutes().openapi(getWelcome, async (c) => {
    const people = await demoPeople();
    const found = c.get('found');
    return c.json(
      Welcome.parse({
        city: (await store()).city,
        demo: isDemo,
        firstRun: !isDemo && !(await hasAccounts(records.pool)),
        signOn: signOn?.title ?? null,
        people,
        enterAs: people.find(({ role }) => role === enterRole)?.personId ?? null,
        session: found?.is === 'in' ? await asSession(found.session.person) : null,
        locked:
          found?.is === 'locked'
            ? { ...found.session.person, unlockBy: await waysToUnlock(accounts, found.session) }
            : null,
      }),
      200,
    );
  });
}
