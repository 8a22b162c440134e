import { withPage } from './open-page.ts';

const DOTS = 3; // a pixel: 288 an inch, sharp on paper

/** An SVG as PNG, for a file that cannot hold the SVG itself. `fontUrl` is a data URL. Throws `NoPrinter`. */
export const svgPng = (svg: string, fontUrl: string): Promise<Buffer> =>
  withPage(
    `<!doctype html><meta charset="utf-8"><style>@font-face { font-family: "Inter"; font-weight: 100 900; src: url("${fontUrl}") format("woff2"); } body { margin: 0; } svg { display: block; }</style>${svg}`,
    (page) => page.locator('svg').screenshot({ type: 'png' }),
    DOTS,
  );
