import { kindName } from '#web/ask/kinds.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';

const MOST_ROWS = 20;

/** One kind of call in one area, by its name. */
export type SeriesRow = { areaId: string; category: string; name: string };

/** The findings of one kind in one area, named; what is of all kinds or areas is no row. */
export const namedSeries = <Found extends { areaId: string | null; category: string | null }>(
  findings: readonly Found[],
  nameOf: (areaId: string) => string,
): (Found & SeriesRow)[] =>
  findings.flatMap((found) => {
    const { areaId, category } = found;
    if (areaId === null || category === null) return [];
    return [{ ...found, areaId, category, name: `${kindName(category)}, ${nameOf(areaId)}` }];
  });

type Props<Row extends SeriesRow> = {
  judged: number;
  ringing: readonly Row[]; // in the order to be read
  says: string; // how many of the judged ring, and how many would by chance
  caption: string;
  columns: readonly Column<Row>[];
  onPick: (row: Row) => void;
};

/** The series that ring. A single judged one is what the chart above shows already. */
export function SeriesRows<Row extends SeriesRow>({ judged, ringing, says, caption, columns, onPick }: Props<Row>) {
  if (judged <= 1) return null;
  return (
    <>
      <p className="caption">{says}</p>
      {ringing.length > 0 && (
        <DataTable
          caption={caption}
          rows={ringing.slice(0, MOST_ROWS)}
          columns={columns}
          rowKey={({ name }) => name}
          onPick={onPick}
          dense
        />
      )}
    </>
  );
}
