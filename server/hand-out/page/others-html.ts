import { escaped } from '#server/documents/escaped.ts';
import type { HandOutContent, PrintedLine } from '#server/hand-out/content.ts';
import { wordsOf } from '#server/hand-out/words/words-of.ts';
import type { Cut } from './cuts.ts';
import { glyphOf } from './line-html.ts';

/** The other numbers: a row each with its usual range, or in sentences. */
export const othersHtml = (content: HandOutContent, as: Cut['othersAs']): string =>
  as === 'list' ? listHtml(content.others) : [...runOf(content), content.others.more].map(paragraph).join('\n');

/** What is no number: none at all, and what is withheld. */
export function restHtml({ none, withheld }: HandOutContent): string {
  const told = [none, withheld].filter((part) => part !== '');
  return told.length === 0 ? '' : `<section class="rest">${told.map((part) => paragraph(part)).join('\n')}</section>`;
}

/** Words up to their first colon are what the eye looks for. */
const led = (words: string): string => escaped(words).replace(/^[^:.]+:/, '<b>$&</b>');
const paragraph = (words: string): string => (words === '' ? '' : `<p>${led(words)}</p>`);

const listHtml = ({ heading, lines }: HandOutContent['others']): string =>
  lines.length === 0
    ? ''
    : `<h3>${escaped(heading)}</h3>
<ul class="others">
${lines.map(otherHtml).join('\n')}
</ul>`;

/** What is not as usual wears its mark and its word. */
const otherHtml = ({ number, label, usual, verdict, against }: PrintedLine): string =>
  `<li><b class="number">${number}</b> <span>${escaped(label)}${verdict === 'unusual' ? ` <b class="word">${glyphOf(verdict)}${escaped(against)}</b>` : ''}</span> <span class="range">${escaped(usual?.words ?? against)}</span></li>`;

/** The same in sentences: not as usual each with its range, then as usual, then what has no usual range. */
function runOf({ others: { lines }, language }: HandOutContent): string[] {
  const words = wordsOf(language);
  const of = (verdict: PrintedLine['verdict']) => lines.filter((line) => line.verdict === verdict);
  const named = ({ label, number }: PrintedLine) => `${lowered(label)} ${number}`;
  const unusual = of('unusual').map(
    (line) => `${line.label} ${line.number}: ${lowered(line.against)} (${line.usual?.words ?? ''}).`,
  );
  const [usual, notJudged] = [of('usual').map(named), of('not-judged').map(named)];
  return [
    unusual.join(' '),
    usual.length === 0 ? '' : words.othersRun(usual),
    notJudged.length === 0 ? '' : words.othersNotCompared(notJudged),
  ];
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
