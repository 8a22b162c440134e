import type { AreaFeature } from '#data/schema/area.ts';
import { count, plural, wordsOf } from '#web/ui/words.ts';

/** What an answer to a question is written in. */
export const words = wordsOf({
  en: {
    title: 'Answer',
    copy: 'Copy the answer',
    copied: 'Copied',
    log: 'Log as a request',
    logged: (reference: string) => `Logged as ${reference}`,
    dialog: 'Log as an analysis request',
    send: 'Log it',
    who: 'Who asked',
    whoMissing: 'Say who asked.',
    what: 'The question',
    why: 'What the answer is for',
    answer: 'The answer, with its figure code',
    question: (place: string, sentence: string) => `${place}: ${sentence}?`,
    askedBy: (who: string, why: string) => `Asked by ${who}.${why === '' ? '' : ` ${why}`}`,
  },
});

type Parts = {
  place: string;
  counted: string; // the filter as a sentence
  calls: number;
  judged: string; // the last week on its usual range
  area: AreaFeature | null;
  code: string;
};

/** "Eastbank. Calls from the public, Dec 7 to 13: 52 calls, 16.3 per 1,000 residents (3,200). Usual range … Figure CB-…." */
export function answerInWords({ place, counted, calls, judged, area, code }: Parts): string {
  const start = place.charAt(0).toUpperCase() + place.slice(1);
  return `${start}. ${counted}: ${plural(calls, 'call', 'calls')}, ${denominator(calls, area)}. ${judged} Figure ${code}.`;
}

function denominator(calls: number, area: AreaFeature | null): string {
  const { residents, addresses } = area?.properties ?? {};
  const rate = (among: number) => ((1000 * calls) / among).toFixed(1);
  if (residents) return `${rate(residents)} per 1,000 residents (${count(residents)})`;
  if (addresses) return `${rate(addresses)} per 1,000 addresses (${count(addresses)})`;
  return area === null ? 'over the whole selection' : 'residents not known';
}
