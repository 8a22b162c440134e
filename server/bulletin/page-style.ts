/** Paper: one grey ink, nothing below 10 pt (13.4 px), nothing that a grey printer loses. */
export const PAGE_STYLE = `
@page { size: Letter; margin: 10mm 13mm 14mm; }
* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0; background: #fff; color: #111; font: 13.4px/17px "Inter", system-ui, "Liberation Sans", Arial, sans-serif; }
.sheet { width: 717px; margin: 0 auto; padding: 24px 0; }
h1 { font-size: 26px; line-height: 30px; letter-spacing: -0.02em; margin: 8px 0 2px; text-wrap: balance; overflow-wrap: anywhere; }
h2 { font-size: 13.4px; line-height: 17px; margin: 0; }
p { margin: 0; text-wrap: pretty; overflow-wrap: anywhere; }
header { border-bottom: 2px solid #111; padding-bottom: 6px; margin-bottom: 10px; }
.state { color: #333; }
.label { border: 1.5px solid #111; padding: 2px 8px; }
.label b { text-transform: uppercase; letter-spacing: 0.06em; margin-right: 8px; }
.top { display: grid; grid-template-columns: 352px 1fr; gap: 18px; align-items: start; }
figure { margin: 0; }
figure svg { display: block; max-width: 100%; }
figcaption { color: #333; padding-top: 3px; }
.top.long { display: flow-root; }
.long figure { float: left; margin: 0 18px 6px 0; }
.long .advice { display: flow-root; }
.part { display: grid; grid-template-columns: 52px 1fr; gap: 6px; padding-bottom: 6px; }
.advice { border: 2px solid #111; border-radius: 4px; padding: 5px 10px 7px; margin-top: 4px; }
.advice p { font-size: 15px; line-height: 20px; font-weight: 600; }
.counts { margin-top: 9px; color: #333; }
.hours { margin-top: 8px; }
.hours { position: relative; }
.hours h2 { display: inline; margin-right: 8px; }
.hours p { display: inline; }
.hours table { border-collapse: separate; border-spacing: 1px; width: 100%; table-layout: fixed; margin: 1px 0 0; }
.hours td, .hours th { padding: 0; height: 14px; line-height: 14px; text-align: center; font-variant-numeric: tabular-nums; }
.hours thead td, .hours tbody th { width: 44px; }
.hours th { font-weight: 400; text-align: left; color: #333; }
.hours td { font-weight: 600; border: 0 solid #111; }
.hours .in { line-height: 10px; }
.list { margin-top: 8px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.cases { width: 100%; border-collapse: collapse; table-layout: fixed; }
.cases th, .cases td { text-align: left; vertical-align: top; padding: 0.5px 6px 0 0; font-weight: 400; border-bottom: 1px solid #c9c9c9; line-height: 16px; overflow-wrap: anywhere; }
.cases thead th { font-weight: 600; border-bottom: 1.5px solid #111; }
.cases tbody th { font-weight: 700; }
.cases .no { width: 34px; white-space: nowrap; }
.cases .received { width: 94px; }
.cases .time { width: 72px; }
.cases .kind { width: 128px; }
.cases .block { width: 190px; }
.cases .kind ~ .block { width: 160px; }
.cases .call { width: 92px; padding-right: 0; }
.cases td.received, .cases td.time { font-variant-numeric: tabular-nums; }
.cases tr { break-inside: avoid; }
.cases thead { display: table-header-group; }
.more { font-weight: 700; padding-top: 4px; }
footer { margin-top: 8px; color: #333; }
footer .label { color: #111; margin-top: 6px; }
.code { white-space: nowrap; }
.hash { overflow-wrap: anywhere; }
.long .part { display: block; }
.long .part h2 { display: inline; margin-right: 8px; }
.long .part p { display: inline; }
.next > h2 { font-size: 17px; line-height: 22px; margin: 10px 0 4px; }
.next .hours { margin: 0 0 8px; }
.open { font-size: 15px; line-height: 21px; }
.open h2, .open .label, .open header p, .open figcaption, .open footer { font-size: 15px; line-height: 21px; }
.open .top { display: block; }
.open .part { grid-template-columns: 60px 1fr; padding-bottom: 8px; }
.open figure { padding-top: 8px; }
@media print { .sheet { width: auto; padding: 0; min-height: 250mm; display: flex; flex-direction: column; } footer { margin-top: auto; padding-top: 8px; } .next { break-before: page; } .top:not(.long), .hours, footer, .part, .advice { break-inside: avoid; } }
@media screen and (max-width: 760px) { .sheet { width: auto; padding: 12px; overflow-x: auto; } .top { grid-template-columns: 1fr; } }
`;
