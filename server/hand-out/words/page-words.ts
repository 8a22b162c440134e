/** Every fixed word of a page, in one language. Days are as they are printed: "November 16". */
export type PageWords = {
  readonly draft: string;
  readonly department: (name: string) => string;
  readonly forMeeting: (day: string) => string;
  readonly span: (from: string, to: string) => string;

  readonly more: (told: string, calls: string, low: string, high: string) => string;
  readonly fewer: (told: string, calls: string, low: string, high: string) => string;
  readonly moreKinds: (count: number) => string; // that are not as usual, beyond those the answer names
  readonly othersUsual: string;
  readonly comparedUsual: string; // where some could not be compared
  readonly allUsual: string;
  readonly noCalls: string;
  readonly allWithheld: string;
  readonly notCompared: string;

  readonly against: Readonly<Record<'more' | 'fewer' | 'as-usual' | 'not-judged', string>>;
  readonly usual: (low: string, high: string) => string;
  readonly before: (calls: string) => string;
  readonly others: string;
  readonly othersRun: (names: readonly string[]) => string; // those as usual, each with its number, in one sentence
  readonly othersNotCompared: (names: readonly string[]) => string;
  readonly moreOthers: (count: number) => string; // that found no room on the paper
  readonly none: (names: readonly string[]) => string;
  readonly withheld: (names: readonly string[], least: number) => string;

  readonly since: (to: string) => string; // the last day of the last page
  readonly wentUp: (name: string, before: string, now: string) => string;
  readonly wentDown: (name: string, before: string, now: string) => string;
  readonly noClearChange: string; // in anything
  readonly restUnchanged: string; // in the other kinds

  readonly howUsual: string;
  readonly whatCallsAre: string;

  readonly yourArea: string; // headings for who listens to the page
  readonly calls: string;
  readonly concerns: string;

  readonly mapLabel: (group: string) => string;
  readonly mapDots: (count: number, name: string, least: number) => string;
  readonly insideLine: string;
  readonly dotNote: (name: string, least: number) => string;
  readonly noDots: (least: number) => string;
  readonly noStreets: string;
  readonly dotHeads: readonly [string, string];
  readonly dotRow: (name: string, least: number, places: number) => string;
  readonly inArea: string;

  readonly concernHeads: readonly [string, string, string];
  readonly moreConcerns: (count: number) => string; // likewise
  readonly moreTold: (count: number) => string; // promises, news and projects, likewise
  readonly noConcerns: string;
  readonly nothingYet: string;
  readonly nothingOpen: string;
  readonly stillOpen: string;
  readonly reportBack: (day: string) => string;
  readonly charts: string; // calls of the concerns' kinds
  readonly chartsLead: { readonly bars: string; readonly wide: string; readonly empty: string; readonly line: string };
  readonly chartLabel: (kind: string) => string;
  readonly chartHeads: readonly [string, string];
  readonly chartTable: string;
  readonly youTold: (day: string) => string; // at the line of the day
  readonly toldBefore: (day: string) => string; // the days of the chart
  readonly toldAfter: (day: string) => string;
  readonly notTold: string;
  readonly whyNotTold: string;
  readonly tooFew: string;
  readonly promises: string;
  readonly dueBy: (day: string) => string;
  readonly keptOn: (day: string) => string;
  readonly lateSince: (day: string) => string;
  readonly news: string;
  readonly onDay: (day: string) => string;
  readonly projects: string;
  readonly line: string;
  readonly tips: string;
  readonly inEnglish: string; // behind staff words that nobody has translated

  readonly talk: string;
  readonly officer: (name: string) => string;
  readonly talkAbout: string;
  readonly emergency: string;
  readonly nextMeeting: (day: string, clock: string, place: string) => string;
  readonly noNextMeeting: string;

  readonly moment: (day: string, clock: string) => string;
  readonly source: (titles: readonly string[], cutoff: string) => string;
  readonly notFull: (lastDay: string) => string;
  readonly notCounted: (kinds: readonly string[]) => string;
  readonly notOurs: (kinds: readonly string[]) => string; // not counted for another reason
  readonly notPlaced: (calls: string) => string; // at most so many: rounded up, so that no small number is told
  readonly monthOnly: (calls: string) => string; // likewise
  readonly byMonth: (months: readonly string[]) => string;
  readonly redrawn: (day: string) => string;
  readonly code: (code: string) => string;
};
