import { createRoute, z } from '@hono/zod-openapi';
import { findMissing } from '#analysis/letter/find-parts.ts';
import { Words } from '#data/schema/records/common.ts';
import { Concern } from '#data/schema/records/concern.ts';
import { NewConcern } from '#data/schema/records/concern-filing.ts';
import { JobRun } from '#data/schema/records/job.ts';
import { MailIn, MailOut } from '#data/schema/records/mail.ts';
import { RecordChanged, RecordRefused } from '#server/errors.ts';
import { askForMissing } from '#server/mail/letters.ts';
import { sheetOf } from '#server/mail/sort-letters.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { notFound, refused } from '#server/routes/problem.ts';
import { concernChoices } from '#server/store/concern-clock.ts';
import { fileConcern } from '#server/store/concerns.ts';
import { listJobs } from '#server/store/jobs.ts';
import {
  blankLetter,
  findLetter,
  listLetters,
  listOutgoing,
  queueMail,
  type Sorted,
  sortLetter,
} from '#server/store/mail.ts';
import type { RecordStore, Tx } from '#server/store/record-store.ts';
import { refuseAboutOfficer } from './concern-refusals.ts';

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { 'application/json': { schema } } },
});
const params = z.object({ mailId: z.string().max(20) });
const refusals = {
  404: refused('No such letter'),
  409: refused('Somebody else has sorted it meanwhile'),
  422: refused('Not accepted'),
};
const Parts = z.object({
  words: Words(4000),
  area: Words(300),
  actions: z.string().trim().max(4000),
  aboutOfficer: NewConcern.shape.aboutOfficer.default('not-asked'),
});

const list = createRoute({
  method: 'get',
  path: '/api/records/mail',
  ...guarded('mail.review'),
  summary: 'Letters that came in; those that want a person first',
  request: { query: z.object({ status: MailIn.shape.status.optional() }) },
  responses: { 200: json('Letters', z.object({ letters: z.array(MailIn) })) },
});
const one = createRoute({
  method: 'get',
  path: '/api/records/mail/{mailId}',
  ...guarded('mail.review'),
  summary: 'One letter as plain words',
  request: { params },
  responses: { 200: json('The letter', MailIn), 404: refusals[404] },
});
const file = createRoute({
  method: 'post',
  path: '/api/records/mail/{mailId}/file',
  ...guarded('mail.review'),
  summary:
    'Files a letter as a concern, with its three parts as the coordinator read them; a complaint about an officer is refused: route it out',
  request: { params, ...body(Parts) },
  responses: {
    201: json('The concern', Concern),
    ...refusals,
    422: refused('Not accepted, or about how an officer behaved'),
  },
});
const ask = createRoute({
  method: 'post',
  path: '/api/records/mail/{mailId}/ask',
  ...guarded('mail.review'),
  summary: 'Asks the sender for a part that is missing',
  request: { params, ...body(z.object({ lacks: z.array(z.enum(['concern', 'area', 'actions'])).min(1) })) },
  responses: { 200: json('The letter', MailIn), ...refusals },
});
const setAside = createRoute({
  method: 'post',
  path: '/api/records/mail/{mailId}/set-aside',
  ...guarded('mail.review'),
  summary: 'Sets a letter aside with its reason; it is kept',
  request: { params, ...body(z.object({ reason: Words(300) })) },
  responses: { 200: json('The letter', MailIn), ...refusals },
});
const routeOut = createRoute({
  method: 'post',
  path: '/api/records/mail/{mailId}/route-out',
  ...guarded('mail.review'),
  summary: 'Sends a complaint about an officer to internal affairs and removes its words here',
  request: { params },
  responses: { 200: json('The letter, without its words', MailIn), ...refusals },
});
const outgoing = createRoute({
  method: 'get',
  path: '/api/records/mail-out',
  ...guarded('mail.review'),
  summary: 'Letters that were sent or wait, and the last run of each job',
  responses: { 200: json('Letters and jobs', z.object({ letters: z.array(MailOut), jobs: z.array(JobRun) })) },
});

const OPEN: readonly MailIn['status'][] = ['waiting', 'review', 'asked'];

