import { createRoute } from '@hono/zod-openapi';
import { WeeklyMeeting } from '#data/schema/records/weekly-meeting.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { readMeeting } from '#server/wall/meeting/read-meeting.ts';

/** What command goes through once a week, area by area (C3). */
export const weeklyMeetingRoutes = (records: RecordStore) =>
  newRoutes().openapi(getMeeting, async (c) => {
    const acting = actingOf(c);
    return c.json(await records.as(acting, (tx) => readMeeting(tx, acting)), 200);
  });

const getMeeting = createRoute({
  method: 'get',
  path: '/api/records/weekly-meeting',
  summary: 'What waits in each area: concerns overdue, referrals silent, the group, escalations',
  ...guarded('duty.read'),
  responses: {
    200: {
      description: 'Every group, by name; what belongs to no group stands last',
      content: { 'application/json': { schema: WeeklyMeeting } },
    },
  },
});
