import type { AreaGeometry } from '#data/schema/area.ts';
import type { HandOutFacts, HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { svgPng } from '#server/documents/svg-png.ts';
import type { Released } from '#server/hand-out/content.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { handOutDocx } from '#server/hand-out/files/hand-out-docx.ts';
import { handOutPptx } from '#server/hand-out/files/hand-out-pptx.ts';
import { type HandOutMap, openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import type { FileKind, Known, Leak } from '#server/hand-out/scan/leak.ts';
import { scanFile } from '#server/hand-out/scan/scan-file.ts';
import { UNCUT } from './cuts.ts';
import { fitHtml, fitPage } from './fit-page.ts';
import { pageHtml } from './page-html.ts';

export const HAND_OUT_FILES = ['html', 'letter.pdf', 'a4.pdf', 'docx', 'pptx'] as const;
export type HandOutFile = (typeof HAND_OUT_FILES)[number];

/** A page with what is drawn on it; `released`: null for a draft. */
export type ThePage = {
  readonly facts: HandOutFacts;
  readonly released: Released | null;
  readonly geometry: AreaGeometry;
};

/** A finished file held what must not leave. It was not given to anybody. */
export class FileLeaks extends Error {
  override name = 'FileLeaks';
  readonly leaks: readonly Leak[];
  constructor(leaks: readonly Leak[]) {
    super(
      `The finished file was looked through and stopped: ${leaks.map(({ kind, where }) => `${kind} in ${where}`).join('; ')}`,
    );
    this.leaks = leaks;
  }
}

/** A file of a released page, opened again and looked through before it is given. Throws `NoPrinter`, `TooLong`, `FileLeaks`. */
export async function handOutFile(
  home: string,
  page: ThePage,
  { language, file, known }: { language: HandOutLanguage; file: HandOutFile; known: Known },
): Promise<Uint8Array> {
  const content = contentOf(page.facts, language, page.released);
  const bytes = await makeFile(home, page, { language, file });
  const kind: FileKind = file === 'letter.pdf' || file === 'a4.pdf' ? 'pdf' : file;
  const leaks = await scanFile(bytes, kind, { content, known });
  if (leaks.length > 0) throw new FileLeaks(leaks);
  return bytes;
}

const DOCX_MAP = 260; // pixels: a word processor's page, which nothing can measure, is to be one

type Wanted = { readonly language: HandOutLanguage; readonly file: HandOutFile };

async function makeFile(home: string, page: ThePage, { language, file }: Wanted): Promise<Uint8Array> {
  const content = contentOf(page.facts, language, page.released);
  const drawMap = await mapOf(home, page, content.map.label);
  if (file === 'html')
    return new TextEncoder().encode(
      pageHtml(content, drawMap(UNCUT.map), { ...UNCUT, paper: 'letter', fontUrl: await pageFont() }),
    );
  if (file === 'letter.pdf' || file === 'a4.pdf')
    return (await fitPage({ content, drawMap, paper: file === 'a4.pdf' ? 'a4' : 'letter' })).pdf;
  const picture = await svgPng(drawMap(file === 'docx' ? DOCX_MAP : UNCUT.map).svg, await pageFont()).catch(
    (error: unknown) => {
      if (error instanceof NoPrinter) return null;
      throw error;
    },
  );
  return file === 'docx' ? handOutDocx(content, picture, 'letter') : handOutPptx(content, picture);
}

const mapOf = async (
  home: string,
  { facts, geometry }: ThePage,
  label: string,
): Promise<(height: number) => HandOutMap> => {
  const draw = await openHandOutMap(home, { geometry, dots: facts.calls.dots });
  return (height) => draw(height, label);
};

type Look = { readonly language: HandOutLanguage; readonly paper: PaperSize };

/** A page that is not released yet, as it would be printed: marked as a draft, for nobody but whoever makes it. */
export async function previewPdf(home: string, page: ThePage, { language, paper }: Look): Promise<Uint8Array> {
  const content = contentOf(page.facts, language, page.released);
  return (await fitPage({ content, drawMap: await mapOf(home, page, content.map.label), paper })).pdf;
}

/** Likewise as HTML; whole and unmeasured where there is no Chromium. */
export async function previewHtml(home: string, page: ThePage, { language, paper }: Look): Promise<string> {
  const content = contentOf(page.facts, language, page.released);
  const drawMap = await mapOf(home, page, content.map.label);
  return fitHtml({ content, drawMap, paper }).then(
    ({ html }) => html,
    async (error: unknown) => {
      if (!(error instanceof NoPrinter)) throw error;
      return pageHtml(content, drawMap(UNCUT.map), { ...UNCUT, paper, fontUrl: await pageFont() });
    },
  );
}
