import type { SourceProfile } from '#data/schema/source-profile.ts';
import { isBlank, type Portrait, pickColumn } from './guess-columns.ts';
import type { Doubt } from './sample-file.ts';
import { quietestHours } from './summarize-fresh.ts';
import { KNOWN_FORMATS, readWrittenTime, timePrecisionOf, UTC_TAIL } from './written-time.ts';
import { readZoneClock } from './zone-clock.ts';

export type TimeGuess = {
  time: Portrait | null;
  from: Portrait | null;
  to: Portrait | null;
  times: SourceProfile['times'];
  timePrecision: SourceProfile['timePrecision'];
  doubts: Doubt[];
};

/** Formats that a column's values fit, with and without an offset; empty when it is not a column of times. */
export function guessFormats(values: readonly string[]): { local: string[]; offset: string[] } {
  const filled = values.filter((value) => !isBlank(value));
  const withTail = filled.filter((value) => UTC_TAIL.test(value) && /\d{2}:\d{2}/.test(value));
  const without = filled.filter((value) => !(UTC_TAIL.test(value) && /\d{2}:\d{2}/.test(value)));
  const offset = formatsOf(withTail.map((value) => value.replace(UTC_TAIL, ''))).map((format) => `${format}%z`);
  const local = formatsOf(without);
  const explained = (withTail.length > 0 && offset.length === 0) || (without.length > 0 && local.length === 0);
  return explained ? { local: [], offset: [] } : { local, offset };
}

/** Takes the format that explains most values, then the one that explains most of the rest. */
function formatsOf(values: readonly string[]): string[] {
  const chosen: string[] = [];
  let rest = values;
  while (rest.length > 0.02 * values.length && chosen.length < 3) {
    const scored = KNOWN_FORMATS.map((format) => ({
      format,
      fits: rest.filter((value) => typeof readWrittenTime(value, format) === 'number').length,
    }));
    const best = scored.reduce((most, next) => (next.fits > most.fits ? next : most));
    if (best.fits === 0) break;
    chosen.push(best.format);
    rest = rest.filter((value) => readWrittenTime(value, best.format) === 'no-match');
  }
  return rest.length > 0.2 * values.length ? [] : chosen;
}

export function guessTimes(portraits: readonly Portrait[], timeZone: string): TimeGuess {
  const seen = new Map<Portrait, { local: string[]; offset: string[] }>();
  for (const portrait of portraits) {
    const sample = portrait.values.filter((value) => !isBlank(value)).slice(0, 5_000);
    const formats = guessFormats([...sample, ...portrait.values.slice(-1_000)]);
    if (formats.local.length + formats.offset.length > 0) seen.set(portrait, formats);
  }
  const isTime = (portrait: Portrait) => seen.has(portrait);
  const from = pickColumn(portraits, [/\bfrom\b|\bstart/, /\bbegin/], isTime);
  const to = pickColumn(portraits, [/\bto\b|\bend\b/], (one) => isTime(one) && one !== from);
  const isOther = (one: Portrait) => isTime(one) && one !== from && one !== to;
  const time = pickColumn(
    portraits,
    [/receiv|call (date|time)|time ?create|create|queued|reported (on|at|date)/, /date|time|month/, /./],
    isOther,
  );
  const main = time ?? from;
  if (!main) {
    const doubts = [
      {
        what: 'no column of times found: such a file can be mapped, never counted over time',
        evidence: `columns: ${portraits.map(({ name }) => name).join(', ')}`,
      },
    ];
    return {
      time: null,
      from: null,
      to: null,
      times: [{ formats: ['%Y-%m-%d %H:%M:%S'], zone: 'local', from: null, to: null }],
      timePrecision: 'minute',
      doubts,
    };
  }
  const formats = { local: new Set<string>(), offset: new Set<string>() };
  for (const portrait of [main, from, to]) {
    if (!portrait) continue;
    for (const format of seen.get(portrait)?.local ?? []) formats.local.add(format);
    for (const format of seen.get(portrait)?.offset ?? []) formats.offset.add(format);
  }
  const doubts: Doubt[] = [];
  const times: SourceProfile['times'] = [];
  const precision = timePrecisionOf([...formats.local, ...formats.offset][0] ?? '');
  if (formats.local.size > 0)
    times.push({
      formats: [...formats.local],
      zone: precision === 'minute' ? zoneOfLocal(main, formats.local, timeZone, doubts) : 'local',
      from: null,
      to: null,
    });
  if (formats.offset.size > 0) times.push({ formats: [...formats.offset], zone: 'offset', from: null, to: null });
  if (times.length > 1)
    doubts.push({
      what: 'times with and without a zone in one file',
      evidence: `${main.name}: those ending in +00 or Z are read as UTC, the others as ${times[0]?.zone}`,
    });
  doubts.push(...doubtDayFirst(main, formats.local), ...doubtPrecision(main, precision));
  return { time: to && from && !time ? null : main, from, to, times, timePrecision: precision, doubts };
}

/** Nights are quiet everywhere. When the quiet hours as written fit the night only after a shift, the clock is UTC. */
function zoneOfLocal(
  portrait: Portrait,
  formats: ReadonlySet<string>,
  timeZone: string,
  doubts: Doubt[],
): 'local' | 'utc' {
  const counts = new Array<number>(24).fill(0);
  for (const value of portrait.values) {
    for (const format of formats) {
      const time = readWrittenTime(value, format);
      if (typeof time !== 'number') continue;
      const hour = new Date(time).getUTCHours();
      counts[hour] = (counts[hour] ?? 0) + 1;
      break;
    }
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const quiet = quietestHours(counts);
  const share = quiet.reduce((sum, hour) => sum + (counts[hour] ?? 0), 0) / Math.max(1, total);
  const middle = quiet[1] ?? 4;
  const evidence = `${portrait.name}: the quietest hours as written are ${quiet.join(', ')} (${Math.round(share * 100)} of 100 calls)`;
  if (total < 500 || share > 0.1) {
    doubts.push({ what: `zone: taken as the local clock of ${timeZone}; too little to tell by`, evidence });
    return 'local';
  }
  const isNight = (hour: number) => hour >= 2 && hour <= 6;
  const offsetHours = Math.round(readZoneClock(timeZone, 2015, 2015).firstOffset / 3_600_000);
  const shifted = (middle + offsetHours + 24) % 24;
  if (!isNight(middle) && isNight(shifted)) {
    doubts.push({ what: `zone: the times look like UTC, not the clock of ${timeZone}`, evidence });
    return 'utc';
  }
  doubts.push({ what: `zone: taken as the local clock of ${timeZone}`, evidence });
  return 'local';
}

function doubtDayFirst({ name }: Portrait, formats: ReadonlySet<string>): Doubt[] {
  const monthFirst = [...formats].find((format) => format.startsWith('%m/'));
  return monthFirst
    ? [
        {
          what: `${name} is read month first`,
          evidence: `its values fit ${monthFirst}; a file of days 1 to 12 only would fit both`,
        },
      ]
    : [];
}

function doubtPrecision({ name, values }: Portrait, precision: TimeGuess['timePrecision']): Doubt[] {
  if (precision === 'minute') return [];
  return [
    {
      what: `times are known to the ${precision} only: nothing by hour can be said`,
      evidence: `${name} holds ${values.find((value) => value !== '') ?? ''}`,
    },
  ];
}
