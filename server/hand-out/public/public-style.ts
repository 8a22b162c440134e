/** For a phone first, then for wider windows, the dark, and paper. One ink: a verdict is a shape and a word. */
export const PUBLIC_STYLE = `
@font-face { font-family: "Inter"; font-weight: 100 900; font-display: swap; src: url("/area/inter.woff2") format("woff2"); }
:root { color-scheme: light dark; --ground: #f4f5f2; --surface: #ffffff; --line: #dde2e1; --rule: #43515d; --ink: #14202b; --ink-2: #43515d; --bar: #ccd3d5; --press: #0b6470; --on-press: #ffffff; --gap: #ffffff; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #0f161c; --surface: #161f27; --line: #2c3842; --rule: #b6c2cb; --ink: #eef2f4; --ink-2: #b6c2cb; --bar: #46545f; --press: #6fc6d1; --on-press: #06262b; --gap: #0f161c; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 17px/1.5 "Inter", system-ui, "Liberation Sans", Arial, sans-serif; }
.page { max-width: 1080px; margin: 0 auto; padding: 0 20px 56px; background: var(--surface); min-height: 100vh; }
a { color: var(--press); text-underline-offset: 3px; overflow-wrap: anywhere; }
a:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--press); outline-offset: 2px; box-shadow: 0 0 0 2px var(--gap); border-radius: 3px; }
.skip { position: absolute; left: -9999px; }
.skip:focus { position: static; display: inline-block; padding: 12px 0; }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 24px; padding: 8px 0; border-bottom: 1px solid var(--line); }
.top a { display: inline-block; padding: 12px 0; }
h1, h2, h3, p, dl, dd, ul, ol, figure, table { margin: 0; padding: 0; }
h1 { font-size: 34px; line-height: 40px; letter-spacing: -0.02em; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 20px; line-height: 26px; letter-spacing: -0.01em; }
h3 { font-size: 17px; line-height: 25px; }
p, dd, li { text-wrap: pretty; overflow-wrap: anywhere; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.small { color: var(--ink-2); font-size: 15px; line-height: 23px; }
.who { color: var(--ink-2); }
.head { padding: 24px 0 14px; border-bottom: 3px solid var(--ink); display: grid; gap: 2px; }
.days { font-weight: 600; }
.answer { font-size: 25px; line-height: 33px; font-weight: 650; letter-spacing: -0.012em; padding: 18px 0 22px; text-wrap: balance; }
.said { border: 2px solid var(--ink); border-radius: 8px; padding: 12px 16px; margin-top: 18px; font-weight: 600; }
.facts { display: grid; gap: 28px; }
.facts > * { min-width: 0; }
figure svg { display: block; width: 100%; height: auto; border-radius: 3px; background: #ffffff; }
figcaption { padding-top: 8px; }
details { padding-top: 6px; }
summary { cursor: pointer; padding: 11px 0; color: var(--press); }
.dots { border-collapse: collapse; width: 100%; }
.dots th, .dots td { text-align: left; vertical-align: top; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--line); }
.lines { list-style: none; border-bottom: 1px solid var(--rule); }
.lines li { border-top: 1px solid var(--rule); padding: 10px 0 12px; }
.count { display: grid; grid-template-columns: auto 1fr auto; gap: 2px 12px; align-items: baseline; }
.count b { font-size: 30px; line-height: 34px; letter-spacing: -0.02em; }
.count .kind { font-size: 18px; font-weight: 600; overflow-wrap: anywhere; }
.against { white-space: nowrap; display: inline-flex; align-items: center; gap: 7px; }
.against svg { flex: none; }
.unusual { background: var(--ink); color: var(--surface); border-radius: 3px; padding: 2px 9px; font-weight: 600; }
.strip { display: block; width: 100%; height: 22px; margin-top: 6px; }
.strip, .strip svg { overflow: visible; }
.strip .line { stroke: var(--rule); } .strip .bar { fill: var(--bar); stroke: var(--rule); }
.strip .mark { fill: var(--ink); stroke: var(--surface); } .strip .ring { fill: var(--surface); stroke: var(--ink); }
.usual { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 16px; }
.more { padding-top: 14px; display: grid; gap: 10px; }
.rest { list-style: none; }
.rest li { display: flex; gap: 12px; padding: 8px 0; border-bottom: 1px solid var(--line); align-items: baseline; }
.rest b { min-width: 34px; }
.rest .against { margin-left: auto; }
.rest span > .small { display: block; }
section.part { padding-top: 34px; display: grid; gap: 10px; }
.part > h2 { border-bottom: 2px solid var(--ink); padding-bottom: 6px; }
.concern { padding: 12px 0 14px; border-bottom: 1px solid var(--line); display: grid; gap: 8px; }
.concern dl { display: grid; gap: 8px; }
.concern dt { color: var(--ink-2); font-size: 15px; line-height: 21px; }
.trend { padding: 8px 0 10px; display: grid; gap: 4px; align-content: start; min-width: 0; }
.bars { display: block; width: 100%; height: 144px; margin-top: 8px; overflow: visible; }
.bars .bar { fill: var(--bar); stroke: var(--rule); }
.bars .untold { fill: none; stroke: var(--rule); stroke-dasharray: 3 3; }
.bars .line { stroke: var(--rule); }
.bars line.heard { stroke: var(--ink); stroke-width: 3; }
.bars text { fill: var(--ink); font-size: 14px; paint-order: stroke; stroke: var(--surface); stroke-width: 5; }
.bars text.heard { font-weight: 600; }
.ends { display: flex; justify-content: space-between; gap: 0 16px; }
.ends span:last-child { text-align: right; }
.trend td:last-child, .trend th:last-child { text-align: right; padding-right: 0; white-space: nowrap; }
.ref { color: var(--ink-2); font-weight: 400; font-size: 15px; white-space: nowrap; }
.items { padding-left: 22px; display: grid; gap: 8px; }
.talk { border: 2px solid var(--ink); border-radius: 8px; padding: 16px 20px 18px; display: grid; gap: 4px; margin-top: 34px; }
.talk > h2 { font-size: 17px; line-height: 25px; letter-spacing: 0; font-weight: 600; }
.phone { font-size: 34px; line-height: 44px; font-weight: 700; letter-spacing: -0.02em; }
.phone a { color: inherit; text-decoration: none; }
.press { display: inline-block; padding: 11px 18px; border-radius: 6px; border: 2px solid var(--press); color: var(--press); text-decoration: none; font-weight: 600; }
.press.full, button { background: var(--press); color: var(--on-press); }
button { font: inherit; font-weight: 600; border: 2px solid var(--press); border-radius: 6px; padding: 13px 22px; cursor: pointer; }
.presses { display: flex; flex-wrap: wrap; gap: 12px; }
.list { list-style: none; }
.list li { border-bottom: 1px solid var(--line); }
.list a { display: block; padding: 13px 0; }
.list .small { display: inline-block; width: 100%; }
.foot { padding-top: 34px; display: grid; gap: 8px; }
.code { white-space: nowrap; font-feature-settings: "zero"; }
.plain { max-width: 640px; display: grid; gap: 20px; padding-top: 32px; }
.plain form { padding-top: 4px; }
@media print, (min-width: 800px) {
  .page { padding: 0 48px 72px; }
  .facts { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 40px; align-items: start; }
  .answer { font-size: 28px; line-height: 37px; max-width: 860px; }
  .head { grid-template-columns: 1fr auto; align-items: end; }
  .head .who, .head h1 { grid-column: 1; }
  .head .when { grid-column: 2; grid-row: 1 / span 2; text-align: right; }
  .concern { grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); gap: 32px; }
  .concern dl { grid-template-columns: 1fr 1fr; gap: 32px; }
  .two { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 40px; align-items: start; }
  .list.wide { columns: 2; column-gap: 40px; }
  .list.wide li { break-inside: avoid; }
}
@media screen and (prefers-color-scheme: dark) { figure svg { filter: brightness(0.88); } }
@media screen and (min-width: 800px) { .facts figure { position: sticky; top: 16px; } }
@page { margin: 14mm 15mm; }
@media print {
  :root { color-scheme: light; --ground: #ffffff; --surface: #ffffff; --line: #bbbbbb; --rule: #333333; --ink: #111111; --ink-2: #333333; --bar: #d9d9d9; --press: #111111; --on-press: #ffffff; --gap: #ffffff; }
  body { font-size: 15px; line-height: 21px; }
  .small, .ref, .concern dt { font-size: 14.7px; line-height: 20px; }
  .page { max-width: none; padding: 0; min-height: 0; }
  .top, .skip, section.files, section.past, summary, .presses { display: none; }
  .head { padding-top: 0; }
  .answer { font-size: 22px; line-height: 28px; padding: 12px 0 14px; max-width: none; }
  .facts { gap: 10px 28px; }
  .facts > section { display: contents; }
  .facts .more { grid-column: 1 / -1; }
  .rest { columns: 2; column-gap: 28px; }
  .rest li, .list a { padding: 5px 0; }
  .count b { font-size: 26px; line-height: 30px; }
  section.part, .foot, .talk { padding-top: 0; margin-top: 20px; }
  .concern { padding: 8px 0; }
  .concern, .concern dl { gap: 8px 24px; }
  .items { gap: 4px; }
  .talk { padding: 10px 16px 12px; }
  .phone { font-size: 28px; line-height: 36px; }
  .foot { gap: 4px; }
  .plain { padding-top: 0; margin-bottom: 24px; }
  button { background: none; color: var(--ink); }
  h1, h2, h3 { break-after: avoid; }
  .concern, .trend, .talk, .lines li, .rest li, .list li, .items li, .two > section, figure { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
