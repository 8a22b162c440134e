import type { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { KeptPapers } from '#server/hand-out/public/kept-papers.ts';
import { auditAct, type RecordStore } from '#server/store/record-store.ts';

export type BriefWords = {
  demo: boolean;
  home?: string;
  group: string;
  period: string;
  out: string;
  language?: HandOutLanguage;
  paper: PaperSize;
  json: boolean;
};

/** What the command works with. */
export type Desk = { home: string; records: RecordStore; acting: Acting; papers: KeptPapers; words: BriefWords };

/** What was made, as JSON and in lines. */
export type Made = { readonly said: unknown; readonly lines: readonly string[] };

export const tellAudit = ({ records, acting }: Desk, kind: string, recordId: string) =>
  records.as(acting, (tx) => auditAct(tx, { action: 'export', kind, recordId, words: 'Command line' }));
