import type { AoristicOptions, AoristicWeek } from '#analysis/aoristic/aoristic.ts';
import type { Center, CenterOptions } from '#analysis/center/center.ts';
import type { CallCluster, ClustersOptions } from '#analysis/clusters/clusters.ts';
import type { Concentration, ConcentrationOptions } from '#analysis/concentration/concentration.ts';
import type { EarlyWarning, WarningSeries } from '#analysis/early-warning/early-warning.ts';
import type { EmergingCell } from '#analysis/emerging/emerging.ts';
import type { EmergingOptions } from '#analysis/emerging/options.ts';
import type { EvidenceFinding } from '#analysis/evidence/evidence.ts';
import type { EvidenceOptions } from '#analysis/evidence/options.ts';
import type { LocalMoranOptions, MoranCell } from '#analysis/local-moran/local-moran.ts';
import type { NearRepeatBand } from '#analysis/near-repeat/judge-bands.ts';
import type { NearRepeatOptions } from '#analysis/near-repeat/options.ts';
import type { NearRepeatString } from '#analysis/near-repeat/strings.ts';
import type { AreaRate, RatesOptions } from '#analysis/rates/rates.ts';
import type { ScanCluster } from '#analysis/scan/scan.ts';
import type { SeasonOptions } from '#analysis/season/options.ts';
import type { Season } from '#analysis/season/season.ts';
import type { Step } from '#analysis/shared/steps.ts';
import type { Budget } from '#analysis/spike/budget.ts';
import type { PowerFinding, PowerOptions } from '#analysis/spike/power.ts';
import type { Trend, TrendOptions } from '#analysis/trend/trend.ts';
import type { Answer, Verdict, Window } from '#data/schema/answer.ts';
import type { AreaLayer } from '#data/schema/area.ts';
import type { TimePrecision } from '#data/schema/call.ts';
import type { MapConcern } from '#data/schema/concern.ts';
import type { Filter } from '#data/schema/filter.ts';
import type { Manifest } from '#data/schema/manifest.ts';
import type { RecordCounts } from '#data/schema/record-counts.ts';
import type { BeforeAfterAsked, BeforeAfterFound } from './before-after.ts';
import type { Shift, ShiftOptions } from './cusum.ts';
import type { DailyAlarms, DailyOptions } from './ears.ts';
import type { CallLag, CallLagOptions } from './reporting-lag.ts';
import type { ScanAsked } from './scan.ts';
import type { ComparedCounts, ComparedOptions } from './two-counts.ts';

/**
 * The one typed door between the page and the compute worker. The page sends a
 * question, the worker answers it whole; views never see SQL, Arrow or DuckDB.
 */

export type Progress =
  | { stage: 'reading'; rowsRead: number; rowsTotal: number; bytesRead: number; bytesTotal: number; years: string }
  | { stage: 'joining'; done: number; total: number }
  | { stage: 'ready' };

/** What is loaded once the worker is open. */
export type Opened = {
  manifest: Manifest;
  layers: Record<string, AreaLayer>; // by layer name
  concerns: MapConcern[];
  firstDay: string; // local dates of the first and last call
  lastDay: string;
  lastFullWeek: Window; // Monday to Sunday, complete, reporting lag taken off
  months: string[]; // first days of the months that have calls, where the sources give months only; else empty
  types: { code: string; category: string; count: number }[];
  unreadable: { file: string; year: number; reason: string }[]; // extracts that failed their fingerprint
  isFormer: boolean; // the calls as they once stood, not those of now
};

export type WeekPoint = {
  week: string; // its Monday
  count: number;
  low: number | null; // expected range, from earlier weeks only; null: not judged
  high: number | null;
  complete: boolean; // false: running, cut by the window's edge, or still arriving
};

export type AreaCount = {
  areaId: string;
  count: number;
  onlyHere: number; // of these, in this area alone
  inSeveral: number; // of these, in another area too
  concerns: number; // open or overdue concerns in it
};

export type PlaceCount = { placeKey: string; label: string; lon: number; lat: number; count: number };

