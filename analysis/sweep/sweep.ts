export const SWEEP_CONVENTION =
  'Beside the spikes: strings of calls alive in the judged week (p by 999 deals of the days), cells that became hot over four weeks, and addresses with more calls than their own past year (p by negative binomial). Each kind is one family of looks: unusual is q below 0.05 after Benjamini-Hochberg, watch is p within a third of the false-alarm budget over the looks.';
export const SWEEP_CAVEAT =
  'A candidate is a lead, not a finding: one caller, one event or a new way of writing calls down can make one. The three kinds often show the same thing from three sides.';

/** Kinds of call whose strings are looked for: those that come back to the neighbors. A shop or a bank is its own place, so shoplifting and fraud are not. */
export const STRING_CATEGORIES = [
  'burglary',
  'theft-from-vehicle',
  'vehicle-theft',
  'theft',
  'vandalism',
  'arson',
] as const;

/** Ways in which a cell became hot that are news. */
export const FRESH_SHAPES = ['new', 'consecutive', 'intensifying'] as const;
export type FreshShape = (typeof FRESH_SHAPES)[number];
