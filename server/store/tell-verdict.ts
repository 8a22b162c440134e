import { isProtected } from '#data/codes/protected-kinds.ts';
import type { Notice } from '#data/schema/records/notice.ts';
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
      concernIds: [],
      ...whatOf(verdict, acting),
    });
    if (isNew) await mailNotice(tx, acting, notice);
  }
}

type What = Pick<Notice, 'groupId' | 'title' | 'words'>;

/** Everybody at work may look notices up: of a protected kind this one says no more than where to read. */
function whatOf(verdict: SweepVerdict, acting: Acting): What {
  if (!isProtected(verdict.category))
    return { groupId: verdict.groupIds[0] ?? null, title: verdict.title, words: wordsOf(verdict, acting) };
  const words = `${acting.actor.name} decided about calls that few may read.\nIn Commonbeat: ${sweepOrPattern(verdict)}`;
  return { groupId: null, title: 'A verdict of the weekly sweep', words };
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

/** The key of a candidate names its area and its kind: only where everybody at work may know of it. */
const linkOf = (verdict: SweepVerdict): string =>
  verdict.patternId === null ? `/spikes?series=${encodeURIComponent(verdict.candidateKey)}` : sweepOrPattern(verdict);

const sweepOrPattern = ({ patternId }: SweepVerdict): string =>
  patternId === null ? '/spikes' : `/patterns/${patternId}`;
