import { minutesOrNone } from '#web/tables/arrow-column.ts';
import type { Calls } from '#web/tables/calls.ts';

/** Row by row, the span a call says it happened in, in minutes of the city's clock; NaN where the source does not tell. */
export function eachHappened(calls: Calls, visit: (row: number, start: number, end: number) => void): void {
  calls.files.forEach((file, at) => {
    let firstRow = calls.firstRowOfFile[at] ?? 0;
    for (const batch of file.batches) {
      const startOf = minutesOrNone(batch, 'occurred_from_local');
      const endOf = minutesOrNone(batch, 'occurred_to_local');
      for (let row = 0; row < batch.numRows; row++) visit(firstRow + row, startOf(row), endOf(row));
      firstRow += batch.numRows;
    }
  });
}
