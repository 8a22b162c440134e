import { createRoute } from '@hono/zod-openapi';
import { PolicyChoices } from '#data/policy/choices.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { readChoices, writeChoices } from '#server/store/settings.ts';

/** The department's choices where its policies leave them open. */
export function settingRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getSettings, async (c) => c.json(await records.as(actingOf(c), readChoices), 200))
    .openapi(patchSettings, async (c) => {
      const choices = c.req.valid('json');
      return c.json(await records.as(actingOf(c), (tx) => writeChoices(tx, choices)), 200);
    });
}

const json = { content: { 'application/json': { schema: PolicyChoices } } };

const getSettings = createRoute({
  method: 'get',
  path: '/api/records/settings',
  summary: 'Policies in force, the quarter clock, and every number of days that no policy states',
  ...guarded('session.own'),
  responses: { 200: { description: 'The choices in force', ...json } },
});

const patchSettings = createRoute({
  method: 'patch',
  path: '/api/records/settings',
  summary: 'Choose otherwise; each choice stands alone, and the audit says which was changed',
  ...guarded('settings.manage'),
  request: { body: { required: true, content: { 'application/json': { schema: PolicyChoices.partial().strict() } } } },
  responses: { 200: { description: 'The choices in force', ...json }, 422: refused('A choice out of its bounds') },
});
