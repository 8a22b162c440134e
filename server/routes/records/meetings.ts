import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate, Seen, Words } from '#data/schema/records/common.ts';
import { ConcernStatus } from '#data/schema/records/concern.ts';
import { GroupPromise, Meeting, MeetingFields, PromiseFields } from '#data/schema/records/contact.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { notFound, refused } from '#server/routes/problem.ts';
import { attendedPercent, listGaps } from '#server/store/attendance.ts';
import { getGroup } from '#server/store/groups.ts';
import { outcomeOf } from '#server/store/meeting-concerns.ts';
import {
  cancelMeeting,
  changeMeeting,
  getMeeting,
  holdMeetingNow,
  listMeetings,
  openingsOf,
  planMeeting,
} from '#server/store/meetings.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { toIcs } from './meeting-calendar.ts';

/** Meetings with groups (1902.2 A.5, B.3): planned, invited to, held, missed. */
export function meetingRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getMeetings, async (c) => {
      const asked = c.req.valid('query');
      return c.json(await records.as(actingOf(c), (tx) => listMeetings(tx, asked)), 200);
    })
    .openapi(getMissed, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => listGaps(tx, acting)), 200);
    })
    .openapi(getAttended, async (c) => {
      const acting = actingOf(c);
      const { from, to } = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => attendedPercent(tx, acting, from, to)), 200);
    })
    .openapi(getOne, async (c) => {
      const acting = actingOf(c);
      const { meetingId } = c.req.valid('param');
      const answer = await records.as(acting, async (tx) => {
        const meeting = await getMeeting(tx, meetingId);
        const opensWith = await openingsOf(tx, acting, meeting.groupId);
        return { meeting, opensWith, ...(await outcomeOf(tx, meetingId)) };
      });
      return c.json(answer, 200);
    })
    .openapi(getIcs, async (c) => {
      const { file } = c.req.valid('param');
      const ics = await records.as(actingOf(c), async (tx) => {
        const meeting = await getMeeting(tx, file.replace(/\.ics$/, ''));
        return toIcs(meeting, `Meeting with ${(await getGroup(tx, meeting.groupId)).name}`);
      });
      if (ics === null) throw notFound(`A calendar of ${file}`);
      return c.body(ics, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'no-store' });
    })
    .openapi(postMeeting, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => planMeeting(tx, acting, c.req.valid('json'))), 201);
    })
    .openapi(putMeeting, async (c) => {
      const acting = actingOf(c);
      const { meetingId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => changeMeeting(tx, acting, meetingId, c.req.valid('json'))), 200);
    })
    .openapi(postCancel, async (c) => {
      const acting = actingOf(c);
      const { meetingId } = c.req.valid('param');
      const asked = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => cancelMeeting(tx, acting, meetingId, asked)), 200);
    })
    .openapi(postHeld, async (c) => {
      const acting = actingOf(c);
      const { meetingId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => holdMeetingNow(tx, acting, meetingId, c.req.valid('json'))), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });
const params = z.object({ meetingId: z.string() });
const refusals = {
  404: refused('No such meeting'),
  409: refused('Somebody else changed it'),
  422: refused('A field is not as it should be'),
};

const getMeetings = createRoute({
  method: 'get',
  path: '/api/records/meetings',
  summary: 'Meetings, the newest first; at most 500',
  ...guarded('meeting.read'),
  request: {
    query: z.object({ groupId: z.string().optional(), from: LocalDate.optional(), to: LocalDate.optional() }),
  },
  responses: { 200: { description: 'Meetings', ...json(z.array(Meeting)) }, 422: refused('Not a day') },
});

const getMissed = createRoute({
  method: 'get',
  path: '/api/records/meeting-gaps',
  summary: 'Meetings that none of ours is recorded at, a day after they ended (1902.2 A.5)',
  ...guarded('meeting.read'),
  responses: { 200: { description: 'Gaps, the oldest first', ...json(z.array(Meeting)) } },
});

