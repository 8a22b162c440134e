import { strFromU8, unzipSync } from 'fflate';
import type { HandOutContent } from '#server/hand-out/content.ts';
import type { Leak, Opened, Run } from './leak.ts';
import { piecesOf } from './marked-up.ts';
import { hiddenInPng } from './png-words.ts';

/** Attributes of Office files that are words: alternative texts, who wrote a comment or a change, variables. */
const SAID = new Set(['descr', 'title', 'tooltip', 'w:author', 'author', 'w:initials', 'initials', 'alt', 'o:title']);
const PARAGRAPHS = new Set(['w:p', 'a:p']);
const OF_THE_MAKER =
  /^(?:Commonbeat|Un-named|Microsoft Office PowerPoint|Microsoft Office Word|On-screen Show \(16:9\)|Fonts Used|Theme|Slide Titles|Office Theme|Arial|Calibri|Slide \d+|false|true|\d{4}-\d\d-\d\dT[\d:.]+Z|‹#›|Click to edit .*|(?:Second|Third|Fourth|Fifth) level)$/;
const COUNTED_BY_THE_MAKER = /^[\d.]+$/; // slides, words, its version

/** A Word or PowerPoint file, part by part: also what neither program shows. */
export function readOffice(bytes: Uint8Array, kind: 'docx' | 'pptx', content: HandOutContent): Opened {
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith('/'));
  const opened = parts.map(([path, part]): Opened => {
    if (/\.(?:xml|rels)$/.test(path)) return readPart(path, strFromU8(part));
    const found = path.endsWith('.png') ? hiddenInPng(part) : null;
    const hidden = found ?? ['a part that nobody can read'];
    return { runs: [], code: [], leaks: hidden.map((text) => ({ kind: 'hidden', where: path, text })) };
  });
  return {
    runs: opened.flatMap(({ runs }) => runs),
    code: [],
    leaks: [...opened.flatMap(({ leaks }) => leaks), ...structureLeaks(Object.fromEntries(parts), kind, content)],
  };
}

function readPart(path: string, xml: string): Opened {
  const runs: { where: string; text: string; of: Run['of'] }[] = [];
  const leaks: Leak[] = [];
  const of = path.startsWith('docProps/') ? 'metadata' : 'page';
  const say = (where: string, text: string, isNew: boolean) => {
    const last = runs.at(-1);
    if (isNew || last === undefined) runs.push({ where, text, of });
    else last.text += text;
  };
  let isNew = true;
  for (const piece of piecesOf(xml)) {
    if (piece.is === 'text' && (piece.text.trim() !== '' || !isNew)) {
      say(path, piece.text, isNew);
      isNew = of === 'metadata';
    }
    if (piece.is === 'comment') leaks.push({ kind: 'hidden', where: path, text: piece.text.trim() });
    if (piece.is !== 'tag') continue;
    if (PARAGRAPHS.has(piece.name) || of === 'metadata') isNew = true;
    if (/^(?:w:tab|w:br|a:br)$/.test(piece.name) && !isNew) say(path, ' ', false);
    leaks.push(...hiddenBy(piece.name, piece.attributes).map((text): Leak => ({ kind: 'hidden', where: path, text })));
    const outside = piece.attributes.some(([key, value]) => key === 'TargetMode' && value === 'External');
    for (const [key, value] of piece.attributes) {
      const isVariable = piece.name === 'w:docVar' && key === 'w:val';
      if (value !== '' && (SAID.has(key) || isVariable || (outside && key === 'Target'))) {
        say(`${path}, ${key}`, value, true);
        isNew = true;
      }
    }
  }
  const isMade = (text: string) =>
    text === '' || OF_THE_MAKER.test(text) || (of === 'metadata' && COUNTED_BY_THE_MAKER.test(text));
  return { runs: runs.filter(({ text }) => !isMade(text.trim())), code: [], leaks };
}

/** Comments, tracked changes, hidden letters and hidden slides: a reader can find them, a printer does not show them. */
function hiddenBy(name: string, attributes: readonly (readonly [string, string])[]): string[] {
  if (['w:comment', 'p:cm', 'w:del', 'w:ins', 'w:vanish', 'w:webHidden', 'w:docVar'].includes(name))
    return [`<${name}>`];
  const isOff = attributes.some(([key, value]) => key === 'show' && (value === '0' || value === 'false'));
  return name === 'p:sld' && isOff ? ['a hidden slide'] : [];
}

type Parts = Readonly<Record<string, Uint8Array>>;

function structureLeaks(parts: Parts, kind: 'docx' | 'pptx', { language, department }: HandOutContent): Leak[] {
  const xmlOf = (path: string) => strFromU8(parts[path] ?? new Uint8Array());
  const core = xmlOf('docProps/core.xml');
  const textIn = (tag: string) =>
    [...piecesOf(new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(core)?.[1] ?? '')]
      .map((piece) => (piece.is === 'text' ? piece.text : ''))
      .join('');
  const spoken = kind === 'docx' ? xmlOf('word/styles.xml') : xmlOf('ppt/slides/slide1.xml');
  const authors = ['dc:creator', 'cp:lastModifiedBy'].map(textIn);
  return [
    ...(textIn('dc:title') === ''
      ? [{ kind: 'structure' as const, where: 'docProps/core.xml', text: 'no title' }]
      : []),
    ...(new RegExp(`(?:w:val|lang)="${language}-`).test(spoken)
      ? []
      : [{ kind: 'structure' as const, where: kind, text: `language is not ${language}` }]),
    ...authors
      .filter((name) => name !== '' && name !== department && name !== 'Commonbeat')
      .map((name): Leak => ({ kind: 'metadata', where: 'docProps/core.xml', text: name })),
  ];
}
