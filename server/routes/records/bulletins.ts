import { createRoute, z } from '@hono/zod-openapi';
import { Bulletin } from '#data/schema/records/pattern.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { RELEASE_LEVEL_OF } from '#data/schema/release-level.ts';
import { contentOf, type Sent } from '#server/bulletin/bulletin-content.ts';
import { bulletinFacts } from '#server/bulletin/bulletin-facts.ts';
import { bulletinMap } from '#server/bulletin/bulletin-map.ts';
import type { Paper } from '#server/bulletin/bulletin-page.ts';
import { momentInFull } from '#server/bulletin/bulletin-words.ts';
import type { BulletinFacts } from '#server/bulletin/facts.ts';
import { openFacts } from '#server/bulletin/open-facts.ts';
import { actingOf, guarded } from '#server/routes/guarded.ts';
import { newRoutes } from '#server/routes/new-routes.ts';
import { refused } from '#server/routes/problem.ts';
import { bulletinGround, patternAsSeen, readBulletin, sendBulletin } from '#server/store/bulletins.ts';
import { readPattern } from '#server/store/patterns.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';
import { answerPaper, auditOf, DOCX, endingOf } from './bulletin-paper.ts';

/** Pattern bulletins (1902.2 A.9): a draft of the pattern as it is, and what was sent, as it was sent. */
export function bulletinRoutes(records: RecordStore, home: string) {
  return newRoutes()
    .openapi(getDraft, async (c) => {
      const acting = actingOf(c);
      const { patternId, file } = c.req.valid('param');
      const { pattern, ground } = await records.as(acting, async (tx) => {
        const found = (await readPattern(tx, patternId)).pattern;
        await auditAct(tx, { ...auditOf(file), kind: 'pattern', recordId: patternId });
        return { pattern: found, ground: await bulletinGround(tx, found) };
      });
      const facts = await bulletinFacts(home, pattern, ground, acting);
      return answerPaper(c, endingOf(file), await paperOf(home, facts, null, acting), patternId);
    })
    .openapi(getBulletin, async (c) => {
      const acting = actingOf(c);
      const { file } = c.req.valid('param');
      const bulletinId = file.slice(0, file.lastIndexOf('.'));
      const { bulletin, facts } = await records.as(acting, async (tx) => {
        const found = await readBulletin(tx, bulletinId);
        await auditAct(tx, { ...auditOf(file), kind: 'bulletin', recordId: bulletinId });
        return found;
      });
      const sent = { ...bulletin, to: bulletin.sentTo.map(({ name }) => name) };
      return answerPaper(c, endingOf(file), await paperOf(home, asReadBy(acting, facts), sent, acting), bulletinId);
    })
    .openapi(postBulletin, async (c) => {
      const acting = actingOf(c);
      const { patternId } = c.req.valid('param');
      const order = c.req.valid('json');
      const { pattern, ground } = await records.as(acting, async (tx) => {
        const seen = await patternAsSeen(tx, patternId, order.revision);
        return { pattern: seen, ground: await bulletinGround(tx, seen) };
      });
      const facts = await bulletinFacts(home, pattern, ground, acting);
      return c.json(await records.as(acting, (tx) => sendBulletin(tx, acting, facts, order)), 201);
    });
}

/** Who reads calls at the public level alone, as an auditor, has a bulletin without its cases too. */
const asReadBy = ({ actor }: Acting, facts: BulletinFacts): BulletinFacts =>
  facts.edition === 'cases' && RELEASE_LEVEL_OF[actor.role] === 'public' ? openFacts(facts) : facts;

async function paperOf(
  home: string,
  facts: BulletinFacts,
  sent: Sent | null,
  { actor, nowLocal }: Acting,
): Promise<Paper> {
  const content = contentOf(facts, sent);
  const copy = facts.edition === 'cases' ? `Copy for ${actor.name}, ${momentInFull(nowLocal)}.` : content.label.rule;
  return { content, map: await bulletinMap(home, facts, content.mapLabel), copy };
}

const file = z.any().openapi({ type: 'string', format: 'binary' });
const papers = {
  200: {
    description: 'PDF (tagged), DOCX, or the page that both say the same as',
    content: { 'application/pdf': { schema: file }, [DOCX]: { schema: file }, 'text/html': { schema: file } },
  },
  404: refused('Not here'),
  422: refused('Not the name of a file'),
  503: refused('No Chromium to print with'),
};

const getDraft = createRoute({
  method: 'get',
  path: '/api/records/patterns/{patternId}/{file}',
  summary: 'A bulletin of the pattern as it is now',
  ...guarded('pattern.write'),
  request: {
    params: z.object({
      patternId: z.string().max(40),
      file: z.enum(['bulletin.pdf', 'bulletin.docx', 'bulletin.html']),
    }),
  },
  responses: papers,
});

const getBulletin = createRoute({
  method: 'get',
  path: '/api/records/bulletins/{file}',
  summary: 'A bulletin as it was sent: PB-0003.pdf',
  ...guarded('pattern.read'),
  request: { params: z.object({ file: z.string().regex(/^PB-\d{1,10}\.(pdf|docx|html)$/) }) },
  responses: papers,
});

const Order = z.object({
  revision: z.number().int().positive(), // of the pattern, as the sender has seen it
  sendTo: z.array(z.string().min(1)).min(1).max(60),
});

const postBulletin = createRoute({
  method: 'post',
  path: '/api/records/patterns/{patternId}/bulletins',
  summary: 'Send a bulletin: kept as it is now, hashed, and told to each person',
  ...guarded('pattern.write'),
  request: {
    params: z.object({ patternId: z.string().max(40) }),
    body: { content: { 'application/json': { schema: Order } }, required: true },
  },
  responses: {
    201: { description: 'Sent', content: { 'application/json': { schema: Bulletin } } },
    404: refused('No such pattern'),
    409: refused('The pattern was changed meanwhile'),
    422: refused('A field is not as it should be'),
  },
});
