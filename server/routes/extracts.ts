import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { guarded } from './guarded.ts';
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

export function extractRoutes({ home, releasesFor }: ServerState) {
  return newRoutes().openapi(getExtract, async (c) => {
    const { file } = c.req.valid('param');
    // A file of another level is answered like one that is not there: its existence is nobody's business.
    if (!(await releasesFor(c).lists(file))) throw notFound(`Extract ${file}`);
    const resource = await fileResource(join(home, 'extracts', file), file.slice(0, 32), TYPE);
    if (!resource) throw notFound(`Extract ${file}`);
    return sendResource(c, resource, IMMUTABLE);
  });
}
