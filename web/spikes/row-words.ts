import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { watchedInWords } from '#web/ask/candidate-words.ts';
import { kindName } from '#web/ask/kinds.ts';
import type { Candidate } from '#web/ask/use-candidates.ts';
import { decidedInWords } from './verdict/standing.tsx';
import { words } from './words.ts';

/** "Eastbank", of "Theft from vehicle, Eastbank": in a list the place stands first. */
export function placeOf({ title, category }: Candidate): string {
  const kind = `${kindName(category)}, `;
  return title.startsWith(kind) ? title.slice(kind.length) : title;
}

/** "Theft from vehicle", and how it was found where it is no spike. */
export const kindOf = ({ kind, category, found }: Candidate): string =>
  kind === 'spike' ? kindName(category) : `${kindName(category)}, ${words.kinds[kind](found?.observed ?? null)}`;

/** What stands under a row: what was decided this week, or that it is watched. */
export function stateOf(row: Candidate, decided: SweepVerdict | null, watched: SweepVerdict | null): string {
  if (decided) return decidedInWords(decided);
  return watched ? watchedInWords(watched, row) : '';
}
