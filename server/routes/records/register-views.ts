import { createRoute, z } from '@hono/zod-openapi';
import { LocalDate } from '#data/schema/records/common.ts';
import { WarningSubject } from '#data/schema/records/early-warning.ts';
import {
  ActivityTotals,
  EarlyWarnings,
  KindCounts,
  LiaisonCoverage,
  ObjectiveReaders,
  RegisterChoices,
  SurveyAnswers,
} from '#data/schema/records/register-answers.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { readEarlyWarnings, readWarningSubjects } from '#server/store/early-warnings.ts';
import type { RecordStore } from '#server/store/record-store.ts';
import { readWhole } from '#server/store/register.ts';
import { countKinds, findUnserved, readChoices, readReaders, totalActivity } from '#server/store/register-views.ts';
import { showWave } from '#server/store/survey-answers.ts';

/** What is counted over the register, and what is read out of it. */
export function registerViewRoutes(store: RecordStore) {
  return newRoutes()
    .openapi(getCounts, async (c) => {
      const acting = actingOf(c);
      return c.json(await store.as(acting, (tx) => countKinds(tx, acting)), 200);
    })
    .openapi(getChoices, async (c) => {
      const acting = actingOf(c);
      const names = await store.as(acting, readChoices);
      const { personId, role } = acting.actor;
      return c.json({ ...names, today: acting.nowLocal.slice(0, 10), me: { personId, role } }, 200);
    })
    .openapi(getTotals, async (c) => {
      const span = c.req.valid('query');
      return c.json(await store.as(actingOf(c), (tx) => totalActivity(tx, span)), 200);
    })
    .openapi(getCoverage, async (c) => c.json(await store.as(actingOf(c), findUnserved), 200))
    .openapi(getReaders, async (c) => {
      const { entryId } = c.req.valid('param');
      const readers = await store.as(actingOf(c), async (tx) => {
        await readWhole(tx, 'objective', entryId);
        return readReaders(tx, entryId);
      });
      return c.json(readers, 200);
    })
    .openapi(getAnswers, async (c) => {
      const { entryId } = c.req.valid('param');
      return c.json(
        await store.as(actingOf(c), async (tx) => showWave(await readWhole(tx, 'survey-wave', entryId))),
        200,
      );
    })
    .openapi(getWarnings, async (c) => {
      const acting = actingOf(c);
      return c.json(await store.as(acting, (tx) => readEarlyWarnings(tx, acting)), 200);
    })
    .openapi(getSubjects, async (c) => {
      const acting = actingOf(c);
      return c.json(await store.as(acting, (tx) => readWarningSubjects(tx, acting)), 200);
    });
}

const answer = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  description,
  content: { 'application/json': { schema } },
});
const EntryParam = z.object({ entryId: z.string().max(20) });

const getCounts = createRoute({
  method: 'get',
  path: '/api/records/register',
  summary: 'Every kind of the register, with what is late, lapsed or waits for the chief',
  ...guarded('register.read'),
  responses: { 200: answer('Counts by kind', KindCounts) },
});

const getChoices = createRoute({
  method: 'get',
  path: '/api/records/register-choices',
  summary: 'People, groups and concerns to choose from',
  ...guarded('register.read'),
  responses: { 200: answer('Names', RegisterChoices) },
});

const getTotals = createRoute({
  method: 'get',
  path: '/api/records/program-totals',
  summary: 'Program activity by program, group and quarter',
  ...guarded('register.read'),
  request: { query: z.object({ from: LocalDate, to: LocalDate }) },
  responses: { 200: answer('Totals', ActivityTotals), 422: refused('Not a span of days') },
});

const getCoverage = createRoute({
  method: 'get',
  path: '/api/records/liaison-coverage',
  summary: 'Active groups and neighborhoods without a liaison officer',
  ...guarded('register.read'),
  responses: { 200: answer('Those without', LiaisonCoverage) },
});

const getReaders = createRoute({
  method: 'get',
  path: '/api/records/objectives/{entryId}/readers',
  summary: 'Who has read an objective, and who has not',
  ...guarded('register.read'),
  request: { params: EntryParam },
  responses: { 200: answer('All personnel', ObjectiveReaders), 404: refused('Not here') },
});

const getAnswers = createRoute({
  method: 'get',
  path: '/api/records/survey-waves/{entryId}/answers',
  summary: 'The answers of a wave by area; areas with few answers are withheld',
  ...guarded('register.read'),
  request: { params: EntryParam },
  responses: { 200: answer('Question by question', SurveyAnswers), 404: refused('Not here') },
});

const getWarnings = createRoute({
  method: 'get',
  path: '/api/records/early-warnings',
  summary: 'Groups and kinds of trouble that are quietly growing, from the concerns alone',
  ...guarded('register.read'),
  responses: { 200: answer('Most signals first', EarlyWarnings) },
});

const getSubjects = createRoute({
  method: 'get',
  path: '/api/records/early-warnings/subjects',
  summary: 'The concerns of each group by kind, to be judged beside the calls that the reader may see',
  ...guarded('register.read'),
  responses: { 200: answer('Groups and kinds with concerns in the last 400 days', z.array(WarningSubject)) },
});
