import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRoute, z } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { Filter } from '#data/schema/filter.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { guarded } from './guarded.ts';
import { newRoutes } from './new-routes.ts';
import { notFound, refused } from './problem.ts';
import { IMMUTABLE } from './send-resource.ts';
import type { ServerState } from './server-state.ts';

const Code = z.string().regex(/^CB-[0-9A-Z-]{3,32}$/);

/** All that a printed figure needs to be made again: the question, the data and the boundaries it was asked of. */
export const Figure = z
  .object({
    code: Code,
    question: z.strictObject({
      method: z.string().min(1).max(64),
      filter: Filter,
      options: z.record(z.string(), z.unknown()),
    }),
    manifest: z.string().regex(/^[0-9a-f]{16}$/),
    areaVersions: z.record(z.string(), z.string().regex(/^[0-9a-f]{16}$/)), // layer to version
    shown: z.record(z.string().max(64), z.string().max(500)).optional(), // what the panel of the method was set to
  })
  .openapi('Figure');
export type Figure = z.infer<typeof Figure>;

const figure = { 'application/json': { schema: Figure } };

const keepFigure = createRoute({
  method: 'post',
  path: '/api/figures',
  ...guarded('extract.read'),
  summary: 'Registers a figure under its code',
  request: { body: { required: true, content: figure } },
  responses: {
    201: { description: 'Registered; the same figure again changes nothing', content: figure },
    409: refused('The code stands for another figure'),
    413: refused('Larger than a question can be'),
    415: refused('Not JSON'),
    422: refused('Not a figure, or of a manifest that this session may not read'),
  },
});

const getFigure = createRoute({
  method: 'get',
  path: '/api/figures/{code}',
  ...guarded('extract.read'),
  summary: 'What a printed figure was made from; never changes',
  request: { params: z.object({ code: Code }) },
  responses: {
    200: { description: 'The figure', content: figure },
    404: refused('Not registered here, or of another release level'),
    422: refused('Not a figure code'),
  },
});

export function figureRoutes({ home, releasesFor }: ServerState) {
  const pathOf = (code: string) => join(home, 'figures', `${code}.json`);
  const read = async (code: string): Promise<Figure | null> => {
    const text = await readFile(pathOf(code), 'utf8').catch(() => null);
    return text === null ? null : Figure.parse(JSON.parse(text));
  };
  return newRoutes()
    .openapi(keepFigure, async (c) => {
      const given = c.req.valid('json');
      if (!(await releasesFor(c).find(given.manifest))) {
        throw new HTTPException(422, { message: `Manifest ${given.manifest} is not one this session may read.` });
      }
      const kept = await read(given.code);
      if (kept && JSON.stringify(kept) !== JSON.stringify(given)) {
        throw new HTTPException(409, { message: `${given.code} already stands for another figure.` });
      }
      if (!kept) await writeWhole(pathOf(given.code), JSON.stringify(given));
      return c.json(given, 201);
    })
    .openapi(getFigure, async (c) => {
      const { code } = c.req.valid('param');
      const kept = await read(code);
      if (!kept || !(await releasesFor(c).find(kept.manifest))) throw notFound(`Figure ${code}`);
      return c.json(kept, 200, { 'Cache-Control': IMMUTABLE });
    });
}
