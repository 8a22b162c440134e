import type { RegisterEntry } from '#data/schema/records/register.ts';
import type { Report, ReportItem, ReportPart } from '#data/schema/records/report.ts';
import { type Carried, carriedFrom } from './carried.ts';
import { concernSentence, nextStepSentence, reasonForNothing } from './concern-lines.ts';
import { isClosedIn, isNewIn, isOpenAfter, wasOpenIn } from './concern-state.ts';
import { itemOf, partOf, type ReportDraft } from './draft.ts';
import { citedBy, evidenceInWords, isSettled, stateInWords, wasCurrentIn } from './entry-state.ts';
import { isWithin, type Period } from './period.ts';
import { dayInWords, ended, figureOf } from './printed.ts';
import { concernTitle, personInWords, type ReportRecords } from './report-records.ts';

/**
 * The quarterly report with its four named parts (P3103 V.B.3), from records. Part d is made from what was
 * sent for the quarter before, and from nothing else: nobody can leave an item out of it.
 */
export function draftQuarter(period: Period, records: ReportRecords, earlier: readonly Report[]): ReportDraft {
  const a = concernsPart(period, records);
  const b = problemsPart(period, records);
  return {
    reportId: period.name,
    kind: 'quarterly',
    subject: null,
    from: period.from,
    to: period.to,
    summary: '',
    parts: [
      a,
      b,
      actionsPart([...a.items, ...b.items], period, records),
      progressPart(period, records, earlier),
      practicesPart(period, records),
    ],
    amends: null,
  };
}

function concernsPart(period: Period, records: ReportRecords): ReportPart {
  const open = records.concerns.filter((concern) => wasOpenIn(concern, period)).sort(byHeard);
  const ids = (which: (typeof open)[number][]) => which.map(({ concernId }) => concernId);
  return partOf({
    part: 'a',
    title: 'Current community concerns',
    clause: 'V.B.3.a',
    drafted: '{concerns-open} in the quarter; {concerns-new}, {concerns-closed}, {concerns-left} at its end.',
    figures: [
      figureOf('concerns-open', ids(open), 'concern was open', 'concerns were open'),
      figureOf('concerns-new', ids(open.filter((each) => isNewIn(each, period))), 'new', 'new'),
      figureOf('concerns-closed', ids(open.filter((each) => isClosedIn(each, period))), 'closed', 'closed'),
      figureOf('concerns-left', ids(open.filter((each) => isOpenAfter(each, period))), 'open', 'open'),
    ],
    items: open.map((concern) =>
      itemOf({
        itemId: concern.concernId,
        title: concernTitle(concern),
        groupId: concern.groupIds[0] ?? null,
        ...concernSentence(concern, records, period),
      }),
    ),
  });
}

function problemsPart(period: Period, { entries }: ReportRecords): ReportPart {
  const current = entries
    .filter((entry) => entry.kind === 'potential-problem' && wasCurrentIn(entry, period))
    .sort((one, other) => one.happenedOn.localeCompare(other.happenedOn) || one.entryId.localeCompare(other.entryId));
  const ids = (which: typeof current) => which.map(({ entryId }) => entryId);
  return partOf({
    part: 'b',
    title: 'Potential problems',
    clause: 'V.B.3.b',
    drafted: '{problems}; {problems-new} this quarter.',
    figures: [
      figureOf('problems', ids(current), 'potential problem', 'potential problems'),
      figureOf('problems-new', ids(current.filter((each) => isWithin(each.happenedOn, period))), 'found', 'found'),
    ],
    items: current.map((entry) =>
      itemOf({ itemId: entry.entryId, title: entry.title, groupId: entry.groupId, ...problemSentence(entry, period) }),
    ),
  });
}

function problemSentence(entry: RegisterEntry, period: Period) {
  const why = evidenceInWords(entry, period.to);
  const found = `Found ${dayInWords(entry.happenedOn, period.to)}.`;
  return {
    drafted: [found, why === '' ? '' : ended(why), 'It rests on {evidence}.'].filter(Boolean).join(' '),
    figures: [figureOf('evidence', citedBy(entry), 'record', 'records')],
  };
}