/** Everything the linked views draw, made in one pass so that they change together. */
export type Explored = {
  weeks: WeekPoint[]; // none where the sources give months only
  months: { month: string; count: number }[]; // of `Opened.months`; a month that is not among them is missing, not quiet
  hourOfWeek: number[]; // 168 counts, Monday 00 first
  hoursOfExposure: number[]; // 168: how often each of them lay in the window
  withoutHour: number; // calls whose source gives no hour, left out of the grid
  types: { code: string; category: string; count: number }[]; // every type of the window, largest first
  categories: { category: string; count: number }[];
  places: PlaceCount[]; // top 50
  areas: AreaCount[]; // every area of the layer, alphabetical
  calls: number; // in the filter
};

/** One series judged for one week. */
export type SeriesVerdict = {
  areaId: string;
  category: string;
  week: string; // Monday of the judged week
  observed: number;
  expected: number;
  low: number; // usual range, whole calls
  high: number;
  p: number; // one-sided, upper
  q: number; // after Benjamini-Hochberg over all looks
  verdict: Verdict;
  direction: 'above' | 'below' | 'within';
  method: 'farrington' | 'negative-binomial' | 'c-test';
  weeksOfHistory: number;
  concerns: number; // open or overdue concerns of the category in the area
};

export type DensitySurface = {
  columns: number;
  rows: number;
  bbox: [west: number, south: number, east: number, north: number];
  perKm2: Float32Array; // row 0 is the north edge
  max: number;
  bandwidthMeters: number;
  /** Isolines at 25, 50 and 75 % of the maximum, as closed rings in degrees. */
  contours: { level: number; rings: [number, number][][][] }[];
};

export type HotCell = {
  ring: [number, number][]; // closed, degrees
  count: number;
  z: number;
  q: number;
  verdict: 'hot' | 'cold' | 'not-significant';
};

export type CallRow = {
  id: string;
  receivedLocal: string;
  timePrecision: TimePrecision;
  typeCode: string;
  category: string;
  origin: string;
  addressBlock: string | null;
  placeKey: string | null;
  disposition: string | null;
  placement: string;
  lon: number | null;
  lat: number | null;
};

/** Something beside the spikes that the Monday sweep lays before an analyst, found in the judged week. */
export type SweepCandidate = {
  kind: 'string' | 'emerging' | 'hot-address';
  candidateKey: string; // the same from week to week: category~ and the id of a string's first call, a cell, or a placeKey
  category: string;
  addressBlock: string | null; // of a hot address
  areaIds: string[]; // areas of the filter's layer that it touches, most calls first
  shape: 'new' | 'consecutive' | 'intensifying' | null; // of an emerging cell
  observed: number; // calls: of the string, of four weeks around the cell, of the week at the address
  low: number | null; // what is usual for it, whole calls; null where nothing is to compare with
  high: number | null;
  p: number; // how often chance alone gives one as strong; analysis/sweep/README.md
  q: number; // after Benjamini-Hochberg over the looks of its kind
  verdict: 'unusual' | 'watch';
  callIds: string[]; // oldest first, at most 500, the newest
  center: [lon: number, lat: number];
  since: string | null; // local date of its first call
};

/** A string of near repeats; the largest 20 with their calls by name, the first 500 of each. */
export type LinkedCalls = NearRepeatString & { callIds: string[] };

export type Points = { lonLat: Float32Array; count: number; stacks: PlaceCount[] };

