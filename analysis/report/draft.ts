import type { Report, ReportItem, ReportPart } from '#data/schema/records/report.ts';

/** A report before anybody has kept it. */
export type ReportDraft = Pick<
  Report,
  'reportId' | 'kind' | 'subject' | 'from' | 'to' | 'summary' | 'parts' | 'amends'
>;

type Drafted = Pick<ReportItem, 'itemId' | 'title' | 'drafted'> & Partial<ReportItem>;

/** An item with nothing of a person in it yet. */
export const itemOf = (drafted: Drafted): ReportItem => ({
  groupId: null,
  figures: [],
  words: '',
  action: '',
  reasonForNone: '',
  carriedFrom: null,
  ...drafted,
});

export const partOf = (
  part: Pick<ReportPart, 'part' | 'title' | 'clause' | 'items'> & Partial<ReportPart>,
): ReportPart => ({
  drafted: '',
  figures: [],
  none: '',
  ...part,
});

export const findPart = ({ parts }: Pick<Report, 'parts'>, name: string): ReportPart | null =>
  parts.find(({ part }) => part === name) ?? null;

export const itemsOf = (report: Pick<Report, 'parts'>, name: string): readonly ReportItem[] =>
  findPart(report, name)?.items ?? [];