/** One line for each item of a and b: an action, or the reason why there is none. */
function actionsPart(items: readonly ReportItem[], period: Period, records: ReportRecords): ReportPart {
  return partOf({
    part: 'c',
    title: 'Recommended actions',
    clause: 'V.B.3.c',
    drafted: '{to-recommend} of parts a and b.',
    figures: [
      figureOf(
        'to-recommend',
        items.map(({ itemId }) => itemId),
        'item',
        'items',
      ),
    ],
    items: items.map(({ itemId, title, groupId }) => {
      const concern = records.concerns.find(({ concernId }) => concernId === itemId);
      const entry = records.entries.find(({ entryId }) => entryId === itemId);
      const drafted = concern
        ? nextStepSentence(concern, records, period)
        : `Owner: ${personInWords(records, entry?.ownerId ?? null)}.`;
      const reasonForNone = concern ? reasonForNothing(concern, period) : '';
      return itemOf({ itemId, title, groupId, drafted, reasonForNone });
    }),
  });
}

function progressPart(period: Period, records: ReportRecords, earlier: readonly Report[]): ReportPart {
  const carried = carriedFrom(earlier);
  const settled = carried.filter(({ item }) => isItemSettled(item.itemId, records, period));
  return partOf({
    part: 'd',
    title: 'Progress on earlier concerns',
    clause: 'V.B.3.d',
    drafted: '{carried} of parts a and b of the report before; {carried-settled} since.',
    figures: [
      figureOf(
        'carried',
        carried.map(({ item }) => item.itemId),
        'item',
        'items',
      ),
      figureOf(
        'carried-settled',
        settled.map(({ item }) => item.itemId),
        'settled',
        'settled',
      ),
    ],
    items: carried.map((each) => progressItem(each, period, records)),
  });
}

function isItemSettled(itemId: string, { concerns, entries }: ReportRecords, period: Period): boolean {
  const concern = concerns.find(({ concernId }) => concernId === itemId);
  if (concern) return reasonForNothing(concern, period) !== '';
  const entry = entries.find(({ entryId }) => entryId === itemId);
  return entry !== undefined && isSettled(entry);
}

function progressItem({ item, reportId }: Carried, period: Period, records: ReportRecords): ReportItem {
  const { itemId, title, groupId } = item;
  const same = { itemId, title, groupId, carriedFrom: reportId };
  const concern = records.concerns.find(({ concernId }) => concernId === itemId);
  if (concern) {
    const sentence = concernSentence(concern, records, period);
    return itemOf({ ...same, ...sentence, reasonForNone: reasonForNothing(concern, period) });
  }
  const entry = records.entries.find(({ entryId }) => entryId === itemId);
  if (!entry) return itemOf({ ...same, drafted: 'No record of it is left.' });
  const state = isSettled(entry) ? `Now ${stateInWords(entry)}.` : `Still ${stateInWords(entry)}.`;
  const { drafted, figures } = problemSentence(entry, period);
  return itemOf({ ...same, drafted: `${state} ${drafted}`, figures });
}

function practicesPart(period: Period, { entries }: ReportRecords): ReportPart {
  const changes = entries.filter((entry) => entry.kind === 'practice-change' && isWithin(entry.happenedOn, period));
  return partOf({
    part: 'practices',
    title: 'Practices improved',
    clause: 'V.B.2.f',
    drafted: '{practices} this quarter.',
    figures: [
      figureOf(
        'practices',
        changes.map(({ entryId }) => entryId),
        'practice changed',
        'practices changed',
      ),
    ],
    none: changes.length === 0 ? 'None this quarter.' : '',
    items: changes.map((entry) =>
      itemOf({
        itemId: entry.entryId,
        title: entry.title,
        groupId: entry.groupId,
        drafted: `Changed ${dayInWords(entry.happenedOn, period.to)}; ${stateInWords(entry)}.`,
      }),
    ),
  });
}

const byHeard = (one: { heardAt: string; concernId: string }, other: { heardAt: string; concernId: string }): number =>
  one.heardAt.localeCompare(other.heardAt) || one.concernId.localeCompare(other.concernId);
