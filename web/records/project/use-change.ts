import { useQuery } from '@tanstack/react-query';
import { ProjectChange } from '#data/schema/records/project-change.ts';
import { getJson } from '#web/records/shared/send.ts';

export const useChange = (entryId: string) =>
  useQuery({
    queryKey: ['register', 'project', 'change', entryId],
    queryFn: () => getJson(ProjectChange, `/api/records/projects/${encodeURIComponent(entryId)}/change`),
  });
