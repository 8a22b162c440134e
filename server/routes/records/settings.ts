import { createRoute, z } from '@hono/zod-openapi';
import { Settings } from '#data/policy/choices.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { keepReview, readSettings, writeSettings } from '#server/store/settings.ts';

/** The department's choices where its policies leave them open. `onChosen` hears of what holds outside the records. */
export function settingRoutes(records: RecordStore, onChosen: (settings: Settings) => void = () => {}) {
  return newRoutes()
    .openapi(getSettings, async (c) => c.json(await records.as(actingOf(c), readSettings), 200))
    .openapi(patchSettings, async (c) => {
      const acting = actingOf(c);
      const { seen = {}, ...choices } = c.req.valid('json');
      const settings = await records.as(acting, (tx) => writeSettings(tx, acting, choices, seen));
      onChosen(settings);
      return c.json(settings, 200);
    })
    .openapi(putReview, async (c) => {
      const acting = actingOf(c);
      const { profileId } = c.req.valid('param');
      const { on } = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => keepReview(tx, acting, profileId, on)), 200);
    });
}

const json = { content: { 'application/json': { schema: Settings } } };
const some = Settings.partial();
const body = some.extend({ seen: some.strict().optional() }).strict();

const getSettings = createRoute({
  method: 'get',
  path: '/api/records/settings',
  summary: 'Policies in force, the quarter clock, and every number of days that no policy states',
  ...guarded('person.read'),
  responses: { 200: { description: 'The choices in force', ...json } },
});

const patchSettings = createRoute({
  method: 'patch',
  path: '/api/records/settings',
  summary: 'Choose otherwise; each choice stands alone, and the audit says which was changed',
  ...guarded('settings.manage'),
  request: { body: { required: true, content: { 'application/json': { schema: body } } } },
  responses: {
    200: { description: 'The choices in force', ...json },
    409: refused('One of those in `seen` stands otherwise by now'),
    422: refused('A choice out of its bounds'),
  },
});

const putReview = createRoute({
  method: 'put',
  path: '/api/records/policies/{profileId}/review',
  summary: 'Enter the day on which the chief reviewed an order that asks for a yearly review',
  ...guarded('register.approve'),
  request: {
    params: z.object({ profileId: Settings.shape.profiles.element }),
    body: { required: true, content: { 'application/json': { schema: z.object({ on: z.iso.date() }).strict() } } },
  },
  responses: {
    200: { description: 'The choices in force', ...json },
    409: refused('The review was entered by somebody else meanwhile'),
    422: refused('A day ahead of today, or before the last review'),
  },
});