export function mailRoutes(store: RecordStore) {
  return newRoutes()
    .openapi(list, async (c) => {
      const { status } = c.req.valid('query');
      return c.json({ letters: await store.as(actingOf(c), (tx) => listLetters(tx, status ? [status] : [])) }, 200);
    })
    .openapi(one, async (c) => {
      const letter = await store.as(actingOf(c), (tx) => findLetter(tx, c.req.valid('param').mailId));
      if (letter === null) throw notFound('That letter');
      return c.json(letter, 200);
    })
    .openapi(file, async (c) => {
      const acting = actingOf(c);
      const { aboutOfficer, ...found } = c.req.valid('json');
      const filed = await store.as(acting, async (tx) => {
        const letter = await openLetter(tx, c.req.valid('param').mailId);
        const refusal = await refuseAboutOfficer(c, tx, { aboutOfficer, words: `${found.words}\n${found.actions}` });
        if (refusal) return refusal;
        const sheet = await sheetOf(tx, acting, found);
        const { concern } = await fileConcern(tx, acting, sheet, { clientKey: `mail/${letter.mailId}` });
        const { concernId } = concern;
        await sorted(tx, letter, { status: 'filed', found, missing: findMissing(found), concernId, reviewReason: '' });
        return concern;
      });
      return filed instanceof Response ? (filed as never) : c.json(filed, 201); // a problem answer, described as 422
    })
    .openapi(ask, async (c) => {
      const acting = actingOf(c);
      const { lacks } = c.req.valid('json');
      const letter = await store.as(acting, async (tx) => {
        const open = await openLetter(tx, c.req.valid('param').mailId);
        const { mailId, from, subject } = open;
        if (from === '') throw new RecordRefused('lacks', 'The letter names nobody to answer to.');
        await queueMail(tx, acting.nowLocal, askForMissing({ mailId, to: from, subject, lacks }));
        return sorted(tx, open, { status: 'asked' });
      });
      return c.json(letter, 200);
    })
    .openapi(setAside, async (c) => {
      const { reason } = c.req.valid('json');
      const letter = await store.as(actingOf(c), async (tx) =>
        sorted(tx, await openLetter(tx, c.req.valid('param').mailId), { status: 'set-aside', reviewReason: reason }),
      );
      return c.json(letter, 200);
    })
    .openapi(routeOut, async (c) => {
      const acting = actingOf(c);
      const letter = await store.as(acting, async (tx) => {
        const { mailId, from, text, subject, ...rest } = await openLetter(tx, c.req.valid('param').mailId);
        const { internalAffairs } = await concernChoices(tx);
        const to = /\S+@\S+/.exec(internalAffairs.reach)?.[0];
        if (to !== undefined) {
          await queueMail(tx, acting.nowLocal, { to: [to], subject: `From ${from}: ${subject}`, text, about: null });
        }
        const reviewReason = to
          ? `It was sent to ${internalAffairs.name}; its words are not kept here.`
          : `Tell the sender to turn to ${internalAffairs.name}: ${internalAffairs.reach}. Its words are not kept here.`;
        await sorted(tx, { mailId, from, text, subject, ...rest }, { status: 'set-aside', reviewReason });
        await blankLetter(tx, mailId);
        return findLetter(tx, mailId);
      });
      if (letter === null) throw notFound('That letter');
      return c.json(letter, 200);
    })
    .openapi(outgoing, async (c) => {
      const answer = await store.as(actingOf(c), async (tx) => ({
        letters: await listOutgoing(tx),
        jobs: await listJobs(tx),
      }));
      return c.json(answer, 200);
    });
}

async function openLetter(tx: Tx, mailId: string): Promise<MailIn> {
  const letter = await findLetter(tx, mailId);
  if (letter === null) throw notFound('That letter');
  if (!OPEN.includes(letter.status)) throw new RecordChanged(`The letter ${mailId}`, letter);
  return letter;
}

async function sorted(tx: Tx, letter: MailIn, is: Sorted): Promise<MailIn> {
  const changed = await sortLetter(tx, letter.mailId, letter.status, is);
  if (changed === null) throw new RecordChanged(`The letter ${letter.mailId}`, await findLetter(tx, letter.mailId));
  return changed;
}
