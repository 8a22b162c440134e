import { blockName } from '#data/codes/block-name.ts';
import type { DensestWindow, WeekWindow } from './densest-window.ts';
import type { DraftAbout, DraftCall } from './draft-pattern.ts';
import { countBy, type Tally } from './tallied.ts';
import { windowInWords } from './window-words.ts';

const MOST_NAMED = 5; // kinds or blocks in one sentence
const MOST_ADVISED = 3;

/** "14 calls: 12 theft from vehicle and 2 vandalism." */
export function whatInWords(calls: readonly DraftCall[], { kindName, source }: DraftAbout): string {
  const kinds = countBy(calls, ({ category }) => kindName(category).toLowerCase());
  const named = kinds.slice(0, MOST_NAMED).map(({ value, count }) => `${count} ${value}`);
  const [only] = kinds;
  const linked = source === 'string' ? ' Each lies near another of them in place and time.' : '';
  if (only !== undefined && kinds.length === 1) return `${callsInWords(calls.length)}: ${only.value}.${linked}`;
  const rest = sumOf(kinds.slice(MOST_NAMED));
  const said = joined(rest > 0 ? [...named, `${rest} of other kinds`] : named);
  return `${callsInWords(calls.length)}: ${said}.${linked}`;
}

/** "2400 blk Tern Park Road (5) and 300 blk Northgate Road (4). 5 calls at other places." */
export function whereInWords(calls: readonly DraftCall[]): string {
  const repeated = blocksOf(calls).filter(({ count }) => count >= 2);
  const shown = repeated.slice(0, MOST_NAMED);
  if (shown.length === 0) return 'No block has two or more of the calls.';
  const others = calls.length - sumOf(shown);
  const named = joined(shown.map(({ value, count }) => `${value} (${count})`));
  return `Blocks with two or more: ${named}.${others > 0 ? ` ${callsInWords(others)} at other places.` : ''}`;
}

/** "8 of 14 on Wed and Thu, 1 to 5 pm."; what has no hour is said. */
export function whenInWords(calls: number, densest: DensestWindow): string {
  const unknown = calls - densest.timed;
  const without = unknown > 0 ? ` ${hourUnknown(unknown)}` : '';
  if (densest.is === 'found') return `${densest.held} of ${densest.timed} ${onDays(densest.window)}.${without}`;
  if (densest.timed === 0) return 'The hours of these calls are not known.';
  if (densest.is === 'too-few') return `Too few calls to name hours.${without}`;
  return `Spread over the week: no block of 36 hours or less holds half of the ${densest.timed}.${without}`;
}

/** "Be there Wed and Thu, 1 to 5 pm, at 2400 blk Tern Park Road." Empty where no time stands out. */
export function adviceInWords(calls: readonly DraftCall[], densest: DensestWindow): string {
  if (densest.is !== 'found') return '';
  const places = blocksOf(calls)
    .filter(({ count }) => count >= 2)
    .slice(0, MOST_ADVISED)
    .map(({ value }) => value);
  return `Be there ${windowInWords(densest.window)}${places.length > 0 ? `, at ${joined(places)}` : ''}.`;
}

/** Blocks as a person writes them, those with most calls first. */
export const blocksOf = (calls: readonly DraftCall[]): Tally[] =>
  countBy(calls, ({ addressBlock }) => (addressBlock === null ? null : blockName(addressBlock)));

/** "on Wed and Thu, 1 to 5 pm", and "every day, 3 to 6 pm". */
const onDays = (window: WeekWindow): string => (window.days.length === 7 ? '' : 'on ') + windowInWords(window);

const sumOf = (tallies: readonly Tally[]): number => tallies.reduce((sum, { count }) => sum + count, 0);
const callsInWords = (n: number): string => `${n} ${n === 1 ? 'call' : 'calls'}`;
const hourUnknown = (n: number): string =>
  n === 1
    ? 'The hour of 1 call is not known; it is left out here.'
    : `The hours of ${n} calls are not known; they are left out here.`;
const joined = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
