import { createRoute } from '@hono/zod-openapi';
import { Operations } from '#data/schema/records/operation.ts';
import { readFeed } from '#server/feed/read-feed.ts';
import type { MailPlace } from '#server/mail/mail-place.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { readDatabaseState } from '#server/store/database-state.ts';
import { listJobs } from '#server/store/jobs.ts';
import { listOutgoing } from '#server/store/mail.ts';
import type { RecordStore } from '#server/store/record-store.ts';

const get = createRoute({
  method: 'get',
  path: '/api/records/operations',
  ...guarded('operations.read'),
  summary: 'How the server’s own work goes: last run of each job, call files, letters that wait, the database',
  responses: {
    200: { description: 'Its state', content: { 'application/json': { schema: Operations } } },
  },
});

export function operationRecordRoutes(store: RecordStore, mail: MailPlace, home: string) {
  return newRoutes().openapi(get, async (c) => {
    const acting = actingOf(c);
    const { jobs, letters } = await store.as(acting, async (tx) => ({
      jobs: await listJobs(tx),
      letters: await listOutgoing(tx),
    }));
    const feed = await readFeed(home, acting.actor.role);
    const database = await readDatabaseState(store.pool);
    return c.json(
      {
        jobs,
        feed,
        letters: letters.map(({ text: _, subject: __, about: ___, ...posting }) => posting),
        mail: { from: mail.out?.from ?? null, address: mail.in?.address ?? null },
        database,
      },
      200,
    );
  });
}
