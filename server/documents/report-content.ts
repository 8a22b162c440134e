import { sentenceOf } from '#analysis/report/printed.ts';
import { periodOf } from '#analysis/report/redraft.ts';
import type { ReportItem, ReportPart } from '#data/schema/records/report.ts';
import type { ReportCalls, ReportSheet } from '#data/schema/records/report-view.ts';

/** What a printed report says, whatever it is printed as. */
export type ReportContent = {
  readonly title: string;
  readonly about: string; // whose, and of which days
  readonly state: string; // draft, sent, received
  readonly summary: string;
  readonly parts: readonly ContentPart[];
  readonly callsNote: string; // what the calls beside the concerns are; empty where there are none
  readonly foot: string;
};
export type ContentPart = {
  readonly heading: string;
  readonly clause: string;
  readonly totals: string;
  readonly none: string;
  readonly items: readonly ContentItem[];
};
export type ContentItem = {
  readonly code: string;
  readonly title: string;
  readonly said: string;
  readonly words: string;
  readonly calls: ReportCalls | null; // of the concern's kind in its group, as evidence beside it
  readonly decided: string; // recommended action, or why there is none; empty where the part asks for none
};

const TITLES = {
  quarterly: 'Quarterly report to the chief',
  'monthly-officer': 'Monthly report',
  'monthly-group': 'Monthly report for a community group',
  'monthly-division': 'Monthly report of the division',
};

/** `calls` are those beside the concerns, where they were counted: no part of what was sent. */
export function contentOf(
  { report, subjectName, personNames, standing }: ReportSheet,
  calls: readonly ReportCalls[] = [],
): ReportContent {
  const nameOf = (personId: string | null) => (personId === null ? '' : (personNames[personId] ?? personId));
  const period = report.kind === 'quarterly' ? quarterInWords(periodOf(report).name) : monthInWords(report.from);
  const late = standing.daysLate > 0 ? ` It was due ${dayInFull(standing.dueOn)}.` : '';
  const sent =
    report.sentAt === null
      ? 'Draft: not sent, and not to be cited.'
      : `Sent ${momentInFull(report.sentAt)} by ${nameOf(report.sentBy)}.${late}`;
  const received =
    report.receivedAt === null ? '' : ` Received ${momentInFull(report.receivedAt)} by ${nameOf(report.receivedBy)}.`;
  return {
    title: `${TITLES[report.kind]}, ${period}`,
    about: `${report.kind === 'quarterly' ? '' : `${subjectName}. `}${dayInFull(report.from)} to ${dayInFull(report.to)}.${report.amends ? ` Amends report ${report.amends}.` : ''}`,
    state: `${sent}${received}`,
    summary: report.summary.trim(),
    parts: report.parts.map((part) => partContent(part, calls)),
    callsNote: calls.length > 0 ? CALLS_NOTE : '',
    foot:
      report.hash === null ? `Report ${report.reportId}, draft` : `Report ${report.reportId}, SHA-256 ${report.hash}`,
  };
}

const CALLS_NOTE =
  'Bars are calls a week from the public, of the concern’s kind and in its group, counted when this was printed. Pale ground: the usual range. Black: outside of it. Dashed: the day the concern was heard. They are evidence, and no part of what is sent.';

const partContent = (part: ReportPart, calls: readonly ReportCalls[]): ContentPart => ({
  heading: part.part.length === 1 ? `${part.part}. ${part.title}` : part.title,
  clause: part.clause,
  totals: part.items.length > 0 ? sentenceOf(part) : '',
  none: part.items.length === 0 ? part.none : '',
  items: part.items.map((item) => itemContent(part.part, item, calls)),
});

const ASKS_ACTION = new Set(['c', 'd', 'recommended']);

const SHOWS_CALLS = new Set(['a', 'd', 'concerns']);

function itemContent(part: string, item: ReportItem, calls: readonly ReportCalls[]): ContentItem {
  const { itemId, title, words, action, reasonForNone } = item;
  const decided = action.trim() || (reasonForNone.trim() ? `None, because: ${reasonForNone.trim()}` : '');
  const code = /^[A-Z]{1,3}-\d+$/.test(itemId) ? itemId : '';
  return {
    ...{ code, title, said: sentenceOf(item), words: words.trim() },
    calls: SHOWS_CALLS.has(part) ? (calls.find(({ concernId }) => concernId === itemId) ?? null) : null,
    decided: ASKS_ACTION.has(part) ? decided : '',
  };
}

/** "Calls a week, noise, Eastbank: 7 of the last 8 weeks usual; …" */
export const callsInWords = ({ label, groupName, said }: ReportCalls): string =>
  `Calls a week, ${label.toLowerCase()}, ${groupName}: ${said}`;

const QUARTERS = ['first', 'second', 'third', 'fourth'];
const quarterInWords = (name: string) => `${QUARTERS[Number(name.slice(6)) - 1]} quarter of ${name.slice(0, 4)}`;

const month = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const day = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const monthInWords = (date: string) => month.format(new Date(`${date}T00:00:00Z`));
const dayInFull = (date: string) => day.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
const momentInFull = (moment: string) => `${dayInFull(moment)}, ${moment.slice(11, 16)}`;
