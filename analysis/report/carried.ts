import type { Report, ReportItem } from '#data/schema/records/report.ts';
import { itemsOf } from './draft.ts';

/** An item that an earlier report made a promise about. */
export type Carried = { readonly item: ReportItem; readonly part: string; readonly reportId: string };

/**
 * Every item of parts a and b of what was sent for the quarter before (a report and its amendments),
 * each once, in the order in which it was printed.
 */
export function carriedFrom(earlier: readonly Report[]): Carried[] {
  const found = new Map<string, Carried>();
  for (const report of earlier) {
    for (const part of ['a', 'b']) {
      for (const item of itemsOf(report, part)) {
        if (!found.has(item.itemId)) found.set(item.itemId, { item, part, reportId: report.reportId });
      }
    }
  }
  return [...found.values()];
}
