import type { Filter } from '#data/schema/filter.ts';
import { toCsv } from '#web/ask/csv.ts';
import type { Areas } from '#web/ask/desk.tsx';
import type { AnswerTo, CallRow, Door } from '#web/compute/door.ts';

const PAGE = 1_000; // the most the door gives at once

/** The areas table as it stands, with what it was counted under and its code in the first lines. */
export function areasCsv(answer: AnswerTo<'explore'>, areas: Areas, sentence: string): string {
  const rows = (answer.findings[0]?.areas ?? []).map(({ areaId, count, onlyHere, inSeveral, concerns }) => {
    const { residents = null, addresses = null } = areas.byId.get(areaId)?.properties ?? {};
    return [
      areaId,
      areas.nameOf(areaId),
      count,
      onlyHere,
      inSeveral,
      residents,
      addresses,
      concerns,
      answer.code,
      sentence,
    ];
  });
  const head = [
    'area_id',
    'name',
    'calls',
    'only_here',
    'in_several',
    'residents',
    'addresses',
    'open_concerns',
    'figure',
    'counted',
  ];
  return toCsv(head, rows);
}

const CALL_HEAD: readonly (keyof CallRow)[] = [
  'id',
  'receivedLocal',
  'typeCode',
  'category',
  'origin',
  'addressBlock',
  'placeKey',
  'disposition',
  'placement',
  'lon',
  'lat',
];

/**
 * Every call of the filter, page by page, as this release level has them. One that is held back from the map has no
 * coordinates here either: whoever draws or joins the file gets the numbers of the screen.
 */
export async function callsCsv(door: Door, filter: Filter, onPage: (done: number) => void): Promise<string> {
  const rows: CallRow[] = [];
  for (;;) {
    const { findings } = await door.ask<'calls'>(
      { method: 'calls', filter, options: { offset: rows.length, limit: PAGE } },
      'export',
    );
    rows.push(...findings.map((row) => (row.placement === 'placed' ? row : { ...row, lon: null, lat: null })));
    onPage(rows.length);
    if (findings.length < PAGE) break;
  }
  return toCsv(
    CALL_HEAD.map((name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
    rows.map((row) => CALL_HEAD.map((name) => row[name])),
  );
}

/** "commonbeat-eastbank-2026-12-07-2026-12-13.csv": what and when, in letters every disk takes. */
export function fileName(what: string, { from, to }: Filter, ending: string): string {
  const plain = what
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `commonbeat-${plain}-${from}-${to}.${ending}`;
}