/** The questions the worker can answer: what is asked, and what comes back. */
export type Questions = {
  explore: { options: { expectedBand: boolean }; answer: Answer<Explored> }; // one finding
  spike: {
    options: { week?: string; falseAlarmsAWeek?: number; watchP?: number; unusualQ?: number };
    answer: Answer<SeriesVerdict>;
  }; // all series of the layer; findings hold judged ones, strongest first; without `watchP` p is taken at its word
  budget: { options: { falseAlarmsAWeek?: number }; answer: Answer<Budget> }; // in steps; one finding, or none
  power: {
    options: Partial<PowerOptions> & { series?: { areaId: string; category: string } };
    answer: Answer<PowerFinding>;
  }; // in steps
  density: { options: { bandwidthMeters?: number }; answer: Answer<DensitySurface> };
  'hot-cells': { options: { cellMeters?: number }; answer: Answer<HotCell> };
  clusters: { options: Partial<ClustersOptions>; answer: Answer<CallCluster> };
  'near-repeat': { options: Partial<NearRepeatOptions>; answer: Answer<NearRepeatBand | LinkedCalls> }; // in steps
  scan: { options: ScanAsked; answer: Answer<ScanCluster & { since: string }> }; // in steps; `since` is a Monday
  aoristic: { options: Pick<Partial<AoristicOptions>, 'reversed' | 'mostHours'>; answer: Answer<AoristicWeek> }; // one finding
  rates: { options: Partial<RatesOptions>; answer: Answer<AreaRate> }; // areas of the layer, by name
  evidence: { options: Partial<EvidenceOptions>; answer: Answer<EvidenceFinding> }; // of categories and areas; judged up to the end of the dates
  concentration: { options: Partial<ConcentrationOptions>; answer: Answer<Concentration> }; // one finding; top places chosen by the first half of the dates
  points: { options: { atMost?: number }; answer: Answer<Points> };
  calls: { options: { offset: number; limit: number }; answer: Answer<CallRow> };
  'calls-by-id': { options: { ids: string[] }; answer: Answer<CallRow> }; // at most 500, in the order asked for, whatever the filter
  sweep: { options: { week?: string }; answer: Answer<SweepCandidate> }; // in steps; strongest first; only layer and origin of the filter count
  'early-warning': { options: { subjects: WarningSeries[]; today: string }; answer: Answer<EarlyWarning> }; // calls counted within each subject's group
  ears: { options: DailyOptions; answer: Answer<DailyAlarms> }; // the whole first, then kinds and areas on the last day
  cusum: { options: ShiftOptions; answer: Answer<Shift> }; // the whole first, then kinds and areas
  'two-counts': { options: ComparedOptions; answer: Answer<ComparedCounts> }; // the whole first, then areas of the layer
  'reporting-lag': { options: CallLagOptions; answer: Answer<CallLag> }; // one finding, or none; of the last year whatever the dates
  trend: { options: Partial<TrendOptions> & { weeksPerStep?: number }; answer: Answer<Trend> };
  emerging: { options: Partial<EmergingOptions>; answer: Answer<EmergingCell> };
  season: { options: Partial<SeasonOptions>; answer: Answer<Season & { highWeek: string; lowWeek: string }> };
  'local-moran': { options: Partial<LocalMoranOptions>; answer: Answer<MoranCell> };
  center: { options: Partial<CenterOptions>; answer: Answer<Center> };
  'before-after': { options: BeforeAfterAsked; answer: Answer<BeforeAfterFound> }; // one finding, or none; its days are its own
};
export type Method = keyof Questions;
export type Question<M extends Method = Method> = { method: M; filter: Filter; options: Questions[M]['options'] };
export type AnswerTo<M extends Method> = Questions[M]['answer'];

export type SqlResult = {
  columns: { name: string; type: string }[];
  rows: (string | number | boolean | null)[][];
  truncated: boolean; // more rows than were asked for
  milliseconds: number;
};

/** A failure the page can show: what failed, in plain words. */
export type Trouble = {
  code: 'too-large' | 'unreadable' | 'refused' | 'query' | 'canceled' | 'signed-out' | 'broken';
  message: string;
};

export type Door = {
  /** `manifest`: the name of a former one, whose calls are read instead of those of now. */
  open(onProgress: (progress: Progress) => void, manifest?: string): Promise<Opened>;
  /** Later questions of one `slot` cancel earlier ones; these reject with `canceled`. Long work tells its steps. */
  ask<M extends Method>(question: Question<M>, slot: string, onStep?: (step: Step) => void): Promise<AnswerTo<M>>;
  /** Read-only SQL over `call`, `area`, `call_in_area`, `concern`. */
  sql(text: string, atMost: number): Promise<SqlResult>;
  cancel(slot: string): Promise<void>; // slot `sql` cancels the running SQL
  /** Counts of a drawn area beside the rest, without changing the filter. */
  recordsOf(filter: Filter): Promise<RecordCounts>;
  /** Forgets everything: tables, columns, caches. Called at sign-out and lock. */
  close(): Promise<void>;
};
