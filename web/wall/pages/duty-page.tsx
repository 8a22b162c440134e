import { daysBetween } from '#analysis/shared/days.ts';
import type { WallBoard, WallDuty, WallDutyKind, WallWaiting } from '#data/schema/wall.ts';
import { count } from '#web/ui/words.ts';
import { nameInLines } from '#web/wall/type/short-name.ts';
import { wrapped } from '#web/wall/type/text-width.ts';
import { DeskCode } from './desk-code.tsx';
import css from './duty-page.module.css';
import { FitRows } from './fit-rows.tsx';
import { usePageSize } from './page-size.ts';
import type { PageProps } from './page-view.tsx';
import { words } from './words.ts';

const SHOWN: Partial<Record<PageProps['page']['kind'], readonly WallDutyKind[]>> = {
  concerns: ['concerns', 'referrals'],
  groups: ['groups'],
  escalations: ['escalations'],
};

/** What is owed: one duty large, or two beside each other. */
export function DutyPage({ page, board }: PageProps) {
  const kinds = SHOWN[page.kind] ?? [];
  const duties = board.records.duties.filter(({ kind }) => kinds.includes(kind));
  const isAlone = duties.length === 1;
  return (
    <div className={css.page} data-duties={duties.length}>
      {duties.map((duty) => (
        <Panel key={duty.kind} duty={duty} board={board} isAlone={isAlone} />
      ))}
    </div>
  );
}

function Panel({ duty, board, isAlone }: { duty: WallDuty; board: WallBoard; isAlone: boolean }) {
  const { kind, of, waiting, code } = duty;
  const { quarter, quarterEnds, asOfLocal } = board.records;
  const left = daysBetween(asOfLocal, quarterEnds);
  const isGood = duty.count === 0;
  return (
    <section className={css.panel} data-good={isGood} data-alone={isAlone} aria-label={words.dutyTitle[kind]}>
      <header className={css.head}>
        <div>
          <p className={css.title}>{kind === 'groups' ? words.quarterLeft(quarter, left) : words.dutyTitle[kind]}</p>
          {isGood ? (
            <h1 className={css.good}>{words.good[kind]}</h1>
          ) : (
            <h1 className={css.number}>
              {count(duty.count)} <span>{kind === 'groups' ? words.notReached : words.of[kind](of)}</span>
            </h1>
          )}
          {isGood && <p className={css.title}>{words.openNow[kind](of)}</p>}
          {!isGood && kind === 'groups' && <p className={css.title}>{words.of[kind](of)}</p>}
        </div>
        <DeskCode code={code} />
      </header>
      {!isGood && (
        <FitRows
          items={waiting}
          atMost={isAlone ? 5 : 3}
          total={duty.count}
          keyOf={(item, index) => `${index}|${item.area}|${item.what}`}
          row={(item) => <Row kind={kind} item={item} waiting={waiting} />}
          more={words.moreWaiting}
        />
      )}
    </section>
  );
}

type RowProps = { kind: WallDutyKind; item: WallWaiting; waiting: readonly WallWaiting[] };

function Row({ kind, item: { area, what, days }, waiting }: RowProps) {
  const { width, height } = usePageSize();
  const column = height > width ? width - 128 : (width - 192) / 2;
  const widest = column - 370; // beside the days
  const name = nameInLines(
    area,
    waiting.map((each) => each.area),
    (way) => wrapped(way, widest, 54, 600).length,
    [1, 2],
  );
  return (
    <div className={css.row}>
      <p className={css.line}>
        <b>{name}</b>
        <span className={css.days}>{daysSaid(kind, days)}</span>
      </p>
      <p className={css.sub}>
        <span className={css.what}>{what}</span>
        {kind === 'groups' && <span>{words.withoutContact}</span>}
      </p>
    </div>
  );
}

function daysSaid(kind: WallDutyKind, days: number): string {
  return kind === 'concerns' || kind === 'referrals' ? words.daysOver(days) : words.days(days);
}
