import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Filter } from '#data/schema/filter.ts';
import type { PatternCall } from '#data/schema/records/pattern.ts';
import { useDeskIfOpen, usualLayer } from '#web/ask/desk.tsx';
import { useMay } from '#web/ask/session.tsx';
import { toTrouble } from '#web/ask/trouble.ts';
import { PLAIN_VIEW } from '#web/ask/view.ts';
import type { CallRow, Opened } from '#web/compute/door.ts';

/** A call of the pattern with what this browser's extract knows of it. */
export type CallLine = PatternCall & {
  readonly mark: string; // kept: its number by time received, as the bulletin prints it; left out: a letter
  readonly row: CallRow | null; // null: held back at the reader's level, or not read yet
};

export type Calls = {
  readonly lines: readonly CallLine[];
  readonly is: 'read' | 'reading' | 'failed' | 'not-yours';
  readonly why: string; // where it failed
  readonly retry: () => void;
};

const SLOT = 'pattern calls';

/** The pattern's calls from the browser's own extract: the server keeps their names only. */
export function useCalls(calls: readonly PatternCall[]): Calls {
  const desk = useDeskIfOpen();
  const mayRead = useMay('extract.read');
  const names = calls.map(({ callId }) => callId).sort();
  const query = useQuery({
    queryKey: ['ask', desk?.opened.manifest.manifest, 'calls-by-id', names],
    queryFn: () => {
      if (desk === null) throw new Error('calls are asked for once the door is open');
      const filter = everythingIn(desk.opened);
      return desk.door.ask<'calls-by-id'>({ method: 'calls-by-id', filter, options: { ids: names } }, SLOT);
    },
    enabled: mayRead && desk !== null,
    retry: (failures, error) => toTrouble(error).code === 'canceled' && failures < 3,
    retryDelay: 0,
  });
  const lines = useMemo(() => linesOf(calls, query.data?.findings ?? []), [calls, query.data]);
  return {
    lines,
    is: !mayRead ? 'not-yours' : query.isError ? 'failed' : query.data === undefined ? 'reading' : 'read',
    why: query.isError ? toTrouble(query.error).message : '',
    retry: () => void query.refetch(),
  };
}

/** By time received; what is not known stands last, by name. Numbers are those that the bulletin prints. */
export function linesOf(calls: readonly PatternCall[], rows: readonly CallRow[]): CallLine[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lines = calls
    .map((call) => ({ ...call, row: byId.get(call.callId) ?? null }))
    .sort((a, b) => at(a).localeCompare(at(b)) || a.callId.localeCompare(b.callId));
  let [kept, leftOut] = [0, 0];
  return lines.map((call) => ({ ...call, mark: call.kept ? String(++kept) : letters(leftOut++) }));
}

/** a to z, then aa. */
const letters = (at: number): string =>
  (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(97 + (at % 26));

const at = ({ row }: { row: CallRow | null }): string => row?.receivedLocal ?? '9';

const everythingIn = (opened: Opened): Filter => ({
  ...PLAIN_VIEW.filter,
  layer: usualLayer(opened),
  from: opened.firstDay,
  to: opened.lastDay,
});
