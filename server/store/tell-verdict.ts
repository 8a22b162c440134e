import type { Acting, Person } from '#data/schema/records/person.ts';
import type { SweepVerdict } from '#data/schema/records/sweep.ts';
import { createNotice, mailNotice } from './notices.ts';
import type { Tx } from './record-store.ts';

/** Tells each of them of the unusual week, what was decided and why; each once for a verdict (A.9). */
export async function tellOfVerdict(
  tx: Tx,
  acting: Acting,
  verdict: SweepVerdict,
  people: readonly Person[],
): Promise<void> {
  for (const { personId } of people) {
    const { notice, isNew } = await createNotice(tx, acting, {
      kind: 'sweep',
      onceKey: `sweep/${verdict.verdictId}/${personId}`,
      clause: 'A.9',
      toRole: null,
      toPersonId: personId,
      groupId: verdict.groupIds[0] ?? null,
      concernIds: [],
      title: verdict.title,
      words: wordsOf(verdict, acting),
    });
    if (isNew) await mailNotice(tx, acting, notice);
  }
}

const wordsOf = (verdict: SweepVerdict, { actor }: Acting): string =>
  [
    verdict.sentence,
    `${decisionOf(verdict)} By ${actor.name}.`,
    ...(verdict.reason === '' ? [] : [`Why: ${verdict.reason}`]),
    `In Commonbeat: ${linkOf(verdict)}`,
  ].join('\n');

function decisionOf({ choice, watchFrom, patternId }: SweepVerdict): string {
  if (choice === 'dismiss') return 'Dismissed.';
  if (choice === 'pattern') return `Made into pattern ${patternId}.`;
  return watchFrom === null ? 'Watched.' : `Watched; shown again from ${watchFrom} on.`;
}

const linkOf = ({ patternId }: SweepVerdict): string => (patternId === null ? '/spikes' : `/patterns/${patternId}`);
