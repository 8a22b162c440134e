import { createRoute, z } from '@hono/zod-openapi';
import { Referral } from '#data/schema/records/concern.ts';
import { NewReferral, ReferralAct, ReferralList, ReferralScope } from '#data/schema/records/concern-story.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { listReferrals } from '#server/store/referral-lists.ts';
import { answerReferral, nudge, type ReferralTurn, refer, withdrawReferral } from '#server/store/referrals.ts';

/** Referrals: passed on, and still on their owner's desk. */
export function referralRoutes(records: RecordStore) {
  return newRoutes()
    .openapi(getReferrals, async (c) => {
      const acting = actingOf(c);
      const { scope } = c.req.valid('query');
      return c.json(await records.as(acting, (tx) => listReferrals(tx, acting, scope)), 200);
    })
    .openapi(postReferral, async (c) => {
      const acting = actingOf(c);
      const { concernId } = c.req.valid('param');
      const { revision, ...fields } = c.req.valid('json');
      const turn = { acting, concernId, seen: { revision } };
      return c.json(await records.as(acting, (tx) => refer({ tx, ...turn }, fields)), 201);
    })
    .openapi(postAct, async (c) => {
      const acting = actingOf(c);
      const { referralId } = c.req.valid('param');
      const { revision, ...act } = c.req.valid('json');
      const turn = { acting, referralId, seen: { revision } };
      return c.json(await records.as(acting, (tx) => perform({ tx, ...turn }, act)), 200);
    });
}

type Act<Each = ReferralAct> = Each extends unknown ? Omit<Each, 'revision'> : never;

function perform(turn: ReferralTurn, act: Act): Promise<Referral> {
  switch (act.act) {
    case 'nudge':
      return nudge(turn, { way: act.way, words: act.words });
    case 'answer':
      return answerReferral(turn, 'answered', act.words);
    case 'decline':
      return answerReferral(turn, 'declined', act.words);
    case 'withdraw':
      return withdrawReferral(turn, act.words);
  }
}

const json = <Schema extends z.ZodType>(schema: Schema) => ({ content: { 'application/json': { schema } } });
const refusals = {
  404: refused('Not here'),
  409: refused('Somebody else changed it meanwhile; `current` is the record as it is now'),
  422: refused('A field that was refused, by name'),
};

const getReferrals = createRoute({
  method: 'get',
  path: '/api/records/referrals',
  summary: 'Referrals with their age: mine, silent ones, or all; waiting ones first',
  ...guarded('referral.read'),
  request: { query: z.object({ scope: ReferralScope.default('mine') }) },
  responses: { 200: { description: 'At most 500', ...json(ReferralList) } },
});

const postReferral = createRoute({
  method: 'post',
  path: '/api/records/concerns/{concernId}/referrals',
  summary: 'Refer a concern; its owner stays its owner',
  ...guarded('referral.write'),
  request: { params: z.object({ concernId: z.string().max(20) }), body: { required: true, ...json(NewReferral) } },
  responses: { 201: { description: 'The referral', ...json(Referral) }, ...refusals },
});

const postAct = createRoute({
  method: 'post',
  path: '/api/records/referrals/{referralId}/acts',
  summary: 'Nudge, log the answer or the refusal, or withdraw',
  ...guarded('referral.write'),
  request: { params: z.object({ referralId: z.string().max(20) }), body: { required: true, ...json(ReferralAct) } },
  responses: { 200: { description: 'The referral', ...json(Referral) }, ...refusals },
});
