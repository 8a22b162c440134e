import type { PersonalKind } from '#analysis/release/find-personal.ts';
import type { Position } from '#data/schema/area.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';

export type FileKind = 'pdf' | 'html' | 'docx' | 'pptx';

/** What a finished file must say, and what must not be in it. */
export type Expected = { readonly content: HandOutContent; readonly known: Known };
export type Known = {
  readonly knownNames: readonly string[]; // people of the records who must not be named
  readonly firstNames?: readonly string[]; // of those people
  readonly mayStand: readonly string[]; // streets, parks, groups, officers, the department's own numbers
  readonly exactPlaces?: readonly Position[]; // of calls: no number of the file may come near one
  readonly leastShown?: number;
};

export type LeakKind =
  | 'word' // that the page does not say
  | 'number' // likewise
  | PersonalKind
  | 'protected-kind'
  | 'small-count'
  | 'place' // exact
  | 'hidden' // comments, scripts, parts that nobody sees
  | 'metadata'
  | 'structure'; // no title, language or tags
export type Leak = { readonly kind: LeakKind; readonly where: string; readonly text: string };

/** One stretch of words of a file: a paragraph, a cell, an attribute. `map`: written on the map itself. */
export type Run = { readonly where: string; readonly text: string; readonly of: 'page' | 'map' | 'metadata' };

/** A file as it was found when it was opened again. `code`: what is no words, but may hold places. */
export type Opened = {
  readonly runs: readonly Run[];
  readonly code: readonly Run[];
  readonly leaks: readonly Leak[];
};
