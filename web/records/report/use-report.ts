import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { editReport } from '#analysis/report/edit.ts';
import type { Report } from '#data/schema/records/report.ts';
import { ReportSheet } from '#data/schema/records/report-view.ts';
import { ApiFailed } from '#web/api.ts';
import { getJson, NotTaken, send } from '#web/records/shared/send.ts';
import { useAutosave } from '#web/records/shared/use-autosave.ts';
import { clashes, type Edit, type Edits, onTopOf, toChange, withEdit, withoutSaved } from './drafts.ts';

export const pathOf = (reportId: string): string => `/api/records/reports/${encodeURIComponent(reportId)}`;
const NOTHING: Edits = new Map();

export const useSheet = (reportId: string) =>
  useQuery({
    queryKey: ['report', reportId],
    queryFn: () => getJson(ReportSheet, pathOf(reportId)),
    refetchOnMount: 'always',
  });

export type Desk = {
  readonly shown: Report; // what is kept, with what was typed on top
  readonly saving: 'saved' | 'saving' | 'waiting';
  readonly trouble: string | null;
  readonly clash: { readonly edits: readonly Edit[]; readonly theirs: ReportSheet } | null;
  readonly write: (typed: Omit<Edit, 'base'>) => void;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly act: (act: 'figures' | 'sending' | 'receipt') => Promise<void>;
};

/** The desk of one report: what is typed is saved by itself, and never over somebody else's words. */
export function useReportDesk(sheet: ReportSheet): Desk {
  const queries = useQueryClient();
  const [edits, setEdits] = useState<Edits>(NOTHING);
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [clash, setClash] = useState<Desk['clash']>(null);
  const kept = sheet.report;
  const shown = useMemo(() => editReport(kept, toChange(edits, kept.revision)), [kept, edits]);

  const save = useCallback(async () => {
    setSaving(true);
    try {
      keepSheet(queries, await send(ReportSheet, 'PATCH', pathOf(kept.reportId), toChange(edits, kept.revision)));
      setEdits((now) => withoutSaved(now, edits));
      setTrouble(null);
    } catch (cause) {
      if (!(cause instanceof ApiFailed)) throw cause;
      if (!(cause instanceof NotTaken && cause.isConflict)) return setTrouble(cause.message);
      const theirs = await getJson(ReportSheet, pathOf(kept.reportId));
      const both = clashes(edits, theirs.report);
      if (both.length > 0) setClash({ edits: both, theirs });
      else {
        keepSheet(queries, theirs); // they wrote elsewhere: ours goes on top at the next save
        setEdits((now) => onTopOf(now, theirs.report));
      }
    } finally {
      setSaving(false);
    }
  }, [queries, kept.reportId, kept.revision, edits]);

  useAutosave(save, edits.size > 0 && !isSaving && clash === null && trouble === null);

  return {
    shown,
    saving: isSaving ? 'saving' : edits.size > 0 ? 'waiting' : 'saved',
    trouble,
    clash,
    write: (typed) => {
      setTrouble(null);
      setEdits((now) => withEdit(now, kept, typed));
    },
    keepMine: () => {
      if (clash === null) return;
      keepSheet(queries, clash.theirs);
      setEdits((now) => onTopOf(now, clash.theirs.report));
      setClash(null);
    },
    takeTheirs: () => {
      if (clash === null) return;
      keepSheet(queries, clash.theirs);
      const dropped = new Set(clash.edits);
      setEdits((now) => new Map([...now].filter(([, edit]) => !dropped.has(edit))));
      setClash(null);
    },
    act: async (act) => {
      try {
        const answer = await send(ReportSheet, 'POST', `${pathOf(kept.reportId)}/${act}`, { revision: kept.revision });
        keepSheet(queries, answer);
        setTrouble(null);
        await queries.invalidateQueries({ queryKey: ['reports'] });
      } catch (cause) {
        if (!(cause instanceof ApiFailed)) throw cause;
        setTrouble(cause.message);
        await queries.invalidateQueries({ queryKey: ['report', kept.reportId] });
      }
    },
  };
}

const keepSheet = (queries: QueryClient, sheet: ReportSheet): void => {
  queries.setQueryData(['report', sheet.report.reportId], sheet);
};
