import { callAt } from '#web/tables/call-at.ts';
import type { Question, Questions } from './door.ts';
import { countKept } from './kept-calls.ts';
import type { Loaded } from './loaded.ts';
import { toCode } from './to-code.ts';

const MOST_ROWS = 1_000;

/** One page of the calls in the filter, newest first. */
export function calls(loaded: Loaded, question: Question<'calls'>): Questions['calls']['answer'] {
  const { filter, options } = question;
  const limit = Math.min(Math.max(0, options.limit), MOST_ROWS);
  const offset = Math.max(0, options.offset);
  const rows = pageOf(loaded.newestFirst(), loaded.sieve(filter), offset, limit);
  return {
    findings: rows.map((row) => callAt(loaded.calls, row)),
    leftOut: [],
    options: { offset, limit },
    window: { from: filter.from, to: filter.to },
    records: countKept(loaded, filter),
    convention: 'Newest first by the time the call was received, on the city’s own clock.',
    caveat: 'What was called in is not always what was found; how a call was closed is in its disposition.',
    code: toCode(loaded, question),
  };
}

function pageOf(newestFirst: Uint32Array, failed: Uint8Array, offset: number, limit: number): number[] {
  const page: number[] = [];
  let passed = 0;
  for (let i = 0; i < newestFirst.length && page.length < limit; i++) {
    const row = newestFirst[i] ?? 0;
    if (failed[row] !== 0) continue;
    if (passed++ >= offset) page.push(row);
  }
  return page;
}
