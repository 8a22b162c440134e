import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../../web/ui/tokens.css', import.meta.url), 'utf8');

function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})\b/gi)].map(([, name = '', color = '']) => [name, color]),
  );
}

/** Relative luminance and contrast: WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const light = tokensOf(':root');
const dark = new Map([...light, ...tokensOf('[data-theme="dark"]')]);

test('both themes were read', () => {
  expect(light.size).toBeGreaterThan(60);
  expect([...dark].filter(([name, color]) => light.get(name) !== color).length).toBeGreaterThan(40);
});

// The pairs and floors of the look, section 3.
const PAIRS: [text: string, ground: string, needs: number][] = [
  ['--ink', '--surface', 4.5],
  ['--ink-2', '--surface', 4.5],
  ['--ink-3', '--surface', 4.5],
  ['--ink-3', '--sunken', 4.5],
  ['--ink-3', '--ground', 4.5],
  ['--accent', '--surface', 4.5],
  ['--accent', '--accent-weak', 4.5],
  ['--on-accent', '--accent', 4.5],
  ['--watch-text', '--watch-ground', 4.5],
  ['--unusual-text', '--unusual-ground', 4.5],
  ['--concern-text', '--concern-weak', 4.5],
  ['--fault', '--fault-weak', 4.5],
  ['--ink-2', '--fault-weak', 4.5],
  ['--control', '--surface', 3],
  ['--focus', '--surface', 3],
  ['--chart-mark', '--chart-band', 3],
  ['--chart-out', '--chart-band', 3],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((n): [string, string, number] => [`--cat-${n}`, '--surface', 3]),
];

test.each(
  PAIRS.flatMap(([text, ground, needs]) => [
    ['light', text, ground, needs] as const,
    ['dark', text, ground, needs] as const,
  ]),
)('%s: %s on %s has a contrast of %d or more', (theme, text, ground, needs) => {
  const tokens = theme === 'light' ? light : dark;
  expect(contrast(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(needs);
});
