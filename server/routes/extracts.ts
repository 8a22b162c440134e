import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import type { ExtractFile } from '#data/schema/manifest.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';
import { actingOf, guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { fileResource, IMMUTABLE, sendResource } from './send-resource.ts';
import type { ServerState } from './server-state.ts';

const TYPE = 'application/vnd.apache.arrow.stream';
const bytes = { [TYPE]: { schema: z.string().openapi({ format: 'binary' }) } };

const getExtract = createRoute({
  method: 'get',
  path: '/api/extracts/{file}',
  ...guarded('extract.read'),
  summary: 'One extract of this release level; never changes',
  request: { params: z.object({ file: z.string().regex(/^[0-9a-f]{32}\.arrow$/) }) },
  responses: {
    200: { description: 'The calls of one year, as an Arrow IPC stream', content: bytes },
    206: { description: 'A part of it', content: bytes },
    304: { description: 'You have it' },
    404: refused('No manifest of this release level lists it'),
    416: refused('Past its end'),
    422: refused('Not the name of an extract'),
  },
});

export function extractRoutes({ home, releasesFor }: ServerState, records: RecordStore) {
  const tell = exactTeller(records);
  return newRoutes().openapi(getExtract, async (c) => {
    const { file } = c.req.valid('param');
    // A file of another level is answered like one that is not there: its existence is nobody's business.
    const { level, findExtract } = releasesFor(c);
    const extract = await findExtract(file);
    if (!extract) throw notFound(`Extract ${file}`);
    const resource = await fileResource(join(home, 'extracts', file), file.slice(0, 32), TYPE);
    if (!resource) throw notFound(`Extract ${file}`);
    const answer = sendResource(c, resource, IMMUTABLE);
    if (answer.ok && level !== 'public') await tell(actingOf(c), extract);
    return answer;
  });
}

const MOST_TOLD = 10_000;

/** Tells the audit who was sent exact places, whatever asked for them: once an hour, however many pieces they came in. */
function exactTeller(records: RecordStore) {
  const told = new Set<string>();
  return async (acting: Acting, { file, year, rows }: ExtractFile): Promise<void> => {
    const once = `${acting.actor.personId} ${file} ${acting.nowLocal.slice(0, 13)}`;
    if (told.has(once)) return;
    const act = {
      action: 'view-exact',
      kind: 'extract',
      recordId: file,
      words: `${rows} calls of ${year} sent`,
    } as const;
    await records.as(acting, (tx) => auditAct(tx, act));
    if (told.size >= MOST_TOLD) told.clear();
    told.add(once);
  };
}
