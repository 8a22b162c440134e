import { useState } from 'react';
import type { CandidateKind } from '#data/schema/records/sweep.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { type Candidate, type Candidates, useCandidates } from '#web/ask/use-candidates.ts';
import { useSweep } from '#web/ask/use-sweep.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Opened } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './inbox.module.css';
import { type Drawer, DrawerPage, DrawerRow, notLookedAt, tooFew, useSilentConcerns } from './inbox-drawers.tsx';
import { InboxItem } from './inbox-item.tsx';
import { KindChips } from './inbox-kinds.tsx';
import { StillLooking } from './inbox-looking.tsx';
import { words } from './words.ts';

/** What deserves a look this week, strongest evidence first, and what could not be judged. */
export function Inbox() {
  const all = useCandidates();
  const { opened } = useDesk();
  const sweep = useSweep(all.week);
  const silent = useSilentConcerns();
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  const [kind, setKind] = useState<CandidateKind | null>(null);
  const chosen = useChosen(all.candidates);
  if (all.found === null) return all.trouble ? <Failed {...all} message={all.trouble.message} /> : <Loading />;
  if (drawer !== null) return <DrawerPage drawer={drawer} others={all.others} onBack={() => setDrawer(null)} />;
  const { findings, leftOut, options } = all.found;
  const ofKind = chosen.filter((candidate) => candidate.kind === kind);
  const shown = ofKind.length > 0 ? ofKind : chosen; // a kind that is no longer there narrows nothing
  const decided = chosen.filter((candidate) => sweep.verdictOf(candidate) !== null);
  const seen = chosen.filter((candidate) => !decided.includes(candidate) && sweep.isSeen(candidate)).length;
  const fresh = chosen.length - decided.length - seen;
  return (
    <section className={all.isSlow ? `${css.inbox} dim` : css.inbox} aria-label={words.toLookAt}>
      <header className={css.head}>
        <h2>{words.toLookAt}</h2>
        <span className="caption">{words.inboxCount(fresh, seen, decided.length)}</span>
      </header>
      <p className={`caption ${css.note}`}>
        {findings.length === 0 ? whyNone(opened) : howSet(all, findings.length, options)}
      </p>
      <KindChips candidates={chosen} kind={ofKind.length > 0 ? kind : null} onPick={setKind} />
      {chosen.length === 0 && findings.length > 0 && !all.isBeingSet && !all.others.isLooking && (
        <NothingToLookAt series={findings.length} elsewhere={all.candidates.length} />
      )}
      <ul>
        {shown.map((candidate) => (
          <InboxItem
            key={`${candidate.kind} ${candidate.candidateKey}`}
            candidate={candidate}
            week={all.week}
            sweep={sweep}
          />
        ))}
      </ul>
      {findings.length > 0 && <StillLooking others={all.others} />}
      <DrawerRow label={words.concernsWithoutCalls} n={silent.length} onOpen={() => setDrawer('silent')} />
      <DrawerRow
        label={words.notJudged}
        n={tooFew(leftOut).length + notLookedAt(all.others).length}
        onOpen={() => setDrawer('not-judged')}
      />
    </section>
  );
}

/** Those of the kinds of call and areas in the sentence above; the list was judged over all of them. */
function useChosen(candidates: readonly Candidate[]): Candidate[] {
  const { filter } = useView();
  return candidates.filter(
    ({ category, areaIds }) =>
      (filter.categories.length === 0 || filter.categories.includes(category)) &&
      (filter.areas.length === 0 || areaIds.some((areaId) => filter.areas.includes(areaId))),
  );
}

/** How many false alarms the list may bring; more may join it until its threshold is known. */
function howSet({ isBeingSet, others }: Candidates, series: number, { falseAlarmsAWeek }: Record<string, unknown>) {
  if (isBeingSet) return words.beingSet(series);
  const set = words.looked(series, Number(falseAlarmsAWeek));
  return others.isDone ? `${set} ${words.lookedMore}` : set;
}

/** Why nothing at all was judged. */
function whyNone({ months, manifest }: Opened): string {
  if (months.length > 0) return words.lookedMonths;
  return manifest.areas.length === 0 ? words.lookedNowhere : words.lookedNone;
}

/** Good news, or only none in what is chosen: then it says how many wait elsewhere. */
function NothingToLookAt({ series, elsewhere }: { series: number; elsewhere: number }) {
  const { change } = useView();
  if (elsewhere === 0) return <Quiet title={words.nothingUnusual}>{words.nothingUnusualBody(series)}</Quiet>;
  const showAll = (
    <Button small onClick={() => change({ filter: { categories: [], areas: [] } })}>
      {words.showAll}
    </Button>
  );
  return (
    <Quiet title={words.nothingHere} actions={showAll}>
      {words.elsewhere(elsewhere)}
    </Quiet>
  );
}

function Loading() {
  return (
    <div className={css.loading}>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={72} />
      ))}
    </div>
  );
}

function Failed({ message, retry }: { message: string; retry: () => void }) {
  return (
    <Quiet title={words.faultTitle} actions={<Button onClick={retry}>{words.again}</Button>}>
      {message}
    </Quiet>
  );
}
