import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { Concern } from '#data/schema/records/concern.ts';
import {
  AddedWords,
  AlikeConcern,
  AlikeQuestion,
  Assignees,
  ChangedSheet,
  ConcernList,
  ConcernQuery,
  Filed,
  InternalAffairs,
  NewConcern,
  PartnerConcern,
} from '#data/schema/records/concern-filing.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { notFound, problem, refused } from '#server/routes/problem.ts';
import { alikeConcerns } from '#server/store/alike-concerns.ts';
import { concernChoices } from '#server/store/concern-clock.ts';
import { listConcerns } from '#server/store/concern-list.ts';
import { asReadBy } from '#server/store/concern-reader.ts';
import { addWords, changeSheet, fileConcern, filedAnswer, findConcern, toPartner } from '#server/store/concerns.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { assignees } from '#server/store/triage.ts';
import { refuseAboutOfficer, refuseNamed } from './concern-refusals.ts';

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const params = z.object({ concernId: z.string().regex(/^C-\d{4,}$/) });
const path = '/api/records/concerns';

const file = createRoute({
  method: 'post',
  path,
  ...guarded('concern.file'),
  summary: 'Files a concern; the same clientKey again is the same concern',
  request: { body: { required: true, ...json(NewConcern) } },
  responses: {
    200: { description: 'It was filed before', ...json(Filed) },
    201: { description: 'Filed', ...json(Filed) },
    422: refused('Not accepted, or about how an officer behaved'),
  },
});

const list = createRoute({
  method: 'get',
  path,
  ...guarded('concern.read'),
  summary: 'Concerns, fifty a page, with their counts',
  request: { query: ConcernQuery },
  responses: { 200: { description: 'A page', ...json(ConcernList) } },
});

const alike = createRoute({
  method: 'post',
  path: `${path}/alike`,
  ...guarded('concern.file'),
  summary: 'Concerns that are likely the same, at most five, with reasons in words',
  request: { body: { required: true, ...json(AlikeQuestion) } },
  responses: { 200: { description: 'Likely the same', ...json(z.array(AlikeConcern)) } },
});

const known = createRoute({
  method: 'get',
  path: `${path}/known`,
  ...guarded('concern.file'),
  summary: 'What a list and a form name: people, groups, units, limits, and where complaints about officers belong',
  responses: { 200: { description: 'Names', ...json(Assignees.extend({ internalAffairs: InternalAffairs })) } },
});

const one = createRoute({
  method: 'get',
  path: `${path}/{concernId}`,
  ...guarded('concern.read'),
  summary: 'One concern; the city’s partner gets its own view of a shared one',
  request: { params },
  responses: {
    200: { description: 'The concern', ...json(z.union([Concern, PartnerConcern])) },
    404: refused('No such concern'),
  },
});

const change = createRoute({
  method: 'patch',
  path: `${path}/{concernId}`,
  ...guarded('concern.write'),
  summary: 'Mends the intake sheet',
  request: { params, body: { required: true, ...json(ChangedSheet) } },
  responses: {
    200: { description: 'As it is now', ...json(Concern) },
    404: refused('No such concern'),
    409: refused('Somebody else changed it meanwhile'),
  },
});

const add = createRoute({
  method: 'post',
  path: `${path}/{concernId}/said`,
  ...guarded('concern.file'),
  summary: 'Adds words to a concern that is already here, instead of filing another',
  request: { params, body: { required: true, ...json(AddedWords) } },
  responses: {
    200: { description: 'Added', ...json(Filed) },
    404: refused('No such concern'),
    409: refused('It is closed'),
    422: refused('Not accepted, or about how an officer behaved'),
  },
});

const missing = (concernId: string) => notFound(`Concern ${concernId}`);

/** Intake, list, duplicates and the sheet of concerns. */
export function concernRecordRoutes(store: RecordStore) {
  return newRoutes()
    .openapi(file, (c) =>
      store.as(actingOf(c), async (tx) => {
        const { clientKey, aboutOfficer: _, meetingId, ...sheet } = c.req.valid('json');
        const refusal = (await refuseAboutOfficer(c, tx, c.req.valid('json'))) ?? refuseNamed(c, sheet);
        if (refusal) return refusal as never; // a problem answer, described as 422
        const { concern, isNew } = await fileConcern(tx, actingOf(c), sheet, { clientKey, meetingId });
        return c.json(await filedAnswer(tx, concern), isNew ? 201 : 200);
      }),
    )
    .openapi(list, async (c) => {
      const asked = c.req.valid('query');
      return c.json(await store.as(actingOf(c), (tx) => listConcerns(tx, actingOf(c), asked)), 200);
    })
    .openapi(alike, async (c) => {
      const asked = c.req.valid('json');
      return c.json(await store.as(actingOf(c), (tx) => alikeConcerns(tx, asked)), 200);
    })
    .openapi(known, async (c) => {
      const [names, { internalAffairs }] = await store.as(actingOf(c), (tx) =>
        Promise.all([assignees(tx, actingOf(c).nowLocal), concernChoices(tx)]),
      );
      return c.json({ ...names, internalAffairs }, 200);
    })
    .openapi(one, async (c) => {
      const { concernId } = c.req.valid('param');
      const found = await store.as(actingOf(c), (tx) => findConcern(tx, concernId));
      if (found === null) throw missing(concernId);
      const { actor } = actingOf(c);
      return c.json(actor.role === 'city-partner' ? toPartner(found) : asReadBy(actor, found), 200);
    })
    .openapi(change, (c) =>
      store.as(actingOf(c), async (tx) => {
        const { concernId } = c.req.valid('param');
        const current = await findConcern(tx, concernId);
        if (current === null) throw missing(concernId);
        const { aboutOfficer, ...changed } = c.req.valid('json');
        const words = changed.words === current.words ? '' : (changed.words ?? '');
        const refusal =
          (await refuseAboutOfficer(c, tx, { aboutOfficer, words })) ??
          refuseNamed(c, { ...current, ...changed } as Concern); // absent keys are never undefined here
        if (refusal) return refusal as never; // a problem answer
        return c.json(asReadBy(actingOf(c).actor, await changeSheet(tx, actingOf(c), current, changed)), 200);
      }),
    )
    .openapi(add, (c) =>
      store.as(actingOf(c), async (tx) => {
        const { concernId } = c.req.valid('param');
        const current = await findConcern(tx, concernId);
        if (current === null) throw missing(concernId);
        const refusal = (await refuseAboutOfficer(c, tx, c.req.valid('json'))) ?? refuseClosed(c, current);
        if (refusal) return refusal as never; // a problem answer
        const added = await addWords(tx, actingOf(c), current, c.req.valid('json'));
        return c.json(await filedAnswer(tx, asReadBy(actingOf(c).actor, added)), 200);
      }),
    );
}

function refuseClosed(c: Context, { status, concernId }: Concern): Response | null {
  if (status !== 'closed') return null;
  return problem(c, 409, {
    detail: `${concernId} was closed meanwhile. File this as a new concern, or reopen that one.`,
  });
}
