import { z } from 'zod';
import { LocalDate, LocalMoment } from './records/common.ts';

/** A count as a corridor may see it: 1 to 4 calls are null, and former weeks from which so few could be worked out. */
export const WallCount = z.number().int().nonnegative().nullable();
export type WallCount = z.infer<typeof WallCount>;

export const WallVerdict = z.enum(['unusual', 'watch', 'usual', 'not-judged']);
export type WallVerdict = z.infer<typeof WallVerdict>;

const Limit = z.number().int().nonnegative().nullable(); // of the usual range; null: too little history

export const WallWeek = z.object({ week: LocalDate, count: WallCount, low: Limit, high: Limit, verdict: WallVerdict });
export type WallWeek = z.infer<typeof WallWeek>;

/** One kind of call in one area, or in the whole city, week by week. */
export const WallSeries = z.object({
  key: z.string(), // areaId~category; ~category for the whole city
  areaId: z.string().nullable(), // null: the whole city
  area: z.string(),
  category: z.string(),
  label: z.string(),
  observed: WallCount, // in the board's week
  low: Limit,
  high: Limit,
  verdict: WallVerdict,
  isNew: z.boolean(), // was not so in the week before
  weeks: z.array(WallWeek), // the last 16 whole weeks, oldest first; the last is the board's
  concerns: z.number().int().nonnegative(), // open ones of this kind raised here
  code: z.string(), // opens the same question at the desk
});
export type WallSeries = z.infer<typeof WallSeries>;

export const WallArea = z.object({
  areaId: z.string(),
  name: z.string(),
  district: z.string().nullable(),
  verdict: WallVerdict, // the strongest of its series
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type WallArea = z.infer<typeof WallArea>;

/** How old one source is, and from which age on it is doubtful. */
export const WallSource = z.object({
  source: z.string(),
  title: z.string(),
  lastReceivedLocal: LocalMoment,
  incompleteDays: z.number().int().nonnegative(), // the last so many days are still arriving
  amberHours: z.number().positive().nullable(), // null: a finished file is never stale
  redHours: z.number().positive().nullable(),
});
export type WallSource = z.infer<typeof WallSource>;

/** What the calls say: made anew for each manifest. */
export const WallCalls = z.object({
  manifest: z.string(), // of the public level
  layer: z.string(), // whose areas are judged
  week: LocalDate, // Monday of the last whole week
  cutoffLocal: LocalMoment,
  incompleteDays: z.number().int().nonnegative(),
  areas: z.array(WallArea), // alphabetical
  series: z.array(WallSeries), // unusual and watch, strongest evidence first
  trends: z.array(WallSeries), // whole city, one a public kind, in the order of the code book
  budget: z.number().positive(), // false alarms a week that the list may bring
  isBudgetSet: z.boolean(), // false: its threshold is still being worked out, more may join the list
  sources: z.array(WallSource),
});
export type WallCalls = z.infer<typeof WallCalls>;

export const WallDutyKind = z.enum(['concerns', 'referrals', 'groups', 'escalations']);
export type WallDutyKind = z.infer<typeof WallDutyKind>;

/** One thing that waits: by area and days, without a name and without words of a resident. */
export const WallWaiting = z.object({
  area: z.string(),
  areaId: z.string().nullable(),
  district: z.string().nullable(),
  what: z.string(), // "theft from vehicle", "referral to traffic engineering", "recurring: noise"
  days: z.number().int(), // overdue by so many, waiting for so many, or so many since the last contact
});
export type WallWaiting = z.infer<typeof WallWaiting>;

export const WallDuty = z.object({
  kind: WallDutyKind,
  count: z.number().int().nonnegative(),
  of: z.number().int().nonnegative(), // open concerns, open referrals, active groups, escalations of the quarter
  waiting: z.array(WallWaiting), // longest first, at most 12
  code: z.string(),
});
export type WallDuty = z.infer<typeof WallDuty>;

export const WallRecords = z.object({
  asOfLocal: LocalMoment, // the records as they stood
  quarter: z.string(), // "4th quarter of 2026"
  quarterEnds: LocalDate,
  duties: z.array(WallDuty), // one of each kind, in that order
});
export type WallRecords = z.infer<typeof WallRecords>;

/** Everything a wall shows. `board` is a hash of the rest: the same board is sent once. */
export const WallBoard = z.object({
  board: z.string(),
  city: z.string(),
  calls: WallCalls.nullable(), // null: no calls were taken in yet
  records: WallRecords,
});
export type WallBoard = z.infer<typeof WallBoard>;

/** The heartbeat, every 10 seconds: the clock, and whether what feeds the board is alive. */
export const WallPulse = z.object({
  clockLocal: LocalMoment, // runs also in a demo, whose day stands
  board: z.string().nullable(),
  database: z.enum(['ok', 'away']), // away: the records are as of `records.asOfLocal`
  feed: z.enum(['ok', 'failed', 'none']), // failed: the last file of the feed was refused
  build: z.string(), // of the page that the server serves: a wall with another one reloads
});
export type WallPulse = z.infer<typeof WallPulse>;

/** A screen on a wall. */
export const WallDevice = z.object({
  deviceId: z.string(),
  name: z.string(), // "Briefing room"
  personId: z.string(), // the account it acts as
  pairedAt: LocalMoment,
  pairedBy: z.string(),
  lastSeenAt: LocalMoment.nullable(), // entered last; it does so every few minutes
  isOn: z.boolean(), // holds a session now
  revokedAt: LocalMoment.nullable(),
  userAgent: z.string(),
});
export type WallDevice = z.infer<typeof WallDevice>;

/** What a code on the wall opens at the desk. */
export const WallAsked = z.object({
  code: z.string(),
  address: z.string(), // of a screen of ours, like /spikes?series=g-eastbank~theft-vehicle
  words: z.string(), // "Eastbank, theft from vehicle, week of Dec 7"
});
export type WallAsked = z.infer<typeof WallAsked>;
