import { useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { Filter } from '#data/schema/filter.ts';
import { WarningSubject } from '#data/schema/records/early-warning.ts';
import { EarlyWarnings } from '#data/schema/records/register-answers.ts';
import { type Desk, useDeskIfOpen } from '#web/ask/desk.tsx';
import { useMay, useSession } from '#web/ask/session.tsx';
import { ask } from '#web/ask/use-answer.ts';
import { getJson } from '#web/records/shared/send.ts';

type Warnings = {
  list: EarlyWarnings | undefined;
  error: Error | null;
  callsTo: string | null; // the last day of calls that were judged beside the concerns; null: the concerns alone
  mayReadCalls: boolean;
};

/** What is quietly growing: the concerns and, once the calls are open here, the calls of their kind in their group. */
export function useWarnings(): Warnings {
  const desk = useDeskIfOpen();
  const mayReadCalls = useMay('extract.read');
  const today = useSession().nowLocal.slice(0, 10);
  const queries = useQueryClient();
  const alone = useQuery({
    queryKey: ['early-warnings'],
    queryFn: () => getJson(EarlyWarnings, '/api/records/early-warnings'),
  });
  const beside = useQuery({
    queryKey: ['early-warnings', 'calls', desk?.opened.manifest.manifest, today],
    queryFn: async () => {
      if (desk === null) throw new Error('calls that are not open are not counted');
      const subjects = await getJson(z.array(WarningSubject), '/api/records/early-warnings/subjects');
      const { findings, options } = await judge(desk, subjects);
      return {
        list: namedAs(subjects, findings),
        callsTo: typeof options.callsTo === 'string' ? options.callsTo : null,
      };
    },
    enabled: desk !== null,
  });
  return {
    list: beside.data?.list ?? alone.data,
    error: beside.data ? null : (beside.error ?? alone.error),
    callsTo: beside.data?.callsTo ?? null,
    mayReadCalls,
  };

  function judge({ door, opened: { manifest, firstDay, lastDay } }: Desk, subjects: WarningSubject[]) {
    const filter = Filter.parse({ from: firstDay, to: lastDay, layer: 'groups', origin: 'public' });
    const asked = {
      subjects: subjects.map(({ subject, concerns, openConcerns }) => ({ subject, concerns, openConcerns })),
    };
    const asking = { door, queries, manifest: manifest.manifest };
    return ask(asking, 'early-warning', filter, { ...asked, today }, 'early-warning');
  }
}

type Found = Pick<EarlyWarnings[number], 'subject' | 'tail'> & {
  evidence: readonly EarlyWarnings[number]['evidence'][number][];
};

function namedAs(subjects: readonly WarningSubject[], findings: readonly Found[]): EarlyWarnings {
  const known = new Map(subjects.map((one) => [one.subject, one]));
  return findings.flatMap(({ evidence, ...warning }) => {
    const subject = known.get(warning.subject);
    if (subject === undefined) return [];
    const { groupId, group, category } = subject;
    return [{ ...warning, evidence: [...evidence], groupId, group, category }];
  });
}
