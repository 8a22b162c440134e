import type { PaperSize } from '#data/schema/records/hand-out.ts';

/** Paper in pixels, 96 an inch. */
export const PAPERS: Readonly<Record<PaperSize, { readonly width: number; readonly height: number }>> = {
  letter: { width: 816, height: 1056 },
  a4: { width: 794, height: 1123 },
};

const NAMES: Readonly<Record<PaperSize, string>> = { letter: 'Letter', a4: 'A4' };

export const paperStyle = (paper: PaperSize): string => `
@page { size: ${NAMES[paper]}; margin: 0; }
@media print, (min-width: 781px) { .sheet { width: ${PAPERS[paper].width}px; } }
@media screen { .sheet { min-height: ${PAPERS[paper].height}px; } }
@media print { .sheet { min-height: ${PAPERS[paper].height - 1}px; -webkit-box-decoration-break: clone; box-decoration-break: clone; } }
`;

/** One grey ink. Nothing is below 11 pt, which is 14.7 px; nothing needs a hue. */
export const PAGE_STYLE = `
* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
html { background: #ffffff; }
body { margin: 0; color: #111111; font: 400 15.5px/20.5px "Inter", system-ui, "Liberation Sans", Arial, sans-serif; }
.sheet { position: relative; display: flex; flex-direction: column; margin: 0 auto; padding: 36px 48px 30px; background: #ffffff; }
main { flex: 1; }
p, h1, h2, ul { margin: 0; text-wrap: pretty; overflow-wrap: break-word; }
ul { padding: 0; list-style: none; }
h1 { font: 700 36px/42px inherit; font-family: inherit; font-size: 36px; line-height: 41px; letter-spacing: -0.02em; text-wrap: balance; }
h2 { font-size: 17px; line-height: 22px; font-weight: 700; }
.soft { color: #333333; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { display: flex; justify-content: space-between; gap: 32px; border-bottom: 3px solid #111111; padding-bottom: 8px; }
.days { text-align: right; flex: none; max-width: 50%; }
.answer { font-size: 23px; line-height: 29px; font-weight: 600; letter-spacing: -0.014em; text-wrap: balance; padding-top: 10px; }
.changed { padding-top: 5px; }
.top { display: grid; grid-template-columns: 344px 1fr; gap: 32px; padding-top: 12px; align-items: start; }
figure { margin: 0; }
figure svg { display: block; max-width: 100%; height: auto; }
figcaption { color: #333333; padding-top: 5px; }
.line { border-top: 1px solid #111111; padding: 7px 0 8px; }
.line:first-child { border-top-width: 1px; padding-top: 6px; }
.head { display: flex; align-items: baseline; gap: 8px; }
.line .number { font-size: 28px; line-height: 30px; font-weight: 700; letter-spacing: -0.02em; min-width: 36px; }
.label { font-size: 17px; line-height: 21px; font-weight: 600; flex: 1; }
.verdict { font-size: 15px; line-height: 20px; font-weight: 600; white-space: nowrap; }
.glyph { margin-right: 6px; vertical-align: -1px; }
.verdict.unusual { background: #111111; color: #ffffff; padding: 1px 8px; border-radius: 3px; }
.strip { display: block; max-width: 100%; margin-top: 4px; }
.line .range { font-size: 15px; line-height: 19px; padding-top: 1px; }
.caveat { padding-top: 6px; }
.calls > p { padding-top: 6px; }
.rest { margin-top: 10px; }
.rest p + p { padding-top: 3px; }
.rest b { font-weight: 600; }
.lines { border-bottom: 1px solid #111111; }
.before { color: #333333; padding-left: 10px; }
h3 { font-size: inherit; line-height: inherit; font-weight: 600; margin: 0; padding-top: 7px; }
.others { padding-top: 1px; }
.others li { display: flex; gap: 6px; break-inside: avoid; }
.others .number { min-width: 26px; text-align: right; font-variant-numeric: tabular-nums; }
.others .range { margin-left: auto; color: #333333; white-space: nowrap; }
.concerns { margin-top: 14px; }
.concerns table { width: 100%; border-collapse: collapse; table-layout: fixed; }
.concerns th, .concerns td { text-align: left; vertical-align: top; font-weight: 400; padding: 7px 16px 7px 0; border-bottom: 1px solid #8c8c8c; overflow-wrap: break-word; }
.concerns td:last-child, .concerns thead th:last-child { padding-right: 0; }
.concerns thead th { font-size: 17px; line-height: 22px; font-weight: 700; border-bottom: 2px solid #111111; padding: 0 16px 3px 0; }
.concerns thead th:nth-child(1) { width: 28%; }
.concerns thead th:nth-child(2) { width: 40%; }
.concerns tbody th { font-weight: 600; }
.concerns tbody th .soft { font-weight: 400; white-space: nowrap; }
.mark { font-weight: 400; }
.more { padding-top: 5px; font-weight: 600; }
.end { display: grid; grid-template-columns: 1fr 344px; gap: 32px; padding-top: 14px; align-items: start; }
.runin h2 { display: inline; font-size: inherit; }
.told { padding-top: 6px; }
.end .runin ul, .told ul, .runin li { display: inline; padding: 0; list-style: none; }
.alone { display: block; }
.end ul { list-style: disc; padding-left: 18px; }
.end section + section { margin-top: 8px; }
.tight .end section + section { margin-top: 4px; }
.talk { border: 2px solid #111111; border-radius: 6px; padding: 8px 16px 9px; }
.talk h2 { font-size: inherit; line-height: inherit; font-weight: 400; }
.phone { font-size: 30px; line-height: 36px; font-weight: 700; letter-spacing: -0.01em; }
footer { margin-top: 14px; border-top: 1px solid #8c8c8c; padding-top: 6px; color: #333333; font-size: 14.7px; line-height: 18.5px; }
.code { color: #111111; white-space: nowrap; font-feature-settings: "zero"; }
.draft { position: absolute; top: 2px; left: 50%; transform: translateX(-50%); border: 1px solid #111111; padding: 0 8px; font-weight: 700; font-size: 15px; line-height: 18px; background: #ffffff; }
.water { position: absolute; inset: 0; width: 100%; height: 100%; pointer-events: none; mix-blend-mode: multiply; }
.close { font-size: 15px; line-height: 19px; }
.close { padding: 32px 48px 24px; }
.close h1 { font-size: 32px; line-height: 36px; }
.close .answer { font-size: 21px; line-height: 26px; padding-top: 8px; }
.close .line { padding: 5px 0 6px; }
.close .top { padding-top: 9px; }
.close .concerns th, .close .concerns td { padding-top: 5px; padding-bottom: 5px; }
.close .rest { margin-top: 7px; }
.close .concerns { margin-top: 10px; }
.close .end { padding-top: 10px; }
.close footer { margin-top: 10px; padding-top: 5px; line-height: 18px; }
.tight { font-size: 14.7px; line-height: 17.6px; padding: 22px 46px 14px; }
.tight h1 { font-size: 29px; line-height: 33px; }
.tight h1.long { font-size: 22px; line-height: 25px; }
.tight header { padding-bottom: 5px; }
.tight .answer { font-size: 19px; line-height: 23px; padding-top: 6px; }
.tight .changed { padding-top: 2px; }
.tight .top { padding-top: 7px; }
.tight .line { padding: 3px 0 4px; }
.tight .line .number { font-size: 24px; line-height: 26px; }
.tight .strip { margin-top: 2px; }
.tight .caveat, .tight .calls > p { padding-top: 4px; }
.tight .line { display: grid; grid-template-columns: 1fr auto; column-gap: 10px; }
.tight .head { grid-column: 1 / 3; }
.tight .line .range { padding: 0; }
.tight h2, .tight .concerns thead th { font-size: 16px; line-height: 19px; }
.tight .concerns th, .tight .concerns td { padding-top: 3px; padding-bottom: 3px; }
.tight .rest { margin-top: 5px; }
.tight .rest p { display: inline; }
.tight .concerns { margin-top: 7px; }
.tight .end { padding-top: 8px; }
.tight .told + .end { grid-template-columns: 1fr 408px; gap: 20px; padding-top: 6px; }
.tight .talk { padding: 5px 14px 6px; }
.tight .phone { font-size: 26px; line-height: 30px; }
.tight footer { margin-top: 7px; padding-top: 4px; line-height: 17.2px; }
@media screen and (max-width: 780px) { .sheet { width: auto; padding: 20px 16px; } header, .top, .end { display: block; } .days { text-align: left; max-width: none; padding-top: 4px; } .top section + section, .end .talk { margin-top: 14px; } .concerns th, .concerns td, .concerns thead th { padding-right: 8px; hyphens: auto; } }

`;
