import { piecesOf } from '#analysis/report/printed.ts';
import type { ReportFigure, ReportItem, ReportPart } from '#data/schema/records/report.ts';
import css from './report.module.css';

/** A drafted sentence; each of its figures opens the records that it counts, and none can be typed over. */
export function Drafted({
  of,
  onPick,
}: {
  of: Pick<ReportItem | ReportPart, 'drafted' | 'figures'>;
  onPick: (figure: ReportFigure) => void;
}) {
  return piecesOf(of).map(({ text, figure }, at) =>
    figure ? (
      <button key={figure.key} type="button" className={css.figure} onClick={() => onPick(figure)}>
        {text}
      </button>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never change places
      <span key={at}>{text}</span>
    ),
  );
}
