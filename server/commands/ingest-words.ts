import type { IngestReport, Reject } from '#server/ingest/ingest-report.ts';

const LISTED = 10;
const WIDTH = 11;

/** The report for a person who never saw it before: what was read, where it went, when it was, and why. */
export function reportInWords(report: IngestReport, isDry: boolean): string {
  const { read, accepted, rejected, duplicates, superseded, replaced } = report;
  const isNothingNew = accepted === 0 && read === duplicates + superseded + rejected && read > 0;
  return [
    `${report.source}: what became of every record`,
    line(read, 'read, of which'),
    line(accepted, 'accepted: calls kept'),
    line(duplicates, 'duplicates: said already by another record'),
    line(superseded, 'superseded: an earlier version of a call kept'),
    line(rejected, 'rejected: could not be read'),
    ...(replaced === 0 ? [] : [line(replaced, 'calls of earlier runs gave way to one of these')]),
    ...(isNothingNew ? ['', 'Nothing new: the store is as it was.'] : [...where(report), ...when(report)]),
    ...rejectsInWords(report),
    '',
    'Notes',
    ...report.notes.map((note) => `  - ${note}`),
    ...(isDry ? ['', 'Dry run: nothing was kept.'] : []),
  ].join('\n');
}

const number = (n: number): string => n.toLocaleString('en-US');
const line = (n: number, what: string): string => `${number(n).padStart(WIDTH)}  ${what}`;
const moment = (local: string): string => local.replace('T', ' ');

function where({ accepted, placed, unplaced, quarantined }: IngestReport): string[] {
  return [
    '',
    `Where the ${number(accepted)} accepted are`,
    line(placed, 'on the map'),
    line(unplaced, 'without a place: counted, not drawn'),
    ...Object.entries(quarantined).map(([reason, n]) => line(n, `held back, ${reason}: counted, never drawn`)),
  ];
}

const ZONE_WORDS = { local: 'the local clock', utc: 'UTC', offset: 'UTC with an offset' } as const;

function when({ span, zones, gaps, unknownTypes }: IngestReport): string[] {
  const unknown = Object.entries(unknownTypes);
  return [
    '',
    `When, on the city's own clock${span === null ? '' : `: ${moment(span.from)} to ${moment(span.to)}`}`,
    ...zones.map(({ rows, written, quietestHours, from, to }) =>
      line(
        rows,
        `written in ${ZONE_WORDS[written]}, ${moment(from)} to ${moment(to)}${quietestHours.length === 0 ? '' : `; quietest hours ${quietestHours.join(', ')}`}`,
      ),
    ),
    ...(zones.some(({ quietestHours }) => quietestHours.length > 0)
      ? ['  Nights are quiet everywhere: hours about 3 to 5 say that the clock was read right.']
      : []),
    ...gaps.map(({ from, to, why }) => `  no call from ${from} to ${to}: ${why}`),
    ...(unknown.length === 0 ? [] : ['', 'Types without a category', ...unknown.map(([type, n]) => line(n, type))]),
  ];
}

function rejectsInWords({ rejected, rejects, rejectsFile }: IngestReport): string[] {
  if (rejected === 0) return [];
  const more = rejected > LISTED ? [`  … and ${number(rejected - LISTED)} more`] : [];
  const all = rejectsFile === null ? [] : [`  all of them, with the reasons, are in ${rejectsFile}`];
  return ['', 'Rejected', ...rejects.slice(0, LISTED).map(rejectInWords), ...more, ...all];
}

function rejectInWords({ file, line: at, column, value, reason }: Reject): string {
  const field = column === null ? '' : `, ${column}`;
  return `  ${file}, line ${at}${field}${value === null ? '' : ` "${value}"`}: ${reason}`;
}
