import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate, Seen } from '#data/schema/records/common.ts';
import { Contact, ContactFields, PlannedContact, PlannedContactFields } from '#data/schema/records/contact.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { changeContact, dropPlan, listContacts, logContact, planContact } from '#server/store/contacts.ts';
import type { RecordStore } from '#server/store/record-store.ts';

/** The contact log (1902.2 C, B.5): who reached out to which group, and whether it was made. */
export function contactRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getContacts, async (c) => {
      const asked = c.req.valid('query');
      return c.json(await records.as(actingOf(c), (tx) => listContacts(tx, asked)), 200);
    })
    .openapi(postContact, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => logContact(tx, acting, c.req.valid('json'))), 201);
    })
    .openapi(putContact, async (c) => {
      const acting = actingOf(c);
      const { contactId } = c.req.valid('param');
      const fields = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => changeContact(tx, acting, contactId, fields)), 200);
    })
    .openapi(postPlan, async (c) => {
      const acting = actingOf(c);
      return c.json(await records.as(acting, (tx) => planContact(tx, acting, c.req.valid('json'))), 201);
    })
    .openapi(deletePlan, async (c) => {
      const acting = actingOf(c);
      const { plannedId } = c.req.valid('param');
      await records.as(acting, (tx) => dropPlan(tx, acting, plannedId, c.req.valid('json').revision));
      return c.json({ plannedId }, 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ ...json(schema), required: true });

const getContacts = createRoute({
  method: 'get',
  path: '/api/records/contacts',
  summary: 'Logged contacts, newest first; `before` asks for the next page',
  ...guarded('contact.read'),
  request: {
    query: z.object({
      groupId: z.string().optional(),
      officerId: z.string().optional(),
      from: LocalDate.optional(),
      to: LocalDate.optional(),
      result: ContactFields.shape.result.optional(),
      before: z.string().optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
  },
  responses: { 200: { description: 'A page of contacts', ...json(z.array(Contact)) } },
});

const postContact = createRoute({
  method: 'post',
  path: '/api/records/contacts',
  summary: 'Log a contact, attempted or made',
  ...guarded('contact.write'),
  request: { body: body(ContactFields) },
  responses: { 201: { description: 'Logged', ...json(Contact) }, 422: refused('A field is not as it should be') },
});

const putContact = createRoute({
  method: 'put',
  path: '/api/records/contacts/{contactId}',
  summary: 'Correct a logged contact',
  ...guarded('contact.write'),
  request: { params: z.object({ contactId: z.string() }), body: body(ContactFields.extend(Seen.shape)) },
  responses: {
    200: { description: 'As it is now', ...json(Contact) },
    404: refused('No such contact'),
    409: refused('Somebody else changed it'),
    422: refused('A field is not as it should be'),
  },
});

const postPlan = createRoute({
  method: 'post',
  path: '/api/records/planned-contacts',
  summary: 'Plan a contact; it stops no clock',
  ...guarded('contact.write'),
  request: { body: body(PlannedContactFields) },
  responses: { 201: { description: 'Planned', ...json(PlannedContact) }, 422: refused('A day that has passed') },
});

const deletePlan = createRoute({
  method: 'delete',
  path: '/api/records/planned-contacts/{plannedId}',
  summary: 'Take a plan away',
  ...guarded('contact.write'),
  request: { params: z.object({ plannedId: z.string() }), body: body(Seen) },
  responses: {
    200: { description: 'Taken away', ...json(z.object({ plannedId: z.string() })) },
    404: refused('No such plan'),
    409: refused('Somebody else changed it'),
  },
});
