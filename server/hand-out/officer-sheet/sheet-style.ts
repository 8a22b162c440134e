/** Paper in one grey ink. The watermark stands on every page, behind the words. */
export const SHEET_STYLE = `
@page { size: Letter; margin: 19mm 15mm 16mm; }
* { box-sizing: border-box; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
body { margin: 0; background: #fff; color: #111; font: 15px/20px "Inter", system-ui, "Liberation Sans", Arial, sans-serif; }
.water { position: fixed; inset: 0; width: 100%; height: 100%; z-index: -1; }
.water text { font-size: 58px; font-weight: 700; fill: #ececec; }
main { max-width: 700px; margin: 0 auto; padding: 24px 16px; }
.mark { border: 2px solid #111; padding: 4px 10px; font-weight: 700; }
h1 { font-size: 30px; line-height: 36px; letter-spacing: -0.02em; margin: 12px 0 2px; }
h2 { font-size: 18px; line-height: 24px; margin: 20px 0 4px; border-bottom: 1.5px solid #111; break-after: avoid; }
h3 { font-size: 15px; line-height: 20px; margin: 0; }
p { margin: 2px 0 0; text-wrap: pretty; overflow-wrap: anywhere; }
ul { margin: 4px 0 0; padding-left: 18px; }
.soft { color: #333; font-weight: 400; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; font-weight: 400; padding: 1px 12px 1px 0; border-bottom: 1px solid #c9c9c9; }
thead th { font-weight: 600; border-bottom: 1px solid #111; }
.number { text-align: right; font-variant-numeric: tabular-nums; padding-right: 28px; }
tr, article, li { break-inside: avoid; }
thead { display: table-header-group; }
article { display: grid; grid-template-columns: 1fr 230px; gap: 18px; padding: 10px 0; border-bottom: 1px solid #c9c9c9; }
article > div > svg { margin-top: 8px; display: block; }
.where svg { display: block; max-width: 100%; height: auto; }
footer { margin-top: 18px; color: #333; }
@media print { main { max-width: none; padding: 0; } }
@media screen and (max-width: 640px) { article { grid-template-columns: 1fr; } }
`;
