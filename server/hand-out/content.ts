import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';

/** Words with the language that they are in: a person's own words may stand in English on a Spanish page. */
export type Said = {
  readonly words: string; // empty: only `after` is printed
  readonly language: HandOutLanguage;
  readonly marked: string; // "(en inglés)" behind words that are not in the page's language; else empty
  readonly after: string; // what the page itself adds, in its own language: a date, or "Nothing yet."
};

/** One kind of call, as it is printed. */
export type PrintedLine = {
  readonly number: string; // 33, 1,204
  readonly observed: number;
  readonly label: string;
  readonly means: string; // the note that says what the label means; empty where that is plain
  readonly against: string; // More than usual
  readonly verdict: 'usual' | 'unusual' | 'not-judged';
  readonly usual: { readonly low: number; readonly high: number; readonly words: string } | null;
  readonly before: string; // "last page: 28"; empty where nothing is known
};

/** Calls of a concern's kind over the year before. Lengths are shares of the chart: of its width, and of its height. */
export type ConcernChart = {
  readonly reference: string; // C-0388
  readonly said: Said;
  readonly kind: string; // Thefts from cars
  readonly label: string; // for who cannot see it
  readonly bars: readonly {
    readonly at: number;
    readonly width: number;
    readonly height: number | null; // null: not told
    readonly observed: number;
    readonly number: string; // as in the row of the table; empty where it is not told
  }[]; // none where too little may be told to draw it
  readonly ends: readonly [first: string, last: string]; // of the axis
  readonly told: { readonly at: number | null; readonly words: string }; // the day of the concern; null: beside the axis
  readonly rows: readonly (readonly [days: string, calls: string])[]; // the same as the bars
  readonly few: string; // what stands in the place of the bars
  readonly legend: string; // how to read them; empty where nothing is drawn
};

/** A hand-out in one language, in the order it is read, whatever it is printed as. Every word and number of a file stands here. */
export type HandOutContent = {
  readonly language: HandOutLanguage;
  readonly draft: string; // "Draft, not released"; empty once it is released
  readonly title: string; // of the file: Eastbank, November 16 to December 13, 2026
  readonly department: string;
  readonly groupName: string;
  readonly days: string;
  readonly forMeeting: string; // empty where it is for none
  readonly answer: string; // one sentence or two
  readonly changed: string; // since the group's last page, and what did not; empty where that cannot be told
  readonly map: {
    readonly label: string; // for who cannot see it
    readonly note: string;
    readonly table: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } | null; // what the dots say, in words
  };
  readonly lines: readonly PrintedLine[]; // drawn on their usual range
  readonly others: { readonly heading: string; readonly lines: readonly PrintedLine[]; readonly more: string };
  readonly none: string; // kinds without a call; empty where there are none
  readonly withheld: string; // kinds with too few to tell; empty where there are none
  readonly caveat: string;
  readonly concerns: {
    readonly heads: readonly [said: string, did: string, notYet: string];
    readonly rows: readonly {
      readonly reference: string; // C-0388
      readonly said: Said;
      readonly did: Said;
      readonly notYet: Said;
      readonly calls: string; // of its kind, as the line says; empty where none may be told
    }[];
    readonly more: string; // that found no room on the paper; else empty
    readonly none: string; // what stands in their place where there is none
  };
  readonly charts: {
    readonly heading: string;
    readonly lead: string; // empty where nothing is drawn
    readonly heads: readonly [days: string, calls: string];
    readonly table: string;
    readonly notTold: string; // why; empty where everything is told
    readonly concerns: readonly ConcernChart[]; // none on older pages
  }; // on the web and on slides, where there is room
  readonly sections: readonly { readonly heading: string; readonly items: readonly Said[] }[]; // promises, news, projects, the officer's own line
  readonly tips: { readonly heading: string; readonly items: readonly string[] };
  readonly talk: {
    readonly heading: string;
    readonly phone: string;
    readonly who: string;
    readonly nextMeeting: string;
  };
  readonly notes: readonly string[]; // source, cut-off, what is not counted
  readonly foot: string; // the code, and what it is for
};

/** What a page is called by once it is released. */
export type Released = { readonly handOutId: string; readonly code: string; readonly releasedAt: string };
