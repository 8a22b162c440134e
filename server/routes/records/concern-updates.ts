import { createRoute, z } from '@hono/zod-openapi';
import { Concern, ConcernUpdate } from '#data/schema/records/concern.ts';
import { ConcernStory, NewWord, PartnerWord, Sharing, StatusAct } from '#data/schema/records/concern-story.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import {
  closeConcern,
  markSignificant,
  reopenConcern,
  setNextStep,
  shareWithCity,
} from '#server/store/concern-status.ts';
import { readStory } from '#server/store/concern-story.ts';
import { addWord, type Turn, writeLine } from '#server/store/concern-updates.ts';
import { tellSignificant } from '#server/store/escalations.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { refuseAboutOfficer } from './concern-refusals.ts';

/** What was said, done and decided about one concern. */
export function concernUpdateRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getStory, async (c) => {
      const acting = actingOf(c);
      const { concernId } = c.req.valid('param');
      return c.json(await records.as(acting, (tx) => readStory(tx, acting, concernId)), 200);
    })
    .openapi(postWord, (c) => {
      const acting = actingOf(c);
      const { concernId } = c.req.valid('param');
      const { revision, aboutOfficer, ...word } = c.req.valid('json');
      return records.as(acting, async (tx) => {
        const refusal = await refuseAboutOfficer(c, tx, { aboutOfficer, words: word.words });
        if (refusal) return refusal as never; // a problem answer, described as 422
        return c.json(await addWord({ tx, acting, concernId, seen: { revision } }, word), 200);
      });
    })
    .openapi(postPartnerWord, (c) => {
      const acting = actingOf(c);
      const { concernId } = c.req.valid('param');
      const { words, aboutOfficer } = c.req.valid('json');
      return records.as(acting, async (tx) => {
        await readStory(tx, acting, concernId);
        const refusal = await refuseAboutOfficer(c, tx, { aboutOfficer, words });
        if (refusal) return refusal as never; // a problem answer, described as 422
        const line = { kind: 'partner' as const, from: acting.actor.name, to: 'the department', words };
        return c.json(await writeLine(tx, acting, concernId, line), 200);
      });
    })
    .openapi(postStatus, async (c) => {
      const acting = actingOf(c);
      const { concernId } = c.req.valid('param');
      const { revision, ...act } = c.req.valid('json');
      return c.json(await records.as(acting, (tx) => decide({ tx, acting, concernId, seen: { revision } }, act)), 200);
    })
    .openapi(postSharing, async (c) => {
      const acting = actingOf(c);
      const { concernId } = c.req.valid('param');
      const { revision, sharedWithCity } = c.req.valid('json');
      const turn = { acting, concernId, seen: { revision } };
      return c.json(await records.as(acting, (tx) => shareWithCity({ tx, ...turn }, sharedWithCity)), 200);
    });
}

type Decision<Act = StatusAct> = Act extends unknown ? Omit<Act, 'revision'> : never;

async function decide(turn: Turn, decision: Decision): Promise<Concern> {
  switch (decision.act) {
    case 'close':
      return closeConcern(turn, decision);
    case 'reopen':
      return reopenConcern(turn, decision.words);
    case 'next-step':
      return setNextStep(turn, { nextStep: decision.nextStep, nextStepOn: decision.nextStepOn });
    case 'significance': {
      const marked = await markSignificant(turn, decision);
      if (marked.isSignificant) await tellSignificant(turn.tx, turn.acting, marked, decision.words);
      return marked;
    }
  }
}

const params = z.object({ concernId: z.string().min(1).max(20) });
const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const refusals = {
  404: refused('No such concern, or not shared with the reader'),
  409: refused('Somebody else changed it meanwhile; `current` is the concern as it is now'),
  422: refused('A field that was refused, by name'),
};

const getStory = createRoute({
  method: 'get',
  path: '/api/records/concerns/{concernId}/story',
  summary: 'One concern with its log, referrals, people and changes',
  ...guarded('concern.read'),
  request: { params },
  responses: { 200: { description: 'All that its page shows', ...json(ConcernStory) }, 404: refusals[404] },
});

const postWord = createRoute({
  method: 'post',
  path: '/api/records/concerns/{concernId}/updates',
  summary: 'Log what was said, done, told, conveyed or noted',
  ...guarded('concern.write'),
  request: { params, body: { required: true, ...json(NewWord) } },
  responses: { 200: { description: 'The concern with its new revision', ...json(Concern) }, ...refusals },
});

const postPartnerWord = createRoute({
  method: 'post',
  path: '/api/records/concerns/{concernId}/partner-updates',
  summary: "The city's word on a concern that is shared with it",
  ...guarded('partner.write'),
  request: { params, body: { required: true, ...json(PartnerWord) } },
  responses: {
    200: { description: 'The line as kept', ...json(ConcernUpdate) },
    404: refusals[404],
    422: refusals[422],
  },
});

const postStatus = createRoute({
  method: 'post',
  path: '/api/records/concerns/{concernId}/status',
  summary: 'Close, reopen, set the next step or mark as significant',
  ...guarded('concern.write'),
  request: { params, body: { required: true, ...json(StatusAct) } },
  responses: { 200: { description: 'The concern as decided', ...json(Concern) }, ...refusals },
});

const postSharing = createRoute({
  method: 'post',
  path: '/api/records/concerns/{concernId}/sharing',
  summary: "Share it with the city's specialist, or no longer",
  ...guarded('concern.share'),
  request: { params, body: { required: true, ...json(Sharing) } },
  responses: { 200: { description: 'The concern', ...json(Concern) }, ...refusals },
});
