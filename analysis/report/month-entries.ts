import type { RegisterEntry, RegisterKind } from '#data/schema/records/register.ts';
import type { ReportPart } from '#data/schema/records/report.ts';
import { itemOf, partOf } from './draft.ts';
import { citedBy, evidenceInWords, stateInWords, wasCurrentIn } from './entry-state.ts';
import { isWithin, type Period } from './period.ts';
import { dayInWords, ended, figureOf } from './printed.ts';
import type { ReportRecords } from './report-records.ts';

type EntryPart = {
  part: string;
  title: string;
  kind: RegisterKind;
  one: string;
  many: string;
  belongs: (entry: RegisterEntry, period: Period) => boolean;
};

const happenedIn = ({ happenedOn }: RegisterEntry, period: Period) => isWithin(happenedOn, period);

const PARTS: readonly EntryPart[] = [
  {
    part: 'patterns',
    title: 'Spikes and patterns',
    kind: 'potential-problem',
    one: 'spike or pattern',
    many: 'spikes and patterns',
    belongs: wasCurrentIn,
  },
  {
    part: 'assessments',
    title: 'Assessments',
    kind: 'assessment',
    one: 'assessment',
    many: 'assessments',
    belongs: happenedIn,
  },
  {
    part: 'watches',
    title: 'Neighborhood watches',
    kind: 'watch',
    one: 'watch',
    many: 'watches',
    belongs: wasCurrentIn,
  },
];

/** What the registers hold of the month: patterns, assessments and watches. */
export const entryParts = (period: Period, records: ReportRecords): ReportPart[] =>
  PARTS.map((each) => entryPart(each, period, records));

function entryPart(
  { part, title, kind, one, many, belongs }: EntryPart,
  period: Period,
  { entries }: ReportRecords,
): ReportPart {
  const there = entries.filter((entry) => entry.kind === kind && belongs(entry, period));
  return partOf({
    part,
    title,
    clause: 'A.4',
    drafted: '{entries}.',
    figures: [
      figureOf(
        'entries',
        there.map(({ entryId }) => entryId),
        one,
        many,
      ),
    ],
    items: there.map((entry) => {
      const cited = citedBy(entry);
      const why = evidenceInWords(entry, period.to);
      const sentence = `${dayInWords(entry.happenedOn, period.to)}; ${stateInWords(entry)}.${why === '' ? '' : ` ${ended(why)}`}`;
      return itemOf({
        itemId: entry.entryId,
        title: entry.title,
        groupId: entry.groupId,
        drafted: cited.length > 0 ? `${sentence} It rests on {evidence}.` : sentence,
        figures: cited.length > 0 ? [figureOf('evidence', cited, 'record', 'records')] : [],
      });
    }),
  });
}
