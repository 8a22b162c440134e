import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { WeeklyMeeting } from '#data/schema/records/weekly-meeting.ts';
import { WallBoard } from '#data/schema/wall.ts';
import { getJson } from '#web/records/shared/send.ts';
import { stopsOf } from './areas.ts';

/** What waits, and the calls beside it; the meeting is held also where the calls cannot be read. */
export function useMeeting() {
  const records = useQuery({
    queryKey: ['weekly-meeting'],
    queryFn: () => getJson(WeeklyMeeting, '/api/records/weekly-meeting'),
    refetchOnMount: 'always',
  });
  const board = useQuery({
    queryKey: ['wall-board'],
    queryFn: () => getJson(WallBoard, '/api/wall/board'),
    refetchOnMount: 'always',
  });
  const calls = board.data?.calls ?? null;
  const stops = useMemo(() => (records.data ? stopsOf(records.data, calls) : []), [records.data, calls]);
  const callState = board.isPending ? 'loading' : board.error ? 'failed' : calls === null ? 'none' : 'read';
  return { records, stops, calls, callState } as const;
}

export type CallState = ReturnType<typeof useMeeting>['callState'];

export const minutesNow = (): number => Math.floor(Date.now() / 60_000);

/** Whole minutes since the meeting began. */
export function useMinutes(began: number): number {
  const [now, setNow] = useState(minutesNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(minutesNow()), 10_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, now - began);
}
