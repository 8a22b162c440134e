import { expect, test } from 'vitest';
import { contentOf } from '#server/hand-out/content-of.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { type Cut, cutContent, cutsOf, UNCUT } from '#server/hand-out/page/cuts.ts';
import { FileLeaks, handOutFile } from '#server/hand-out/page/hand-out-file.ts';
import { pageHtml } from '#server/hand-out/page/page-html.ts';
import { CROWDED, EASTBANK_AREA, RELEASED, RICH, SPARSE } from '#test/fixture/hand-out-facts.ts';

const NAMED = ['Calder Bend Police', '555-0142', 'Officer Whitlock', 'Pell Street', 'Tern Street', 'Tern Park'];
const LEAST = 14.67; // pixels: 11 pt

async function pageOf(facts: typeof RICH, language: 'en' | 'es', released: typeof RELEASED | null = RELEASED) {
  const content = contentOf(facts, language, released);
  const draw = await openHandOutMap('/nowhere', { geometry: EASTBANK_AREA, dots: facts.calls.dots });
  return pageHtml(content, draw(320, content.map.label), { ...UNCUT, paper: 'letter', fontUrl: null });
}

test('no letter is below 11 pt, on the map neither, and every color is a grey', async () => {
  const html = await pageOf(CROWDED, 'es', null);
  const sizes = [...html.matchAll(/font-size[:=]\s*"?([\d.]+)|font: 400 ([\d.]+)px/g)].map(([, a, b]) =>
    Number(a ?? b),
  );
  expect(sizes.length).toBeGreaterThan(15);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(LEAST);
  const colors = [...html.matchAll(/#([0-9a-f]{6}|[0-9a-f]{3})\b(?!")|(?:fill|stroke)="#([0-9a-f]+)"/gi)].map(
    ([, a, b]) => a ?? b ?? '',
  );
  expect(colors.length).toBeGreaterThan(20);
  for (const color of colors) {
    const [r, g, b] = color.length === 3 ? [...color] : [color.slice(0, 2), color.slice(2, 4), color.slice(4)];
    expect([color, r === g && g === b]).toEqual([color, true]);
  }
});

test('it stands alone, in its language, with landmarks, headings in order and words for the map', async () => {
  const html = await pageOf(RICH, 'es');
  expect(html).toMatch(/^<!doctype html>\n<html lang="es">/);
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)|onload=/);
  for (const mark of ['<header>', '<main>', '<footer>']) expect(html.split(mark)).toHaveLength(2);
  const headings = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(headings[0]).toBe(1);
  for (const [i, level] of headings.entries()) expect(level).toBeLessThanOrEqual((headings[i - 1] ?? 0) + 1);
  expect(html).toMatch(/<caption>Mapa de Eastbank/);
  expect(html).toContain('<th scope="row">Pell Street</th><td>2 lugares, cada uno con 5 o más robos en carros</td>');
  expect(html).toContain('<span lang="en">Groups trying car doors on Linnet Avenue</span>');
});

test('words of a person are words and nothing else', async () => {
  const [first, ...rest] = RICH.items;
  if (first?.part !== 'concern') throw new Error('the first item is a concern');
  const said = { en: '<img src=x onerror=alert(1)> & "lamps"', es: null };
  const html = await pageOf({ ...RICH, groupName: '</title><b>', items: [{ ...first, said }, ...rest] }, 'en');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;lamps&quot;');
  expect(html).not.toMatch(/<img|<b><\/title>|<\/title><b>/);
});

test('a draft says so, and a released page does not', async () => {
  expect(await pageOf(RICH, 'en', null)).toContain('<p class="draft">Draft, not released</p>');
  expect(await pageOf(RICH, 'en')).not.toContain('Draft');
});

test('the boundary is drawn where there is nothing else to draw', async () => {
  const draw = await openHandOutMap('/nowhere', { geometry: EASTBANK_AREA, dots: null });
  const { svg, hasStreets } = draw(200, 'Map');
  expect(hasStreets).toBe(false);
  expect(svg).toMatch(/<path d="M[\d. L]+Z" fill="none" stroke="#111111"/);
  expect(await pageOf(SPARSE, 'en')).toContain('There is no street map here');
});

test('the cuts take from what matters least first, and never the last concern or promise', () => {
  const cuts = cutsOf(contentOf(CROWDED, 'en', RELEASED));
  const first = (isCut: (cut: Cut) => boolean) => cuts.findIndex(isCut);
  const order = [
    ({ space }: Cut) => space === 'tight',
    ({ tips }: Cut) => tips < 9,
    ({ others }: Cut) => others < 90,
    ({ told }: Cut) => told < 9,
    ({ map }: Cut) => map < 200, // too low for names of streets
    ({ concerns }: Cut) => concerns < 9,
  ].map(first);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(cuts.at(-1)).toMatchObject({ concerns: 1, told: 1 });
});

test('what a kind means is told only where the kind stands on the paper', () => {
  const content = contentOf(RICH, 'en', RELEASED);
  const [of] = content.others.lines.filter(({ means }) => content.notes.includes(means));
  const plain = content.lines.filter(({ means }) => means !== '').map(({ means }) => means);
  expect(of).toBeDefined();
  const { notes } = cutContent(content, { ...UNCUT, others: 0 });
  expect(notes).not.toContain(of?.means);
  expect(notes).toEqual(
    content.notes.filter((note) => plain.includes(note) || !content.others.lines.some(({ means }) => means === note)),
  );
  expect(cutContent(content, UNCUT).notes).toEqual(content.notes);
});

test('a finished file with a name that must not leave is given to nobody', async () => {
  const page = { facts: RICH, released: RELEASED, geometry: EASTBANK_AREA };
  const file = (knownNames: string[]) =>
    handOutFile('/nowhere', page, { language: 'en', file: 'html', known: { knownNames, mayStand: [...NAMED] } });
  expect(new TextDecoder().decode(await file([]))).toContain('CB-9M2D-05KT');
  await expect(file(['Linnet'])).rejects.toThrow(FileLeaks);
});
