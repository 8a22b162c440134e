import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { LeftOut } from '#data/schema/answer.ts';
import { ConcernLine } from '#web/ask/concern-line.tsx';
import { isWaiting } from '#web/ask/concerns.ts';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import { useConcerns } from '#web/ask/use-concerns.ts';
import { useSeen } from '#web/ask/use-seen.ts';
import { type Spikes, useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { seriesKey, usualInWords, weekInWords } from '#web/ask/verdicts.ts';
import { RangeStrip } from '#web/chart/range-strip.tsx';
import type { Opened, SeriesVerdict } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';
import { count } from '#web/ui/words.ts';
import css from './inbox.module.css';
import { words } from './words.ts';

type Drawer = 'silent' | 'not-judged';

/** What deserves a look this week, strongest evidence first, and what could not be judged. */
export function Inbox() {
  const spikes = useSpikes();
  const { opened } = useDesk();
  const { filter } = useView();
  const { isSeen, see } = useSeen(spikes.week);
  const silent = useSilentConcerns();
  const [drawer, setDrawer] = useState<Drawer | null>(null);
  if (spikes.found === null)
    return spikes.trouble ? <Failed {...spikes} message={spikes.trouble.message} /> : <Loading />;
  const { findings, leftOut, options } = spikes.found;
  const passes = ({ areaId, category }: SeriesVerdict) =>
    (filter.categories.length === 0 || filter.categories.includes(category)) &&
    (filter.areas.length === 0 || filter.areas.includes(areaId));
  const shown = spikes.toLookAt.filter(passes);
  const seen = shown.filter((series) => isSeen(seriesKey(series))).length;
  if (drawer !== null) return <DrawerPage drawer={drawer} onBack={() => setDrawer(null)} />;
  return (
    <section className={spikes.isSlow ? `${css.inbox} dim` : css.inbox} aria-label={words.toLookAt}>
      <header className={css.head}>
        <h2>{words.toLookAt}</h2>
        <span className="caption">{words.inboxCount(shown.length - seen, seen)}</span>
      </header>
      <p className={`caption ${css.note}`}>
        {findings.length === 0 ? whyNone(opened) : howSet(spikes, findings.length, options)}
      </p>
      {shown.length === 0 && findings.length > 0 && !spikes.isBeingSet && (
        <NothingToLookAt series={findings.length} elsewhere={spikes.toLookAt.length} />
      )}
      <ul>
        {shown.map((series) => (
          <Series
            key={seriesKey(series)}
            series={series}
            isSeen={isSeen(seriesKey(series))}
            onOpen={() => see(seriesKey(series))}
          />
        ))}
      </ul>
      <DrawerRow label={words.concernsWithoutCalls} n={silent.length} onOpen={() => setDrawer('silent')} />
      <DrawerRow label={words.notJudged} n={tooFew(leftOut).length} onOpen={() => setDrawer('not-judged')} />
    </section>
  );
}

/** How many false alarms the list may bring; more series may join it until its threshold is known. */
function howSet({ isBeingSet }: Spikes, series: number, { falseAlarmsAWeek }: Record<string, unknown>): string {
  return isBeingSet ? words.beingSet(series) : words.looked(series, Number(falseAlarmsAWeek));
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

function Series({ series, isSeen, onOpen }: { series: SeriesVerdict; isSeen: boolean; onOpen: () => void }) {
  const { session } = useDesk();
  const { view, filter, addressOf } = useView();
  const { nameOf } = useAreas(filter.layer);
  const { areaId, category, observed, high, week, concerns, verdict } = series;
  const isOpen = view.area === areaId && (view.series === null || view.series === seriesKey(series));
  const search = addressOf({ area: areaId, series: seriesKey(series) });
  return (
    <li className={isOpen ? css.open : isSeen ? css.seen : undefined}>
      <Link
        to="/"
        search={search}
        className={css.item ?? ''}
        aria-current={isOpen ? 'true' : undefined}
        onClick={onOpen}
      >
        <span className={css.title}>
          <span className={css.name}>{nameOf(areaId)}</span>
          <VerdictMark verdict={verdict} />
        </span>
        <span className={css.line}>
          <span>{kindName(category)}</span>
          <RangeStrip {...series} max={Math.max(observed, high) * 1.25} />
        </span>
        <span className={css.line}>
          <span>
            <span className={css.observed}>{observed}</span> {usualInWords(series, weekInWords(week, session.nowLocal))}
          </span>
        </span>
        <span className={css.tags}>
          <Tag>{isSeen ? words.seen : words.fresh}</Tag>
          {concerns > 0 ? <Tag look="voice">{words.concerns(concerns)}</Tag> : <Tag>{words.noConcern}</Tag>}
        </span>
      </Link>
    </li>
  );
}

// A kind that never occurred in an area was not looked at; it is not "too few".
const tooFew = (leftOut: readonly LeftOut[]) =>
  leftOut.filter(({ reason }) => reason !== 'no-past-calls' && reason !== 'months-only');

function DrawerRow({ label, n, onOpen }: { label: string; n: number; onOpen: () => void }) {
  return (
    <button type="button" className={css.drawer} onClick={onOpen}>
      <span className={css.drawerLabel}>{label}</span>
      <span className={css.drawerCount}>{count(n)}</span>
      <Icon name="right" />
    </button>
  );
}

/** Open concerns of a kind nobody called about last week in any of their areas. */
function useSilentConcerns() {
  const { filter } = useView();
  const spikes = useSpikes();
  const concerns = useConcerns(filter.layer);
  const counts = new Map((spikes.found?.findings ?? []).map((series) => [seriesKey(series), series.observed]));
  return concerns.filter(
    (concern) =>
      isWaiting(concern) &&
      concern.areaIds.length > 0 &&
      concern.areaIds.every((areaId) => (counts.get(seriesKey({ areaId, category: concern.category })) ?? 0) === 0),
  );
}

function DrawerPage({ drawer, onBack }: { drawer: Drawer; onBack: () => void }) {
  return (
    <section className={css.inbox} aria-label={drawer === 'silent' ? words.concernsWithoutCalls : words.notJudged}>
      <div className={css.back}>
        <Button look="quiet" small icon="left" onClick={onBack}>
          {words.toLookAt}
        </Button>
      </div>
      {drawer === 'silent' ? <Silent /> : <NotJudged />}
    </section>
  );
}

function Silent() {
  const silent = useSilentConcerns();
  return (
    <>
      <header className={css.head}>
        <h2>{words.concernsWithoutCalls}</h2>
      </header>
      <p className={`caption ${css.note}`}>{words.silent}</p>
      <div className={css.list}>
        {silent.map((concern) => (
          <ConcernLine key={concern.concernId} concern={concern} />
        ))}
      </div>
    </>
  );
}

function NotJudged() {
  const spikes = useSpikes();
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  return (
    <>
      <header className={css.head}>
        <h2>{words.notJudged}</h2>
      </header>
      <p className={`caption ${css.note}`}>{words.tooFew}</p>
      <ul className={css.list}>
        {tooFew(spikes.found?.leftOut ?? [])
          .slice(0, 200)
          .map(({ what, reason }) => (
            <li key={what}>
              {leftOutInWords(what, nameOf)} <span className="caption">{reason.replaceAll('-', ' ')}</span>
            </li>
          ))}
      </ul>
    </>
  );
}

/** A left-out series is named by its area, a space, and its category. */
function leftOutInWords(what: string, nameOf: (areaId: string) => string): string {
  const cut = what.lastIndexOf(' ');
  return cut < 0 ? what : `${nameOf(what.slice(0, cut))}, ${kindName(what.slice(cut + 1)).toLowerCase()}`;
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
