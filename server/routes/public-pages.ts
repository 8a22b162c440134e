import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { type KeptPapers, TooManyAtOnce } from '#server/hand-out/public/kept-papers.ts';
import { looksThrough } from '#server/hand-out/public/look-through.ts';
import { comingMeetings, publicPapers } from '#server/hand-out/public/open-public.ts';
import { areaListPage, type Plain, plainPage } from '#server/hand-out/public/plain-pages.ts';
import { areaPath, PUBLIC_POLICY } from '#server/hand-out/public/public-frame.ts';
import { type PublicPaper, publicPage } from '#server/hand-out/public/public-page.ts';
import { PUBLIC_STYLE } from '#server/hand-out/public/public-style.ts';
import { PUBLIC_WORDS } from '#server/hand-out/public/public-words.ts';
import {
  findPage,
  isWithdrawn,
  listAreas,
  newestPage,
  type PublicPage,
  publicGroupName,
} from '#server/store/public-pages.ts';
import { passerByActing, type RecordStore, type Tx } from '#server/store/record-store.ts';
import { namesTag } from './negotiate.ts';
import { newRoutes } from './new-routes.ts';
import { toIcs } from './records/meeting-calendar.ts';

const FRESH = 'public, max-age=300'; // seconds until a page that was withdrawn is gone from every cache
const LASTING = 'public, max-age=31536000, immutable';
const STATUS = { 'none-yet': 200, unknown: 404, withdrawn: 410, busy: 503 } as const satisfies Record<Plain, number>;

export type PublicPlace = {
  readonly home: string;
  readonly nowLocal: () => string;
  readonly papers: KeptPapers;
};

/** The pages that anybody may read: released hand-outs, read as somebody who is signed in to nothing. */
export function publicPageRoutes(records: RecordStore, { home, nowLocal, papers }: PublicPlace) {
  const paperOf = publicPapers(home);
  const lookThrough = looksThrough(home, records);
  const asPasserBy = <T>(work: (tx: Tx, now: string) => Promise<T>): Promise<T> => {
    const now = nowLocal();
    return records.as(passerByActing(now), (tx) => work(tx, now));
  };
  const missing = async (tx: Tx, { groupId, handOutId, language }: Asked): Promise<Answer> => {
    const place = { language, groupId, path: areaPath(groupId, handOutId) };
    if (handOutId !== undefined && (await isWithdrawn(tx, handOutId))) return plain('withdrawn', place, null);
    const name = handOutId === undefined ? await publicGroupName(tx, groupId) : null;
    return plain(name === null ? 'unknown' : 'none-yet', place, name);
  };
  return newRoutes()
    .openapi(getStyle, (c) => send(c, { status: 200, type: 'text/css; charset=utf-8', body: PUBLIC_STYLE }, LASTING))
    .openapi(getFont, async (c) => send(c, { status: 200, type: 'font/woff2', body: await fontFile() }, LASTING))
    .openapi(getAreas, async (c) => {
      const { language } = c.req.valid('query');
      return send(c, html(200, areaListPage(await asPasserBy(listAreas), language)));
    })
    .openapi(getArea, async (c) => {
      const { groupId } = c.req.valid('param');
      const { language } = c.req.valid('query');
      const answer = await asPasserBy(async (tx, now) => {
        const page = await newestPage(tx, groupId);
        if (page === null) return missing(tx, { groupId, language });
        return { page, paper: await paperOf(tx, page, language, { nowLocal: now, isNewest: true }) };
      });
      return send(c, await lookedThrough(answer));
    })
    .openapi(getPart, async (c) => {
      const { groupId, page: named } = c.req.valid('param');
      const { language } = c.req.valid('query');
      if (named === 'meeting.ics') return send(c, await calendarOf(groupId, language));
      const file = FILE.exec(named);
      if (file !== null) return send(c, await fileOf(groupId, file));
      const answer = await asPasserBy(async (tx, now) => {
        const page = await findPage(tx, groupId, named);
        if (page === null) return missing(tx, { groupId, handOutId: named, language });
        return { page, paper: await paperOf(tx, page, language, { nowLocal: now, isNewest: false }) };
      });
      return send(c, await lookedThrough(answer));
    })
    .get('/area/*', (c) => send(c, plain('unknown', { language: 'en', groupId: '', path: '/area' }, null))); // never the app's own page

  async function lookedThrough(found: Answer | LaidOut): Promise<Answer> {
    if ('status' in found) return found;
    const body = publicPage(found.paper);
    await lookThrough(found.page, found.paper, body, nowLocal());
    return html(200, body);
  }

  function calendarOf(groupId: string, language: HandOutLanguage): Promise<Answer> {
    return asPasserBy(async (tx, now) => {
      const page = await newestPage(tx, groupId);
      const coming = page === null ? [] : await comingMeetings(tx, page, now);
      const next = coming.find(({ state }) => state === 'as-told');
      const title = PUBLIC_WORDS[language].meetingWith(page?.facts.groupName ?? '');
      const ics = next === undefined ? null : toIcs({ ...next, revision: 1, agenda: [], status: 'planned' }, title);
      if (ics === null) return plain('unknown', { language, groupId, path: areaPath(groupId) }, null);
      return { status: 200, type: 'text/calendar; charset=utf-8', body: ics };
    });
  }

  async function fileOf(groupId: string, [, handOutId = '', spoken, size]: RegExpExecArray): Promise<Answer> {
    const language = HandOutLanguage.parse(spoken);
    const paper = PaperSize.parse(size);
    const found = await asPasserBy(async (tx) => {
      const page = await findPage(tx, groupId, handOutId);
      return page ?? (await missing(tx, { groupId, handOutId, language }));
    });
    if ('status' in found) return found;
    try {
      const bytes = await papers({ handOutId, hash: found.hash, language, paper });
      return { status: 200, type: 'application/pdf', body: new Uint8Array(bytes) };
    } catch (cause) {
      if (!(cause instanceof TooManyAtOnce || cause instanceof NoPrinter)) throw cause;
      return plain('busy', { language, groupId, path: areaPath(groupId, handOutId) }, null);
    }
  }
}

