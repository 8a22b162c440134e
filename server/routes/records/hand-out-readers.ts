import { createRoute, z } from '@hono/zod-openapi';
import { Seen, Words } from '#data/schema/records/common.ts';
import {
  HandOutDelivery,
  type HandOutFacts,
  HandOutLanguage,
  HandOutReaderFields,
  ListedReader,
} from '#data/schema/records/hand-out.ts';
import type { Released } from '#server/hand-out/content.ts';
import { letterOf } from '#server/hand-out/delivery/letter-of.ts';
import { stopHash, stopToken } from '#server/hand-out/delivery/stop-link.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { listDeliveries, sendHandOut } from '#server/store/hand-out-deliveries.ts';
import { changeReader, listReaders, signUpReader } from '#server/store/hand-out-readers.ts';
import type { RecordStore } from '#server/store/record-store.ts';

export type LetterPlace = {
  readonly secret: string; // of the server: the links that end a mail are made of it
  readonly publicUrl: string | null; // the address people type; null: letters carry no link
};

/** Who gets a group's pages by mail, because they said so, and which pages they were sent. */
export function handOutReaderRoutes(records: RecordStore, { secret, publicUrl }: LetterPlace) {
  const hashOf = (readerId: string) => stopHash(stopToken(secret, readerId));
  const write = (page: Released & { facts: HandOutFacts }, { language, consentedOn }: ListedReader) =>
    letterOf(page.facts, page, { language, consentedOn, publicUrl, stopUrl: null });
  return newRoutes()
    .openapi(getReaders, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => listReaders(tx, acting, groupId)), 200);
    })
    .openapi(postReader, async (c) => {
      const acting = actingOf(c);
      const { groupId } = c.req.valid('param');
      const fields = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => signUpReader(tx, acting, groupId, fields, hashOf)), 201);
    })
    .openapi(putReader, async (c) => {
      const acting = actingOf(c);
      const { readerId } = c.req.valid('param');
      const change = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => changeReader(tx, acting, readerId, change)), 200);
    })
    .openapi(getDeliveries, async (c) => {
      const { handOutId } = c.req.valid('param');
      return c.json(await records.as(actingOf(c), (tx) => listDeliveries(tx, handOutId)), 200);
    })
    .openapi(postDeliveries, async (c) => {
      const acting = actingOf(c);
      const { handOutId } = c.req.valid('param');
      const { readerIds } = c.req.valid('json');
      const sent = await records.as(acting, (tx) => sendHandOut(tx, acting, handOutId, readerIds, write));
      return c.json(sent, 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });
const ofGroup = z.object({ groupId: z.string() });
const ofHandOut = z.object({ handOutId: z.string() });

const getReaders = createRoute({
  method: 'get',
  path: '/api/records/groups/{groupId}/readers',
  summary: 'Who gets the group’s pages by mail, and who did, with how each said so',
  ...guarded('hand-out.read'),
  request: { params: ofGroup },
  responses: { 200: { description: 'Readers, those first who still get it', ...json(z.array(ListedReader)) } },
});

const postReader = createRoute({
  method: 'post',
  path: '/api/records/groups/{groupId}/readers',
  summary: 'Sign a representative in office up for the group’s pages, as they asked',
  ...guarded('hand-out.send'),
  request: { params: ofGroup, body: body(HandOutReaderFields) },
  responses: {
    201: { description: 'Signed up', ...json(ListedReader) },
    404: refused('No such group'),
    422: refused('Not in office, without an address, or signed up already'),
  },
});

const putReader = createRoute({
  method: 'put',
  path: '/api/records/readers/{readerId}',
  summary: 'Change a reader’s language, or end the mail with how they said so',
  ...guarded('hand-out.send'),
  request: {
    params: z.object({ readerId: z.string() }),
    body: body(Seen.extend({ language: HandOutLanguage, endedHow: Words(200).optional() })),
  },
  responses: {
    200: { description: 'As it is now', ...json(ListedReader) },
    404: refused('No such reader'),
    409: refused('Somebody else changed it'),
    422: refused('A field is not as it should be, or the mail was ended'),
  },
});

const getDeliveries = createRoute({
  method: 'get',
  path: '/api/records/hand-outs/{handOutId}/deliveries',
  summary: 'To whom a page was sent',
  ...guarded('hand-out.read'),
  request: { params: ofHandOut },
  responses: { 200: { description: 'Deliveries, the first first', ...json(z.array(HandOutDelivery)) } },
});

const postDeliveries = createRoute({
  method: 'post',
  path: '/api/records/hand-outs/{handOutId}/deliveries',
  summary: 'Send a released page to readers, each once; one who has it already is not sent it again',
  ...guarded('hand-out.send'),
  request: { params: ofHandOut, body: body(z.object({ readerIds: z.array(z.string()).min(1).max(200) })) },
  responses: {
    200: { description: 'The deliveries to these readers', ...json(z.array(HandOutDelivery)) },
    404: refused('No such page, or no such reader'),
    422: refused('A reader who ended the mail or left office, or a page that was withdrawn'),
  },
});
