/** One thing that a reader can do, in one short sentence of each language. */
export type Tip = { readonly en: string; readonly es: string };
export type ThreeTips = readonly [Tip, Tip, Tip];

export const tip = (en: string, es: string): Tip => ({ en, es });
