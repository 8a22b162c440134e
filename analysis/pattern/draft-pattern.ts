import { lastDayOfMonth } from '#analysis/shared/days.ts';
import type { Pattern, Synopsis } from '#data/schema/records/pattern.ts';
import { findDensestWindow } from './densest-window.ts';
import { adviceInWords, blocksOf, whatInWords, whenInWords, whereInWords } from './synopsis-words.ts';
import { countBy } from './tallied.ts';

/** What a draft reads of a call. */
export type DraftCall = {
  readonly receivedLocal: string;
  readonly timePrecision: 'minute' | 'day' | 'month';
  readonly category: string;
  readonly addressBlock: string | null;
  readonly placeKey: string | null;
};

export type DraftAbout = {
  readonly title: string; // 'Theft from vehicle, Eastbank'; empty: made of the kind and the block that come up most
  readonly kindName: (category: string) => string;
  readonly source: Pattern['source'];
};

export type PatternDraft = Pick<Pattern, 'name' | 'type' | 'from' | 'to'> & { readonly synopsis: Synopsis };

const LONGEST_NAME = 120;

/**
 * A first text of a pattern from its calls: name, type, days and synopsis in plain words. The same calls
 * in any order give the same text. How it was done is left to a person: calls do not tell it.
 */
export function draftPattern(calls: readonly DraftCall[], about: DraftAbout): PatternDraft {
  if (calls.length === 0) throw new RangeError('draftPattern requires at least one call');
  const densest = findDensestWindow(calls);
  const firsts = calls.map(({ receivedLocal }) => receivedLocal.slice(0, 10)).sort();
  const lasts = calls.map(lastDayMeant).sort();
  return {
    name: (about.title.trim() || titleOf(calls, about.kindName)).slice(0, LONGEST_NAME).trim(),
    type: typeOf(calls),
    from: firsts[0] ?? '',
    to: lasts.at(-1) ?? '',
    synopsis: {
      what: whatInWords(calls, about),
      where: whereInWords(calls),
      when: whenInWords(calls.length, densest),
      how: '',
      advice: adviceInWords(calls, densest),
    },
  };
}

/** Never a series: that calls have one offender is a person's claim. More than half at one place is a hot place. */
function typeOf(calls: readonly DraftCall[]): Pattern['type'] {
  const [busiest] = countBy(calls, ({ placeKey, addressBlock }) => placeKey ?? addressBlock);
  return busiest !== undefined && 2 * busiest.count > calls.length ? 'hot-place' : 'hot-spot';
}

function titleOf(calls: readonly DraftCall[], kindName: DraftAbout['kindName']): string {
  const [kind] = countBy(calls, ({ category }) => category);
  const [block] = blocksOf(calls);
  return [kind === undefined ? 'Calls' : kindName(kind.value), ...(block ? [block.value] : [])].join(', ');
}

const lastDayMeant = ({ receivedLocal, timePrecision }: DraftCall): string =>
  timePrecision === 'month' ? lastDayOfMonth(receivedLocal.slice(0, 10)) : receivedLocal.slice(0, 10);
