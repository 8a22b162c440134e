import { createRoute, z } from '@hono/zod-openapi';
import type { Permission } from '#data/schema/permissions.ts';
import { LocalDate } from '#data/schema/records/common.ts';
import { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import {
  DecisionBody,
  EntryBody,
  EntryChange,
  EntryList,
  EntryPage,
  ReleaseBody,
} from '#data/schema/records/register-answers.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { changeEntry, createEntry, listEntries, readEntry, readLinked } from '#server/store/register.ts';
import { checkRelease, decideEntry, releaseEntry } from '#server/store/register-acts.ts';

/** One set of routes for every kind of the register; each kind's own description is its contract. */
export function registerRoutes(store: RecordStore) {
  return newRoutes()
    .openapi(listAll, async (c) => {
      const asked = c.req.valid('query');
      return c.json(await store.as(actingOf(c), (tx) => listEntries(tx, asked)), 200);
    })
    .openapi(listKind, async (c) => {
      const { kind } = c.req.valid('param');
      const asked = { ...c.req.valid('query'), kind };
      return c.json(await store.as(actingOf(c), (tx) => listEntries(tx, asked)), 200);
    })
    .openapi(getOne, async (c) => {
      const { kind, entryId } = c.req.valid('param');
      const page = await store.as(actingOf(c), async (tx) => {
        const entry = await readEntry(tx, kind, entryId);
        return { entry, linked: await readLinked(tx, entry), privateWords: await checkRelease(tx, kind, entryId) };
      });
      return c.json(page, 200);
    })
    .openapi(appoint, async (c) => {
      const acting = actingOf(c);
      const entry = await store.as(acting, (tx) => createEntry(tx, acting, 'appointment', c.req.valid('json')));
      return c.json(entry, 201);
    })
    .openapi(changeAppointment, async (c) => {
      const acting = actingOf(c);
      const { entryId } = c.req.valid('param');
      const change = c.req.valid('json');
      return c.json(await store.as(acting, (tx) => changeEntry(tx, acting, 'appointment', entryId, change)), 200);
    })
    .openapi(postOne, async (c) => {
      const acting = actingOf(c);
      const { kind } = c.req.valid('param');
      const entry = await store.as(acting, (tx) => createEntry(tx, acting, kind, c.req.valid('json')));
      return c.json(entry, 201);
    })
    .openapi(patchOne, async (c) => {
      const acting = actingOf(c);
      const { kind, entryId } = c.req.valid('param');
      const change = c.req.valid('json');
      return c.json(await store.as(acting, (tx) => changeEntry(tx, acting, kind, entryId, change)), 200);
    })
    .openapi(letOut, async (c) => {
      const acting = actingOf(c);
      const { kind, entryId } = c.req.valid('param');
      const act = c.req.valid('json');
      return c.json(await store.as(acting, (tx) => releaseEntry(tx, acting, kind, entryId, act)), 200);
    })
    .openapi(decide, async (c) => {
      const acting = actingOf(c);
      const { kind, entryId } = c.req.valid('param');
      const decision = c.req.valid('json');
      return c.json(await store.as(acting, (tx) => decideEntry(tx, acting, kind, entryId, decision)), 200);
    });
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const body = <Schema extends z.ZodType>(schema: Schema) => ({ required: true, ...json(schema) });
const refusals = {
  403: refused('The act belongs to another role'),
  404: refused('Not here'),
  409: refused('Somebody else changed it meanwhile; `current` is the entry as it is now'),
  422: refused('Fields that were refused, by name'),
};

const KindParam = z.object({ kind: RegisterKind });
const EntryParam = z.object({ kind: RegisterKind, entryId: z.string().max(20) });
/** An appointment is the chief's act and has addresses of its own. */
const KeptKind = RegisterKind.exclude(['appointment']);

const ListQuery = z.object({
  groupId: z.string().max(80).optional(),
  concernId: z.string().max(20).optional(),
  ownerId: z.string().max(80).optional(),
  open: z
    .enum(['true', 'false'])
    .transform((word) => word === 'true')
    .optional(),
  from: LocalDate.optional(),
  to: LocalDate.optional(),
  words: z.string().trim().min(1).max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
});

const listAll = createRoute({
  method: 'get',
  path: '/api/records/register-entries',
  summary: 'Entries of every kind, newest first: what stands beside a group or a concern',
  ...guarded('register.read'),
  request: { query: ListQuery },
  responses: { 200: { description: 'Entries', ...json(EntryList) }, ...refusals },
});

const listKind = createRoute({
  method: 'get',
  path: '/api/records/register/{kind}',
  summary: 'Entries of one kind, newest first',
  ...guarded('register.read'),
  request: { params: KindParam, query: ListQuery },
  responses: { 200: { description: 'Entries', ...json(EntryList) }, ...refusals },
});

const getOne = createRoute({
  method: 'get',
  path: '/api/records/register/{kind}/{entryId}',
  summary: 'One entry, the entries it is linked with, and what a release check finds in it',
  ...guarded('register.read'),
  request: { params: EntryParam },
  responses: { 200: { description: 'The entry', ...json(EntryPage) }, ...refusals },
});

const create = (permission: Permission) => ({
  method: 'post' as const,
  ...guarded(permission),
  responses: { 201: { description: 'The new entry', ...json(RegisterEntry) }, ...refusals },
});
const change = (permission: Permission) => ({
  method: 'patch' as const,
  ...guarded(permission),
  responses: { 200: { description: 'The entry', ...json(RegisterEntry) }, ...refusals },
});

const appoint = createRoute({
  ...create('register.approve'),
  path: '/api/records/register/appointment',
  summary: 'Appoint the coordinator; the one before ends and open work is handed over',
  request: { body: body(EntryBody) },
});

const changeAppointment = createRoute({
  ...change('register.approve'),
  path: '/api/records/register/appointment/{entryId}',
  summary: 'Change an appointment',
  request: { params: EntryParam.pick({ entryId: true }), body: body(EntryChange) },
});

const postOne = createRoute({
  ...create('register.write'),
  path: '/api/records/register/{kind}',
  summary: 'Begin an entry; it is internal until a person lets it out',
  request: { params: z.object({ kind: KeptKind }), body: body(EntryBody) },
});

const patchOne = createRoute({
  ...change('register.write'),
  path: '/api/records/register/{kind}/{entryId}',
  summary: 'Change an entry; words that were let out go back inside when they change',
  request: { params: EntryParam.extend({ kind: KeptKind }), body: body(EntryChange) },
});

const letOut = createRoute({
  method: 'post',
  path: '/api/records/register/{kind}/{entryId}/release',
  summary: 'Let an entry out to its group or the public, or take it back, with a reason',
  ...guarded('register.write'),
  request: { params: EntryParam, body: body(ReleaseBody) },
  responses: { 200: { description: 'The entry', ...json(RegisterEntry) }, ...refusals },
});

const decide = createRoute({
  method: 'post',
  path: '/api/records/register/{kind}/{entryId}/decision',
  summary: 'The chief approves or declines; an approved proposal becomes a program',
  ...guarded('register.approve'),
  request: { params: EntryParam, body: body(DecisionBody) },
  responses: { 200: { description: 'The entry', ...json(RegisterEntry) }, ...refusals },
});
