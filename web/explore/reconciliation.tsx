import { datesKnown } from '#web/ask/date-words.ts';
import { type Areas, useAreas, useDesk } from '#web/ask/desk.tsx';
import { count } from '#web/ui/words.ts';
import css from './area-panel.module.css';
import type { Picture } from './use-picture.ts';
import { words } from './words.ts';

/** Where every call went; the parts add up. The code asks for the same figure again. */
export function Reconciliation({ picture }: { picture: Picture }) {
  const { opened } = useDesk();
  const areas = useAreas(picture.filter.layer);
  const [, many] = areas.noun;
  const { all, here, area } = picture;
  const records = all.records;
  const own = area === null ? undefined : here.findings[0]?.areas.find(({ areaId }) => areaId === area);
  const parts = own ?? {
    count: records.inside + records.inSeveral,
    onlyHere: records.inside,
    inSeveral: records.inSeveral,
  };
  const one = own ? words.hereOnly : words.inOne;
  return (
    <footer className={css.foot}>
      {areas.entry === null ? (
        <div className={css.sum}>
          <span>
            <b>{count(records.outside)}</b> {words.onMap}
          </span>
          <span className="code">{here.code}</span>
        </div>
      ) : (
        <div className={css.sum}>
          <span>
            <b>{count(parts.count)}</b> {own ? words.here : `in ${many}`}
          </span>
          <span className={css.muted}>=</span>
          <span>
            <b>{count(parts.onlyHere)}</b> {one}
          </span>
          <span className={css.muted}>+</span>
          <span>
            <b>{count(parts.inSeveral)}</b> {words.inSeveralShort}
          </span>
          <span className="code">{here.code}</span>
        </div>
      )}
      <p className={`caption ${css.note}`}>
        {reconciliationInWords(picture, areas, datesKnown(picture.filter, opened))}{' '}
        {opened.manifest.withheld > 0 && words.notReleased(opened.manifest.withheld)}
      </p>
    </footer>
  );
}

/** "Dec 7 to 13: 918 read, 642 in groups, 251 in none, 22 not mapped, 3 held back." */
export function reconciliationInWords({ all: { records } }: Picture, areas: Areas, dates: string): string {
  if (areas.entry === null) return words.reconciliationCity(dates, records);
  return words.reconciliation(dates, { ...records, inside: records.inside + records.inSeveral }, areas.noun[1]);
}
