import type { CallEnding } from './call-kinds.ts';
import { type CallPlan, type DemoSize, planCalls, SCALE } from './call-plan.ts';
import { dateOf, dayOf, two } from './call-rhythm.ts';
import type { DemoCity } from './city.ts';
import { DEMO_CUTOFF } from './city.ts';
import { RECORDING_CHANGE } from './planted.ts';
import { type Random, randomOf } from './random.ts';
import { type Incident, weekMaker } from './week-of-calls.ts';

export const CALLS_HEADER =
  'incident_id,version,received_local,occurred_from,occurred_to,call_type,priority,disposition,source,address,beat,lon,lat\n';
export const FIRST_DAY = '2024-06-14';
const FIRST_MONDAY = dayOf('2024-06-10');
const DAY = 86_400;
const FIRST_SECOND = dayOf(FIRST_DAY) * DAY;
const LAST_SECOND = dayOf(DEMO_CUTOFF) * DAY + 6 * 3600;

const WITH_SPAN = new Set([
  'burglary',
  'theft-from-vehicle',
  'vehicle-theft',
  'theft',
  'vandalism',
  'graffiti',
  'arson',
]);
const ENDINGS: Record<CallEnding, readonly string[]> = {
  report: ['REPORT', 'REPORT', 'REPORT', 'REPORT', 'NO REPORT', 'UNFOUNDED', 'ARREST'],
  dispute: ['NO REPORT', 'NO REPORT', 'WARNING', 'GONE ON ARRIVAL', 'GONE ON ARRIVAL', 'REPORT', 'ARREST'],
  unfounded: ['NO REPORT', 'NO REPORT', 'UNFOUNDED', 'GONE ON ARRIVAL', 'NO REPORT', 'ASSISTED'],
  citation: ['WARNING', 'CITATION', 'GONE ON ARRIVAL', 'NO REPORT'],
  stop: ['WARNING', 'WARNING', 'WARNING', 'CITATION', 'CITATION', 'ARREST'],
  arrest: ['ARREST', 'GONE ON ARRIVAL', 'NO REPORT'],
};

/**
 * The calls of 30 months as the feed would send them: CSV text, one chunk a week, the header
 * first. With the warts of a real feed: rows that come late or twice, later versions of an
 * incident, calls without a place and calls put down at headquarters.
 */
export function* makeCalls(city: DemoCity, size: DemoSize = 'small', plan = planCalls(city)): Generator<string> {
  yield CALLS_HEADER;
  const makeWeek = weekMaker(plan, SCALE[size], (purpose) => randomOf(city.seed, `calls ${size} ${purpose}`));
  const feed = new Feed(plan, randomOf(city.seed, `feed ${size}`));
  for (let monday = FIRST_MONDAY; monday * DAY <= LAST_SECOND; monday += 7) {
    const incidents = makeWeek(monday).filter(({ second }) => second >= FIRST_SECOND && second < LAST_SECOND);
    yield feed.week((monday - FIRST_MONDAY) / 7, incidents);
  }
}

/** Writes incidents down, and holds back the rows that come in a later week. */
class Feed {
  readonly #plan: CallPlan;
  readonly #random: Random;
  readonly #later = new Map<number, string[]>();
  #year = '';
  #number = 0;

  constructor(plan: CallPlan, random: Random) {
    this.#plan = plan;
    this.#random = random;
  }

  week(week: number, incidents: Incident[]): string {
    const rows = this.#later.get(week) ?? [];
    this.#later.delete(week);
    incidents.sort((a, b) => a.second - b.second || a.place - b.place);
    for (const incident of incidents) this.#write(incident, week, rows);
    return rows.join('');
  }

  #write(incident: Incident, week: number, rows: string[]): void {
    const random = this.#random;
    const received = timeText(incident.second);
    const year = received.slice(2, 4);
    if (year !== this.#year) {
      this.#year = year;
      this.#number = 0;
    }
    this.#number++;
    const id = `A${year}-${String(this.#number).padStart(7, '0')}`;
    const wart = incident.exact ? 1 : random.next();
    const ending = endingOf(incident, random);
    const body = this.#body(incident, random, wart);
    const row = (version: number, type: string, disposition: string): string =>
      `${id},${version},${received},${body.span},${type},${body.priority},${disposition},${body.place}\n`;
    const type = typeOf(incident);

