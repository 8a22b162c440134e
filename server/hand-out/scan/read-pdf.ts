import { getDocumentProxy } from 'unpdf';
import type { HandOutContent } from '#server/hand-out/content.ts';
import type { Leak, Opened, Run } from './leak.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

/** A PDF as pdf.js reads it: every text whether it can be seen or not, what its tags say, and everything beside the pages. */
export async function readPdf(bytes: Uint8Array, content: HandOutContent): Promise<Opened> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes)); // pdf.js takes the bytes for itself
  const runs: Run[] = [];
  const leaks: Leak[] = await documentLeaks(pdf, content);
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const where = `page ${number}`;
    goOn(runs, await textRuns(page, where));
    const tree = await page.getStructTree();
    if (tree === null) leaks.push({ kind: 'structure', where, text: 'no tags' });
    runs.push(...altsOf(tree).map((text): Run => ({ where: `${where}, alternative text`, text, of: 'page' })));
    for (const note of await page.getAnnotations()) runs.push(...annotationRuns(note, where));
  }
  runs.push(...(await metadataRuns(pdf)));
  return { runs, code: [], leaks };
}

/** A paragraph that a page breaks goes on at the top of the next one. */
function goOn(runs: Run[], more: readonly Run[]): void {
  const last = runs.findLastIndex(({ of, where }) => of === 'page' && /^page \d+$/.test(where));
  const [first, ...rest] = more;
  const before = runs[last];
  if (before && first?.of === 'page') runs[last] = { ...before, text: `${before.text} ${first.text}` };
  else if (first) runs.push(first);
  runs.push(...rest);
}

async function documentLeaks(pdf: Pdf, { language }: HandOutContent): Promise<Leak[]> {
  const { info } = await pdf.getMetadata();
  const said = recordOf(info);
  const marks = await pdf.getMarkInfo();
  const structure = [
    ...(textOf(said.Title) === '' ? ['no title'] : []),
    ...(textOf(said.Language).slice(0, 2) === language ? [] : [`language is ${textOf(said.Language) || 'not said'}`]),
    ...(marks?.Marked === true ? [] : ['not tagged']),
  ];
  const attached = Object.keys(recordOf(await pdf.getAttachments()));
  const scripts = Object.keys(recordOf(await pdf.getJSActions()));
  return [
    ...structure.map((text): Leak => ({ kind: 'structure', where: 'document', text })),
    ...attached.map((text): Leak => ({ kind: 'hidden', where: 'attachment', text })),
    ...scripts.map((text): Leak => ({ kind: 'hidden', where: 'script', text })),
  ];
}

/** Texts between the marks of one tag are one run; what is on the map is tagged as a figure. */
async function textRuns(page: Page, where: string): Promise<Run[]> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const runs: { where: string; text: string; of: Run['of'] }[] = [];
  const tags: string[] = [];
  let isOpen = false;
  for (const item of items) {
    if ('str' in item) {
      const of = tags.includes('Figure') ? 'map' : 'page';
      const last = runs.at(-1);
      if (isOpen && last?.of === of) last.text += item.str + (item.hasEOL ? '\n' : '');
      else runs.push({ where, text: item.str + (item.hasEOL ? '\n' : ''), of });
      isOpen = true;
      continue;
    }
    const isEnd = item.type === 'endMarkedContent';
    const tag = isEnd ? tags.pop() : textOf(recordOf(item).tag); // which pdf.js does not declare
    if (!isEnd) tags.push(tag ?? '');
    if (tag !== 'Span') isOpen = false; // a span within a word is a ligature
  }
  return runs.filter(({ text }) => text.trim() !== '');
}

function altsOf(node: unknown): string[] {
  const { alt, children } = recordOf(node);
  const own = typeof alt === 'string' ? [alt] : [];
  return [...own, ...(Array.isArray(children) ? children.flatMap(altsOf) : [])];
}

const SAID_IN = ['url', 'unsafeUrl', 'contentsObj', 'titleObj', 'fieldValue', 'alternativeText'];

function annotationRuns(note: unknown, where: string): Run[] {
  const said = recordOf(note);
  return SAID_IN.flatMap((key) => {
    const value = said[key];
    const text = textOf(value) || textOf(recordOf(value).str);
    return text === '' ? [] : [{ where: `${where}, annotation`, text, of: 'page' as const }];
  });
}

const MADE_BY =
  /^(?:Skia\/PDF m\d+|Mozilla\/5\.0 \([^)]*\) AppleWebKit\/[\d.]+ \(KHTML, like Gecko\) (?:Headless)?Chrome\/[\d.]+ Safari\/[\d.]+|Chromium)$/;
const PLAIN = new Set(['PDFFormatVersion', 'Language', 'CreationDate', 'ModDate', 'EncryptFilterName', 'Trapped']);

async function metadataRuns(pdf: Pdf): Promise<Run[]> {
  const { info, metadata } = await pdf.getMetadata();
  const xmp = recordOf(metadata === null || metadata === undefined ? null : Object.fromEntries(metadata));
  const outline: unknown = await pdf.getOutline();
  const titles = Array.isArray(outline) ? outline.flatMap(titlesOf) : [];
  return [
    ...[recordOf(info), recordOf(recordOf(info).Custom), xmp]
      .flatMap((each) => Object.entries(each))
      .filter(([key, value]) => !PLAIN.has(key) && textOf(value) !== '' && !MADE_BY.test(textOf(value)))
      .map(([key, value]): Run => ({ where: `metadata, ${key}`, text: textOf(value), of: 'metadata' })),
    ...titles.map((text): Run => ({ where: 'outline', text, of: 'page' })),
  ];
}

function titlesOf(item: unknown): string[] {
  const { title, items } = recordOf(item);
  return [textOf(title), ...(Array.isArray(items) ? items.flatMap(titlesOf) : [])].filter((text) => text !== '');
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