const getAttended = createRoute({
  method: 'get',
  path: '/api/records/meeting-attendance',
  summary: 'Percent of each group’s meetings that one of ours attended, with the rows',
  ...guarded('meeting.read'),
  request: { query: z.object({ from: LocalDate, to: LocalDate }) },
  responses: {
    200: {
      description: 'By group',
      ...json(
        z.array(
          z.object({
            groupId: z.string(),
            meetings: z.array(z.string()),
            attended: z.array(z.string()),
            percent: z.number(),
          }),
        ),
      ),
    },
    422: refused('Not a day'),
  },
});

const OpensWith = z.object({
  promises: z.array(GroupPromise),
  concerns: z.array(z.object({ concernId: z.string(), title: z.string() })),
});
const Heard = z.object({
  concernId: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  status: ConcernStatus,
});
const OneMeeting = z.object({
  meeting: Meeting,
  opensWith: OpensWith,
  heard: z.array(Heard),
  promised: z.array(GroupPromise),
});
const getOne = createRoute({
  method: 'get',
  path: '/api/records/meetings/{meetingId}',
  summary: 'A meeting; what its agenda opens with; the concerns heard and the promises made there',
  ...guarded('meeting.read'),
  request: { params },
  responses: {
    200: { description: 'The meeting', ...json(OneMeeting) },
    404: refused('No such meeting'),
  },
});

const getIcs = createRoute({
  method: 'get',
  path: '/api/meetings/{file}',
  summary: 'A meeting for a calendar: /api/meetings/M-0012.ics',
  ...guarded('meeting.read'),
  request: { params: z.object({ file: z.string().regex(/\.ics$/, 'Ask for the meeting with .ics at its end.') }) },
  responses: {
    200: { description: 'iCalendar (RFC 5545)', content: { 'text/calendar': { schema: z.string() } } },
    404: refused('No such meeting'),
    422: refused('Not a calendar file'),
  },
});

const postMeeting = createRoute({
  method: 'post',
  path: '/api/records/meetings',
  summary: 'Plan a meeting and invite units to it; an empty agenda is filled with open promises and concerns',
  ...guarded('meeting.write'),
  request: { body: body(MeetingFields) },
  responses: {
    201: { description: 'Planned', ...json(Meeting) },
    404: refused('No such group'),
    422: refused('A field is not as it should be'),
  },
});

const putMeeting = createRoute({
  method: 'put',
  path: '/api/records/meetings/{meetingId}',
  summary: 'Change a planned meeting: agenda, invitations and their replies, time and place',
  ...guarded('meeting.write'),
  request: { params, body: body(MeetingFields.extend(Seen.shape)) },
  responses: { 200: { description: 'As it is now', ...json(Meeting) }, ...refusals },
});

const postCancel = createRoute({
  method: 'post',
  path: '/api/records/meetings/{meetingId}/cancel',
  summary: 'Cancel a planned meeting, with the reason; those who were invited by mail are told',
  ...guarded('meeting.write'),
  request: { params, body: body(Seen.extend({ reason: Words(300) })) },
  responses: { 200: { description: 'Cancelled', ...json(Meeting) }, ...refusals },
});

const postHeld = createRoute({
  method: 'post',
  path: '/api/records/meetings/{meetingId}/hold',
  summary: 'What came of a meeting and what was promised at it; each of ours who attended has made a contact',
  ...guarded('meeting.write'),
  request: {
    params,
    body: body(
      Meeting.pick({ attendedBy: true, attendance: true, minutes: true }).extend({
        ...Seen.shape,
        promises: z
          .array(PromiseFields.pick({ words: true, dueOn: true, ownerId: true }))
          .max(20)
          .default([]),
      }),
    ),
  },
  responses: { 200: { description: 'Held', ...json(Meeting) }, ...refusals },
});
