import type { LeftOut } from '#data/schema/answer.ts';
import { ConcernLine } from '#web/ask/concern-line.tsx';
import { isWaiting } from '#web/ask/concerns.ts';
import { useAreas } from '#web/ask/desk.tsx';
import { kindName } from '#web/ask/kinds.ts';
import type { Others } from '#web/ask/use-candidates.ts';
import { useConcerns } from '#web/ask/use-concerns.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { seriesKey } from '#web/ask/verdicts.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { count } from '#web/ui/words.ts';
import css from './inbox.module.css';
import { words } from './words.ts';

export type Drawer = 'silent' | 'not-judged';

// A kind that never occurred in an area was not looked at; it is not "too few".
export const tooFew = (leftOut: readonly LeftOut[]) =>
  leftOut.filter(({ reason }) => reason !== 'no-past-calls' && reason !== 'months-only');

export function DrawerRow({ label, n, onOpen }: { label: string; n: number; onOpen: () => void }) {
  return (
    <button type="button" className={css.drawer} onClick={onOpen}>
      <span className={css.drawerLabel}>{label}</span>
      <span className={css.drawerCount}>{count(n)}</span>
      <Icon name="right" />
    </button>
  );
}

/** Open concerns of a kind nobody called about last week in any of their areas. */
export function useSilentConcerns() {
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

export function DrawerPage({ drawer, others, onBack }: { drawer: Drawer; others: Others; onBack: () => void }) {
  return (
    <section className={css.inbox} aria-label={drawer === 'silent' ? words.concernsWithoutCalls : words.notJudged}>
      <div className={css.back}>
        <Button look="quiet" small icon="left" onClick={onBack}>
          {words.toLookAt}
        </Button>
      </div>
      {drawer === 'silent' ? <Silent /> : <NotJudged others={others} />}
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

function NotJudged({ others }: { others: Others }) {
  const spikes = useSpikes();
  const { filter } = useView();
  const { nameOf } = useAreas(filter.layer);
  return (
    <>
      <header className={css.head}>
        <h2>{words.notJudged}</h2>
      </header>
      <NotLookedAt others={others} />
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

/** What the sweep beside the spikes could not look at; months are told at the top of the list already. */
export const notLookedAt = ({ leftOut }: Others): readonly LeftOut[] =>
  leftOut.filter(({ reason }) => reason !== 'months-only');

function NotLookedAt({ others }: { others: Others }) {
  const leftOut = notLookedAt(others);
  if (leftOut.length === 0) return null;
  return (
    <>
      <h3 className={css.subhead}>{words.notLookedAt}</h3>
      <ul className={css.list}>
        {leftOut.map(({ what, reason }) => (
          <li key={what}>
            {sweptInWords(what)}{' '}
            <span className="caption">{words.notLookedWhy[reason] ?? reason.replaceAll('-', ' ')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Strings of one kind are named by "strings" and its category. */
function sweptInWords(what: string): string {
  const category = what.startsWith('strings ') ? what.slice('strings '.length) : null;
  return category === null ? (words.notLooked[what] ?? what) : `${kindName(category)}: ${words.notLooked.strings}`;
}

/** A left-out series is named by its area, a space, and its category. */
function leftOutInWords(what: string, nameOf: (areaId: string) => string): string {
  const cut = what.lastIndexOf(' ');
  return cut < 0 ? what : `${nameOf(what.slice(0, cut))}, ${kindName(what.slice(cut + 1)).toLowerCase()}`;
}
