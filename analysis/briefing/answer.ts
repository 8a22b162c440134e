import type { BriefingLine } from '#data/schema/records/briefing.ts';

/** "33, where 18 to 30 is usual" */
export function lineInWords({ calls, usual, shown }: BriefingLine, leastShown: number): string {
  if (shown === 'withheld') return `fewer than ${leastShown}, not shown`;
  if (usual === null) return `${calls}; no usual range is known`;
  return `${calls}, where ${usual.low} to ${usual.high} is usual`;
}

/** The line under a number: what it means, in three words. */
export const AGAINST_WORDS: Record<BriefingLine['against'], string> = {
  more: 'More than usual',
  fewer: 'Fewer than usual',
  'as-usual': 'As usual',
  'not-judged': 'Not compared',
};

/** What the whole page says, in one or two sentences. */
export function answerOf(lines: readonly BriefingLine[]): string {
  const more = lines.filter(({ against }) => against === 'more');
  const fewer = lines.filter(({ against }) => against === 'fewer');
  const rest = lines.filter(({ against }) => against === 'as-usual');
  if (more.length + fewer.length === 0) return steady(lines, rest.length);
  const told = [sentenceOf('More calls than usual', more), sentenceOf('Fewer calls than usual', fewer)];
  if (rest.length > 0) told.push('Other calls were as usual.');
  return told.filter((sentence) => sentence !== '').join(' ');
}

function steady(lines: readonly BriefingLine[], judged: number): string {
  if (lines.every(({ shown }) => shown === 'zero')) return 'No call of these kinds came in.';
  if (judged > 0) return 'Calls were as usual.';
  return 'These are the calls that came in. They are not compared with what is usual.';
}

/** "More calls than usual: theft from vehicle 33, where 18 to 30 is usual; and noise 41, where 20 to 35 is usual." */
function sentenceOf(begins: string, lines: readonly BriefingLine[]): string {
  if (lines.length === 0) return '';
  const named = lines.slice(0, MOST_NAMED).map(nameAndRange);
  if (lines.length > MOST_NAMED) named.push(`${lines.length - MOST_NAMED} more, marked below`);
  return `${begins}: ${joined(named)}.`;
}

const MOST_NAMED = 2;

const nameAndRange = ({ label, calls, usual }: BriefingLine): string =>
  `${label.toLowerCase()} ${calls}${usual ? ` (usual ${usual.low} to ${usual.high})` : ''}`;

const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
