import { useQuery } from '@tanstack/react-query';
import type { RegisterKind } from '#data/schema/records/register.ts';
import { EntryPage } from '#data/schema/records/register-answers.ts';
import { getJson } from '#web/records/shared/send.ts';
import { registerPath } from './use-register.ts';

/** Whether the chosen program keeps counts only, so that its form asks for nothing else. */
export function useCountsOnly(kind: RegisterKind, programId: unknown): boolean {
  const chosen = typeof programId === 'string' ? programId : '';
  const { data } = useQuery({
    queryKey: ['register', 'program', 'entry', chosen],
    queryFn: () => getJson(EntryPage, registerPath('program', chosen)),
    enabled: kind === 'program-activity' && chosen !== '',
  });
  return data?.entry.fields.countsOnly === true;
}
