import { createHash } from 'node:crypto';
import type { Proof } from '#data/schema/records/proof.ts';
import { linesOf } from '#server/store/proof.ts';

const HEADS = ['clause', 'standards', 'record', 'id', 'on', 'title', 'gap'] as const;

/** One line a record or thing not done, and one for each clause without any. */
export const toCsv = (proof: Proof): string =>
  `${[HEADS.join(','), ...linesOf(proof).map((line) => HEADS.map((head) => cell(line[head])).join(','))].join('\r\n')}\r\n`;

/** Quoted where it must be; a leading = + - @ is text, never a formula. */
function cell(value: string): string {
  const text = /^[=+\-@\t]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** One page that needs nothing beside itself, for an assessor's screen or paper. */
export function toPage(proof: Proof, made: { by: string; at: string }): string {
  const gaps = proof.clauses.filter((clause) => clause.gaps.length > 0);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${safe(proof.title)}: clause to proof</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${STYLE}</style></head><body>
<header><h1>Clause to proof</h1><p>${safe(proof.department)}. ${safe(proof.title)}. ${proof.from} to ${proof.to}.</p>
<p class="small">Made by ${safe(made.by)}, ${made.at.replace('T', ' ')}. The CSV of the same records has the SHA-256 <code>${hashOf(toCsv(proof))}</code>.</p></header>
<section><h2>Gaps: ${gaps.length} of ${proof.clauses.length} clauses</h2>
${gaps.length === 0 ? '<p>None.</p>' : `<ul>${gaps.map(({ clause, gaps: words }) => `<li><b>${safe(clause)}</b> ${safe(words.join(' '))}</li>`).join('')}</ul>`}</section>
${proof.clauses.map(clauseSection).join('\n')}
</body></html>
`;
}

function clauseSection({ clause, text, count, rows, gaps, owed, standards }: Proof['clauses'][number]): string {
  const crosswalk = standards.map(({ standard, edition }) => `${standard} ${edition}`.trim()).join('; ');
  const lines = rows.map(
    ({ on, record, id, title }) =>
      `<tr><td>${on}</td><td>${safe(record.replaceAll('-', ' '))}</td><td>${safe(id)}</td><td>${safe(title)}</td></tr>`,
  );
  const missing = owed.map(({ what, dueOn }) => `<li>${safe(what)}${dueOn === null ? '' : `, due ${dueOn}`}</li>`);
  const list = missing.length === 0 ? '' : `<ul>${missing.join('')}</ul>`;
  const head = '<thead><tr><th>Day</th><th>Record</th><th>Id</th><th>Title</th></tr></thead>';
  const table = rows.length === 0 ? '' : `<table>${head}<tbody>${lines.join('')}</tbody></table>`;
  return `<section><h2>${safe(clause)} <small>${count} ${count === 1 ? 'record' : 'records'}${crosswalk ? `; ${safe(crosswalk)}` : ''}</small></h2>
<blockquote>${safe(text)}</blockquote>${gaps.map((gap) => `<p class="gap">${safe(gap)}</p>`).join('')}${list}${table}</section>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const safe = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

const STYLE = `body{font:15px/1.4 system-ui,sans-serif;color:#111;max-width:48rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1rem;margin:0 0 .25rem}small,.small{font-weight:400;font-size:.85rem;color:#333}
section{border-top:1px solid #111;padding:.75rem 0;margin-top:1rem}blockquote{margin:.25rem 0;padding-left:.75rem;border-left:2px solid #8c8c8c}
.gap{font-weight:600}table{border-collapse:collapse;width:100%;font-size:.85rem}td,th{text-align:left;padding:.2rem .75rem .2rem 0;border-bottom:1px solid #c9c9c9;vertical-align:top}
code{font-size:.8rem;overflow-wrap:anywhere}tr{break-inside:avoid}`;
