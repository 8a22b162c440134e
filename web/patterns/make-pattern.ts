import { draftPattern } from '#analysis/pattern/draft-pattern.ts';
import { MOST_PATTERN_CALLS, type NewPattern, Pattern } from '#data/schema/records/pattern.ts';
import { kindName } from '#web/ask/kinds.ts';
import type { CallRow } from '#web/compute/door.ts';
import { send } from '#web/records/shared/send.ts';

type Gathered = {
  readonly calls: readonly CallRow[];
  readonly title: string; // 'Theft from vehicle, Eastbank'
  readonly source: Pattern['source'];
  readonly code: string | null; // of the figure they were gathered by
  readonly groupIds: readonly string[];
};

const MOST_GROUPS = 60;

/** Keeps a pattern of these calls with its first words; a person goes on from there. */
export const makePattern = (gathered: Gathered): Promise<Pattern> =>
  send(Pattern, 'POST', '/api/records/patterns', newPattern(gathered));

export function newPattern({ calls, title, source, code, groupIds }: Gathered): NewPattern {
  return {
    ...draftPattern(calls, { title, kindName, source }),
    ...{ source, code, label: 'sensitive', release: 'internal' },
    groupIds: groupIds.slice(0, MOST_GROUPS),
    calls: calls.slice(0, MOST_PATTERN_CALLS).map(({ id }) => ({ callId: id, kept: true, reason: '' })),
  };
}
