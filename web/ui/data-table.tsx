import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  sortFn_basic,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';
import css from './data-table.module.css';
import { Icon } from './icons.tsx';

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric, basic: sortFn_basic },
});

export type Column<Row> = {
  id: string;
  head: string;
  value: (row: Row) => string | number | null; // what is sorted and copied
  cell?: (row: Row) => ReactNode; // what is shown, when it is not the value
  numeric?: boolean;
  isName?: boolean; // the row's own name: its header cell
};

type Props<Row> = {
  caption: string; // read first, shown above when `captionShown`
  rows: readonly Row[];
  columns: readonly Column<Row>[]; // kept between renders by the caller
  rowKey: (row: Row) => string;
  sortedBy?: { id: string; desc: boolean } | undefined;
  picked?: string | null;
  onPick?: (row: Row) => void;
  dense?: boolean;
};

/**
 * A table whose heads sort. Rows that can be picked hold a button in their name, so that
 * Tab and Enter do what a click does.
 */
export function DataTable<Row extends object>({
  caption,
  rows,
  columns,
  rowKey,
  sortedBy,
  picked,
  onPick,
  dense,
}: Props<Row>) {
  const [sorting, setSorting] = useState<SortingState>(sortedBy ? [sortedBy] : []);
  const defs = useMemo(() => toDefs(columns), [columns]);
  const table = useTable({
    features,
    columns: defs,
    data: rows,
    getRowId: rowKey,
    state: { sorting },
    onSortingChange: setSorting,
  });
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <table className={dense ? `${css.table} ${css.dense}` : css.table}>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {table.getFlatHeaders().map((header) => {
            const column = byId.get(header.column.id);
            const sorted = header.column.getIsSorted();
            return (
              <th
                key={header.id}
                scope="col"
                className={column?.numeric ? css.number : undefined}
                aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
              >
                <button type="button" className={css.sort} onClick={header.column.getToggleSortingHandler()}>
                  {column?.head}
                  <span className={sorted === false ? css.unsorted : css.sorted}>
                    <Icon name={sorted === 'desc' ? 'down' : 'up'} size={12} />
                  </span>
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>
        {table.getRowModel().rows.map(({ id, original }) => (
          <tr key={id} className={id === picked ? css.picked : undefined} onClick={onPick && (() => onPick(original))}>
            {columns.map((column) => (
              <Cell key={column.id} column={column} row={original} isPicked={id === picked} onPick={onPick} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({
  column,
  row,
  isPicked,
  onPick,
}: {
  column: Column<Row>;
  row: Row;
  isPicked: boolean;
  onPick: ((row: Row) => void) | undefined;
}) {
  const content = column.cell ? column.cell(row) : column.value(row);
  if (!column.isName) return <td className={column.numeric ? css.number : undefined}>{content}</td>;
  if (!onPick) return <th scope="row">{content}</th>;
  return (
    <th scope="row">
      <button
        type="button"
        className={css.pick}
        aria-pressed={isPicked}
        onClick={(event) => {
          event.stopPropagation();
          onPick(row);
        }}
      >
        {content}
      </button>
    </th>
  );
}

const toDefs = <Row extends object>(columns: readonly Column<Row>[]): ColumnDef<typeof features, Row>[] =>
  columns.map(({ id, head, value, numeric }) => ({
    id,
    header: head,
    accessorFn: value,
    sortFn: numeric ? ('basic' as const) : ('alphanumeric' as const),
    sortDescFirst: numeric === true,
  }));
