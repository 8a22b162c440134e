import { createRoute, z } from '@hono/zod-openapi';
import { Account, NewPassword } from '#data/schema/account.ts';
import { Person } from '#data/schema/records/person.ts';
import type { Accounts } from '#server/auth/accounts.ts';
import { addAccount, changeAccount, resetAccount } from '#server/auth/keep-accounts.ts';
import { listAccounts } from '#server/store/accounts.ts';
import { actingOf, guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { refused } from './problem.ts';

const Name = z.string().trim().min(1).max(120);
const Place = z.string().trim().max(120).nullable();
const NewPerson = z.strictObject({
  name: Name,
  title: z.string().trim().max(120),
  role: Person.shape.role,
  email: z.email().max(320),
  unit: Place,
  district: Place,
});
const Change = NewPerson.omit({ email: true }).extend({ isActive: z.boolean() }).partial();
const params = z.object({ personId: z.string().min(1).max(120) });
const password = {
  description: 'The password, told this once',
  content: { 'application/json': { schema: NewPassword } },
};

const list = createRoute({
  method: 'get',
  path: '/api/accounts',
  ...guarded('account.manage'),
  summary: 'Everybody, and how they sign in',
  responses: { 200: { description: 'Accounts', content: { 'application/json': { schema: z.array(Account) } } } },
});

const add = createRoute({
  method: 'post',
  path: '/api/accounts',
  ...guarded('account.manage'),
  summary: 'Makes a person with an account',
  request: { body: { required: true, content: { 'application/json': { schema: NewPerson } } } },
  responses: { 201: password, 422: refused('A field is not as it should be, or the address is taken') },
});

const change = createRoute({
  method: 'patch',
  path: '/api/accounts/{personId}',
  ...guarded('account.manage'),
  summary: 'Changes a person; another role or a closed account ends their sessions',
  request: { params, body: { required: true, content: { 'application/json': { schema: Change } } } },
  responses: {
    204: { description: 'Changed' },
    404: refused('Nobody of that name'),
    422: refused('Not a change, or the last administrator'),
  },
});

const reset = createRoute({
  method: 'post',
  path: '/api/accounts/{personId}/password',
  ...guarded('account.manage'),
  summary: 'Gives a person a new password and ends their sessions',
  request: {
    params,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ secondFactor: z.enum(['keep', 'remove']) }) } },
    },
  },
  responses: { 200: password, 404: refused('Nobody of that name'), 422: refused('A field is missing') },
});

/** Accounts are made here, by `commonbeat users` and by the department's sign-on; nobody signs up. */
export function accountRoutes(accounts: Accounts) {
  return newRoutes()
    .openapi(list, async (c) => {
      const found = await listAccounts(accounts.records.pool, accounts.now());
      return c.json(
        found.map((account) => ({ ...account, closedUntil: account.closedUntil?.toISOString() ?? null })),
        200,
      );
    })
    .openapi(add, async (c) => {
      const { person, password } = await addAccount(accounts, actingOf(c), c.req.valid('json'));
      return c.json({ personId: person.personId, password }, 201);
    })
    .openapi(change, async (c) => {
      const given = c.req.valid('json');
      const present = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      await changeAccount(accounts, actingOf(c), c.req.valid('param').personId, present);
      return c.body(null, 204);
    })
    .openapi(reset, async (c) => {
      const { personId } = c.req.valid('param');
      const password = await resetAccount(accounts, actingOf(c), personId, c.req.valid('json').secondFactor);
      return c.json({ personId, password }, 200);
    });
}
