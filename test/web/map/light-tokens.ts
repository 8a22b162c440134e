import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type MapTokens, tokensFrom } from '#web/map/read-tokens.ts';

/** The light theme as `web/ui/tokens.css` says it, without a browser. */
export function lightTokens(): MapTokens {
  const css = readFileSync(fileURLToPath(new URL('../../../web/ui/tokens.css', import.meta.url)), 'utf8');
  const light = css.slice(css.indexOf(':root'), css.indexOf('[data-theme'));
  return tokensFrom((property) => new RegExp(`${property}:\\s*([^;]+);`).exec(light)?.[1]?.trim() ?? '');
}