type Asked = { readonly groupId: string; readonly handOutId?: string; readonly language: HandOutLanguage };
type LaidOut = { readonly page: PublicPage; readonly paper: PublicPaper };
type Answer = {
  readonly status: 200 | 404 | 410 | 503;
  readonly type: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
};

const FILE = /^(.+)\.(en|es)\.(letter|a4)\.pdf$/;

const html = (status: Answer['status'], body: string): Answer => ({ status, type: 'text/html; charset=utf-8', body });

const plain = (is: Plain, place: Parameters<typeof plainPage>[1], name: string | null): Answer =>
  html(STATUS[is], plainPage(is, place, name));

/** The same bytes for everybody: no cookie is read or set, and any cache may keep them. */
function send(c: Context, { status, type, body }: Answer, cacheControl = FRESH): Response {
  const tag = `"${createHash('sha256').update(body).digest('hex').slice(0, 32)}"`;
  c.header('Content-Security-Policy', PUBLIC_POLICY);
  c.header('Cache-Control', status === 503 ? 'no-store' : cacheControl);
  if (status === 503) c.header('Retry-After', '60');
  if (status === 200) c.header('ETag', tag);
  if (status === 200 && namesTag(c.req.header('If-None-Match'), tag)) return c.body(null, 304);
  return c.body(body, status, { 'Content-Type': type });
}

let font: Promise<Uint8Array<ArrayBuffer>> | null = null;

function fontFile(): Promise<Uint8Array<ArrayBuffer>> {
  const path = createRequire(import.meta.url).resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2');
  font ??= readFile(path).then((bytes) => new Uint8Array(bytes));
  return font;
}

const query = z.object({
  language: HandOutLanguage.catch('en').openapi({ type: 'string', enum: HandOutLanguage.options }),
});
const words = (description: string) => ({ description, content: { 'text/html': { schema: z.string() } } });
const bytes = z.string().openapi({ format: 'binary' });
const gone = { 404: words('There is no such page'), 410: words('The page was withdrawn') };

const getStyle = createRoute({
  method: 'get',
  path: '/area/page.css',
  summary: 'The look of the public pages',
  security: [],
  responses: { 200: { description: 'CSS', content: { 'text/css': { schema: z.string() } } } },
});

const getFont = createRoute({
  method: 'get',
  path: '/area/inter.woff2',
  summary: 'The letters of the public pages',
  security: [],
  responses: { 200: { description: 'WOFF2', content: { 'font/woff2': { schema: bytes } } } },
});

const getAreas = createRoute({
  method: 'get',
  path: '/area',
  summary: 'Every group with a released page, in the order of the alphabet',
  security: [],
  request: { query },
  responses: { 200: words('A page in English or Spanish') },
});

const getArea = createRoute({
  method: 'get',
  path: '/area/{groupId}',
  summary: 'The newest released page of a group, and its earlier ones',
  security: [],
  request: { params: z.object({ groupId: z.string() }), query },
  responses: { 200: words('The page, or that none is out yet'), 404: gone[404] },
});

const getPart = createRoute({
  method: 'get',
  path: '/area/{groupId}/{page}',
  summary: 'A released page (HO-0012), its PDF (HO-0012.es.a4.pdf), or the next meeting (meeting.ics)',
  security: [],
  request: { params: z.object({ groupId: z.string(), page: z.string() }), query },
  responses: {
    200: {
      description: 'The page or the file',
      content: {
        'text/html': { schema: z.string() },
        'application/pdf': { schema: bytes },
        'text/calendar': { schema: z.string() },
      },
    },
    ...gone,
    503: words('Too many files are being printed; the page itself can be read'),
  },
});
