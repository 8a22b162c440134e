import type { HandOutContent } from '#server/hand-out/content.ts';
import type { Leak, Opened, Run } from './leak.ts';
import { piecesOf } from './marked-up.ts';
import { hiddenInPng } from './png-words.ts';

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'br',
  'em',
  'i',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'time',
  'u',
  'wbr',
]);
const HIDDEN = new Set(['script', 'template', 'noscript', 'iframe', 'object', 'embed', 'input', 'textarea']);
/** Attributes that are words, wherever they stand. All others name things or draw them. */
const SHAPES = new Set(
  [
    'class',
    'id',
    'style',
    'lang',
    'dir',
    'role',
    'charset',
    'scope',
    'width',
    'height',
    'viewbox',
    'xmlns',
    'rel',
    'type',
  ].concat(
    ['d', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'dx', 'dy', 'cx', 'cy', 'r', 'rx', 'ry', 'points', 'transform', 'offset'],
    ['fill', 'stroke', 'opacity', 'clip-path', 'mask', 'href', 'xlink:href', 'src', 'startoffset', 'patternunits'],
    [
      'aria-labelledby',
      'aria-describedby',
      'aria-hidden',
      'aria-current',
      'colspan',
      'rowspan',
      'for',
      'media',
      'sizes',
    ],
    ['dominant-baseline', 'text-anchor', 'letter-spacing', 'paint-order', 'shape-rendering', 'preserveaspectratio'],
  ),
);
const SHAPE =
  /^(?:stroke|fill|font|marker|pattern|gradient|text|vector)-[\w-]+$|^(?:start|spread|pattern|gradient|clip|mask)[A-Z]\w+$/;
const FIXED_META = /^(?:width=device-width(?:, initial-scale=1)?|light(?: dark)?|noindex)$/;

/** A page as its bytes say it: every text and every attribute, whether a style hides it or not. */
export function readHtml(html: string, { language }: HandOutContent): Opened {
  const runs: { where: string; text: string; of: Run['of'] }[] = [];
  const code: Run[] = [];
  const leaks: Leak[] = [];
  const open: string[] = [];
  let isNew = true;
  let said = '';
  const inside = (name: string) => open.includes(name);
  for (const piece of piecesOf(html)) {
    if (piece.is === 'comment' && piece.text.trim() !== '')
      leaks.push({ kind: 'hidden', where: 'comment', text: piece.text.trim() });
    if (piece.is === 'text' && inside('style')) readStyle(piece.text, runs, code);
    else if (piece.is === 'text') {
      const of = inside('svg') ? 'map' : 'page';
      const last = runs.at(-1);
      if (!isNew && last) last.text += piece.text;
      else if (piece.text.trim() !== '') runs.push({ where: open.at(-1) ?? 'page', text: piece.text, of });
      if (piece.text.trim() !== '') isNew = false;
      if (inside('title') && !inside('svg')) said += piece.text;
    }
    if (piece.is === 'tag') {
      const name = piece.name.toLowerCase();
      if (!INLINE.has(name)) isNew = true;
      const last = runs.at(-1);
      if (name === 'br' && !isNew && last) last.text += ' ';
      if (HIDDEN.has(name)) leaks.push({ kind: 'hidden', where: name, text: `<${name}>` });
      for (const [key, value] of piece.attributes) readAttribute(name, key, value, { runs, code, leaks });
      if (name === 'html' && !piece.attributes.some(([key, value]) => key === 'lang' && value === language))
        leaks.push({ kind: 'structure', where: 'html', text: `language is not ${language}` });
      if (!VOID.has(name)) open.push(name);
    }
    if (piece.is === 'end') {
      const name = piece.name.toLowerCase();
      if (!INLINE.has(name)) isNew = true;
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    }
  }
  if (said.trim() === '') leaks.push({ kind: 'structure', where: 'head', text: 'no title' });
  return { runs, code, leaks };
}

const VOID = new Set(['meta', 'link', 'br', 'img', 'hr', 'input', 'col', 'wbr']);

type Found = { runs: Run[]; code: Run[]; leaks: Leak[] };

function readAttribute(tag: string, key: string, value: string, { runs, code, leaks }: Found): void {
  const where = `${tag}, ${key}`;
  const name = key.toLowerCase();
  if (name.startsWith('on')) leaks.push({ kind: 'hidden', where, text: value });
  else if (value.startsWith('data:')) leaks.push(...dataLeaks(where, value));
  else if (tag === 'meta' && FIXED_META.test(value)) return;
  else if (name === 'href' && /^(?!#)/.test(value))
    runs.push({ where, text: value.replace(/^(?:mailto|tel):/, ''), of: 'page' });
  else if (SHAPES.has(name) || SHAPE.test(key)) code.push({ where, text: value, of: 'page' });
  else if (value !== '' && !(tag === 'meta' && name === 'name')) runs.push({ where, text: value, of: 'page' });
}

function readStyle(style: string, runs: Run[], code: Run[]): void {
  for (const [, double, single] of style.matchAll(/content\s*:\s*(?:"([^"]*)"|'([^']*)')/g))
    runs.push({ where: 'style', text: double ?? single ?? '', of: 'page' });
  for (const [, comment = ''] of style.matchAll(/\/\*([\s\S]*?)\*\//g))
    runs.push({ where: 'style', text: comment, of: 'page' });
  code.push({ where: 'style', text: style.replace(/url\([^)]*\)/g, ''), of: 'page' });
}

function dataLeaks(where: string, url: string): Leak[] {
  const [, kind = '', bytes = ''] = /^data:([\w/+.-]+);base64,(.*)$/s.exec(url) ?? [];
  if (kind.startsWith('font/')) return [];
  const found = kind === 'image/png' ? hiddenInPng(Buffer.from(bytes, 'base64')) : null;
  return (found ?? [`data of the kind ${kind || 'unknown'}`]).map((text) => ({ kind: 'hidden', where, text }));
}
