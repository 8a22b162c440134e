import { createRoute, z } from '@hono/zod-openapi';
import { isAddressedTo } from '#analysis/duty/addressed.ts';
import { Seen, Words } from '#data/schema/records/common.ts';
import { Notice, NoticeKind } from '#data/schema/records/notice.ts';
import { NotTheirs, RecordMissing } from '#server/errors.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { sendNoContact } from '#server/store/no-contact.ts';
import { acknowledgeNotice, findNotice, listNotices } from '#server/store/notices.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** What a role or a person was told, and that they read it. */
export function noticeRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getNotices, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => listNotices(tx, acting, c.req.valid('query'))), 200);
    })
    .openapi(postNoContact, async (c) => {
      const acting = actingOf(c);
      const { notice, isNew } = await records.as(acting, (tx) => sendNoContact(tx, acting, c.req.valid('json')));
      return c.json(notice, isNew ? 201 : 200);
    })
    .openapi(postAcknowledgment, async (c) => {
      const acting = actingOf(c);
      const { noticeId } = c.req.valid('param');
      const read = await records.as(acting, async (tx) => {
        const current = await findNotice(tx, noticeId);
        if (current === null) throw new RecordMissing(`The notice ${noticeId}`);
        if (!isAddressedTo(current, acting.actor)) throw new NotTheirs(`The notice ${noticeId} is for somebody else.`);
        return acknowledgeNotice(tx, acting, current, c.req.valid('json'));
      });
      return c.json(read, 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });

const getNotices = createRoute({
  method: 'get',
  path: '/api/records/notices',
  summary: 'Notices, those that wait first; at most 200',
  ...guarded('notice.read'),
  request: {
    query: z.object({
      scope: z.enum(['mine', 'all']).default('mine'),
      kind: NoticeKind.optional(),
      groupId: z.string().optional(),
    }),
  },
  responses: { 200: { description: 'Notices', ...json(z.array(Notice)) } },
});

const postNoContact = createRoute({
  method: 'post',
  path: '/api/records/notices/no-contact',
  summary: 'Tell the section commander that a group cannot be reached (1902.2 C); once a quarter',
  ...guarded('notice.send'),
  request: { body: body(z.object({ groupId: z.string().min(1), words: Words(2000) })) },
  responses: {
    200: { description: 'It was told before: this is that notice', ...json(Notice) },
    201: { description: 'Told', ...json(Notice) },
    404: refused('No such group'),
    422: refused('The group was reached, or has no clock'),
  },
});

const postAcknowledgment = createRoute({
  method: 'post',
  path: '/api/records/notices/{noticeId}/acknowledgments',
  summary: 'Acknowledge a notice that is addressed to you, by name and time',
  ...guarded('notice.acknowledge'),
  request: {
    params: z.object({ noticeId: z.string() }),
    body: body(Seen.extend({ words: z.string().trim().max(500).default('') })),
  },
  responses: {
    200: { description: 'Acknowledged', ...json(Notice) },
    403: refused('It is for somebody else'),
    404: refused('No such notice'),
    409: refused('Somebody else acknowledged it meanwhile'),
  },
});
