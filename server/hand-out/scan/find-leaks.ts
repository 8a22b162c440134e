import { RELEASE_DEFAULTS } from '#analysis/release/release.ts';
import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import type { HandOutContent, Said } from '#server/hand-out/content.ts';
import { personalWords } from '#server/hand-out/desk/personal-words.ts';
import type { Expected, Known, Leak, Opened, Run } from './leak.ts';
import { unknownOnMap } from './map-words.ts';
import { protectedIn } from './protected-words.ts';
import { isNumber, printedLines, tokensOf, toldWords, untold, writtenWords } from './told-words.ts';

/** Everything in an opened file that must not leave. */
export function findLeaks({ runs, code, leaks }: Opened, { content, known }: Expected): Leak[] {
  const told = toldWords(content);
  const found = [
    ...leaks,
    ...runs.flatMap((run) => leaksOfRun(run, untoldOf(run, told, known), personal(known, content.language))),
    ...runs.flatMap((run) => protectedLeaks(run, content)),
    ...[...runs, ...code].flatMap((run) => placeLeaks(run, known)),
    ...writtenWords(content).flatMap((said) => personalLeaks(said, personal(known, said.language))),
    ...smallCounts(content, known),
  ];
  const seen = new Set<string>();
  return found.filter(({ kind, where, text }) => {
    const key = JSON.stringify([kind, where, text]);
    return !seen.has(key) && seen.add(key);
  });
}

type Untold = ReturnType<typeof untold>;

function untoldOf(run: Run, told: Parameters<typeof untold>[1], known: Known): Untold {
  if (run.of === 'map' && unknownOnMap(run.text, known) === '') return [];
  return untold(run.text, told);
}

/** Words that are not the page's own, and what they tell of a person. */
function leaksOfRun(run: Run, found: Untold, findIn: FindPersonal): Leak[] {
  if (found.length === 0) return [];
  const kindOf = (text: string) => (tokensOf(text).some(({ word }) => isNumber(word)) ? 'number' : 'word');
  const isUntold = ({ at, text }: { at: number; text: string }) =>
    found.some((one) => at < one.at + one.text.length && one.at < at + text.length);
  return [
    ...found.map(
      ({ text }): Leak => ({ kind: run.of === 'metadata' ? 'metadata' : kindOf(text), where: run.where, text }),
    ),
    ...findIn(run.text)
      .filter(isUntold)
      .map(({ kind, text }): Leak => ({ kind, where: run.where, text })),
  ];
}

const personalLeaks = ({ words }: Said, findIn: FindPersonal): Leak[] =>
  findIn(words).map(({ kind, text }): Leak => ({ kind, where: 'words of a person', text }));

type FindPersonal = (text: string) => ReturnType<typeof personalWords>;

/** As the desk looks for it before a page is released. */
const personal =
  ({ firstNames = [], ...known }: Known, language: HandOutLanguage): FindPersonal =>
  (text) =>
    personalWords(text, { ...known, firstNames }, language);

const plain = (text: string): string =>
  tokensOf(text)
    .map(({ word }) => word)
    .join(' ');

/** The notes say which kinds never stand on the page; a kind that is named anywhere else is a leak. */
function protectedLeaks({ where, text }: Run, { notes }: HandOutContent): Leak[] {
  const rest = notes.reduce((left, note) => left.replaceAll(plain(note), ' | '), plain(text));
  const noted = ` ${plain(notes.join(' '))} `;
  return protectedIn(rest)
    .filter(({ label, around }) => label === around || !noted.includes(` ${around} `))
    .map(({ label }) => ({ kind: 'protected-kind', where, text: label }));
}

const NEAR = 5e-4; // degrees, about fifty meters

function placeLeaks({ where, text }: Run, { exactPlaces = [] }: Known): Leak[] {
  const numbers = [...text.matchAll(/-?\d{1,3}\.\d{3,}/g)].map(([number]) => number);
  const isExact = (number: string) =>
    /\.\d{4,}$/.test(number) ||
    exactPlaces.some((place) => place.some((degrees) => Math.abs(degrees - Number(number)) < NEAR));
  return numbers.filter(isExact).map((number) => ({ kind: 'place', where, text: number }));
}

function smallCounts(content: HandOutContent, { leastShown = RELEASE_DEFAULTS.leastShown }: Known): Leak[] {
  const isSmall = (count: number) => count > 0 && count < leastShown;
  const charted = content.charts.concerns.flatMap(({ kind, bars }) =>
    bars.flatMap(({ observed, height }): Leak[] =>
      height !== null && isSmall(observed) ? [{ kind: 'small-count', where: kind, text: String(observed) }] : [],
    ),
  );
  const onLines = printedLines(content).flatMap(({ label, observed, before }): Leak[] => {
    const earlier = Number(/^\d+/.exec(before)?.[0] ?? 0);
    return [
      ...(isSmall(observed) ? [{ kind: 'small-count' as const, where: label, text: String(observed) }] : []),
      ...(isSmall(earlier) ? [{ kind: 'small-count' as const, where: label, text: before }] : []),
    ];
  });
  return [...onLines, ...charted];
}
