import { useQuery } from '@tanstack/react-query';
import type { PolicyChoices } from '#data/policy/choices.ts';
import { DutyBoard, DutyList } from '#data/schema/records/duty.ts';
import { getJson } from '#web/records/shared/send.ts';

export const DUTIES_KEY = ['duties'] as const;

/** The quarter board, by the department's clock or by the other one. */
export const useBoard = (clock: PolicyChoices['quarterClock'] | null) =>
  useQuery({
    queryKey: [...DUTIES_KEY, 'board', clock],
    queryFn: () => getJson(DutyBoard, `/api/records/duties/board${clock === null ? '' : `?clock=${clock}`}`),
    placeholderData: (shown) => shown,
  });

/** The duties of the one who is signed in, or of everybody for command. */
export const useDuties = (scope: 'person' | 'command') =>
  useQuery({
    queryKey: [...DUTIES_KEY, scope],
    queryFn: () => getJson(DutyList, `/api/records/duties?scope=${scope}`),
  });
