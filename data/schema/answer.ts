import type { RecordCounts } from './record-counts.ts';

/** What a method could not judge, and the named reason. */
export type LeftOut<Reason extends string = string> = { what: string; reason: Reason };

/** Local dates, both inclusive. */
export type Window = { from: string; to: string };

/**
 * What every method returns. `options` are those used, defaults filled in;
 * `convention` names the definition, `caveat` says when not to trust it.
 */
export type Answer<Finding, Reason extends string = string, Options = Record<string, unknown>> = {
  findings: Finding[];
  leftOut: LeftOut<Reason>[];
  options: Options;
  window: Window | null;
  records: RecordCounts;
  convention: string;
  caveat: string;
  code: string; // figure code; empty where nothing can be replayed (plain files)
};

export type Verdict = 'usual' | 'watch' | 'unusual' | 'not-judged';