    if (wart > 0.031 && wart < 0.061) {
      // Reclassified later: the first version stands until the second comes.
      rows.push(row(1, random.chance(0.3) ? otherType(incident) : type, 'PENDING'));
      this.#send(week + (random.chance(0.7) ? 0 : 1 + random.int(3)), week, rows, row(2, type, ending));
      return;
    }
    const text = row(1, type, ending);
    const late = wart > 0.061 && wart < 0.073;
    this.#send(late ? week + 1 + random.int(4) : week, week, rows, text);
    if (wart > 0.073 && wart < 0.08) this.#send(week + random.int(2), week, rows, text);
  }

  #send(toWeek: number, week: number, rows: string[], text: string): void {
    if (toWeek === week) {
      rows.push(text);
      return;
    }
    const list = this.#later.get(toWeek);
    if (list) list.push(text);
    else this.#later.set(toWeek, [text]);
  }

  #body(incident: Incident, random: Random, wart: number): { span: string; priority: string; place: string } {
    const { all, headquarters } = this.#plan.places;
    const place = all[incident.place];
    const priority = incident.kind.types.find(({ type }) => type === incident.type)?.priority ?? '';
    const span = WITH_SPAN.has(incident.kind.category) ? spanText(incident, random) : ',';
    const source =
      incident.kind.origin === 'officer'
        ? 'ONVIEW'
        : random.chance(Number(priority) < 3 ? 0.8 : 0.35)
          ? '911'
          : 'PHONE';
    const beat = place && place.beat >= 0 ? place.beat + 1 : '';
    if (wart < 0.025) return { span, priority, place: `${source},${random.chance(0.6) ? 'UNKNOWN' : ''},,,` };
    if (wart < 0.031)
      return { span, priority, place: `${source},${headquarters.label},,${headquarters.lon},${headquarters.lat}` };
    return { span, priority, place: `${source},${place?.label ?? ''},${beat},${place?.lon ?? ''},${place?.lat ?? ''}` };
  }
}

function typeOf({ type, second }: Incident): string {
  const renamed = type === RECORDING_CHANGE.type && second >= dayOf(RECORDING_CHANGE.from) * DAY;
  return renamed ? RECORDING_CHANGE.becomes : type;
}

const otherType = ({ kind, type }: Incident): string =>
  kind.types.find((other) => other.type !== type)?.type ?? (kind.origin === 'public' ? 'INFORMATION' : type);

function endingOf({ kind, type }: Incident, random: Random): string {
  if (random.chance(0.03)) return 'CANCELED';
  return random.pick(ENDINGS[kind.types.find((one) => one.type === type)?.ending ?? 'unfounded']);
}

/** When it can have happened: overnight mostly, sometimes over a journey; reported soon or days later. */
function spanText({ second }: Incident, random: Random): string {
  const daysLate = random.chance(0.12) ? Math.min(30, -Math.log(1 - random.next()) * 2.9) : 0;
  const to = second - 300 - random.int(5400) - Math.floor(daysLate * DAY);
  const away = random.chance(0.06) ? 2 * DAY + random.int(8 * DAY) : 1800 + random.int(12 * 3600);
  return `${timeText(skipped(to - away))},${timeText(skipped(to))}`;
}

// Nobody's clock showed half past two on the night the clocks went forward.
function skipped(second: number): number {
  const day = Math.floor(second / DAY);
  const hour = Math.floor((second - day * DAY) / 3600);
  return hour === 2 && SPRING.has(day) ? second + 3600 : second;
}
const SPRING = new Set(['2025-03-09', '2026-03-08'].map(dayOf));

const dates = new Map<number, string>();

function timeText(second: number): string {
  const day = Math.floor(second / DAY);
  let date = dates.get(day);
  if (date === undefined) {
    date = dateOf(day);
    dates.set(day, date);
  }
  const left = second - day * DAY;
  return `${date} ${two(Math.floor(left / 3600))}:${two(Math.floor(left / 60) % 60)}:${two(left % 60)}`;
}
