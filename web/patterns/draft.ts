import type { ChangedPattern, Pattern, Synopsis } from '#data/schema/records/pattern.ts';

/** A pattern as a person is changing it. */
export type Draft = Omit<ChangedPattern, 'revision'>;

export const draftOf = (pattern: Pattern): Draft => ({
  name: pattern.name,
  type: pattern.type,
  groupIds: pattern.groupIds,
  from: pattern.from,
  to: pattern.to,
  calls: pattern.calls,
  synopsis: pattern.synopsis,
  label: pattern.label,
  release: pattern.release,
  status: pattern.status,
  closedWhy: pattern.closedWhy,
});

export const SYNOPSIS = ['what', 'where', 'when', 'how', 'advice'] as const satisfies readonly (keyof Synopsis)[];

/** What two people can write at apart from each other; a call is a part of its own. */
type Part =
  | 'name'
  | 'type'
  | 'groupIds'
  | 'days'
  | 'label'
  | 'release'
  | 'status'
  | keyof Synopsis
  | { readonly callId: string };

/** A part at which both wrote, and differently. */
export type Clash = { readonly part: Part };

const PARTS: readonly Exclude<Part, { callId: string }>[] = [
  ...(['name', 'type', 'groupIds', 'days', 'label', 'release', 'status'] as const),
  ...SYNOPSIS,
];

export const isSynopsis = (part: Part): part is keyof Synopsis => SYNOPSIS.some((each) => each === part);

/** What stands at a part, comparable. */
function at(draft: Draft, part: Part): string {
  if (typeof part === 'object') return JSON.stringify(draft.calls.find(({ callId }) => callId === part.callId) ?? null);
  if (isSynopsis(part)) return draft.synopsis[part];
  if (part === 'days') return `${draft.from} ${draft.to}`;
  if (part === 'groupIds') return JSON.stringify(draft.groupIds.toSorted());
  return part === 'status' ? `${draft.status} ${draft.closedWhy}` : draft[part];
}

/** The draft with one part as it stands in another. */
export function withPart(draft: Draft, part: Part, other: Draft): Draft {
  if (typeof part === 'object') {
    const theirs = other.calls.find(({ callId }) => callId === part.callId);
    return theirs === undefined ? draft : withCall(draft, theirs);
  }
  if (isSynopsis(part)) return { ...draft, synopsis: { ...draft.synopsis, [part]: other.synopsis[part] } };
  if (part === 'days') return { ...draft, from: other.from, to: other.to };
  if (part === 'status') return { ...draft, status: other.status, closedWhy: other.closedWhy };
  return { ...draft, [part]: other[part] };
}

/** The draft with one call kept, or left out with why. */
export const withCall = (draft: Draft, call: Draft['calls'][number]): Draft => ({
  ...draft,
  calls: draft.calls.map((each) => (each.callId === call.callId ? call : each)),
});

const partsOf = (drafts: readonly Draft[]): Part[] => [
  ...PARTS,
  ...[...new Set(drafts.flatMap(({ calls }) => calls.map(({ callId }) => callId)))].map((callId) => ({ callId })),
];

export const isSame = (a: Draft, b: Draft): boolean => partsOf([a, b]).every((part) => at(a, part) === at(b, part));

/**
 * My changes on top of what somebody else left. Where only one of us wrote, that stands; where both did,
 * mine stays until a person chooses.
 */
export function merge(base: Draft, mine: Draft, theirs: Draft): { draft: Draft; clashes: Clash[] } {
  let draft: Draft = { ...mine, calls: theirs.calls.map((call) => ofMine(mine, call)) };
  const clashes: Clash[] = [];
  for (const part of partsOf([mine, theirs])) {
    const [was, my, their] = [at(base, part), at(mine, part), at(theirs, part)];
    if (my === their) continue;
    if (my === was) draft = withPart(draft, part, theirs);
    else if (their !== was) clashes.push({ part });
  }
  return { draft, clashes };
}

const ofMine = (mine: Draft, theirs: Draft['calls'][number]): Draft['calls'][number] =>
  mine.calls.find(({ callId }) => callId === theirs.callId) ?? theirs;
