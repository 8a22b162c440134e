import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { z } from 'zod';
import type { AreaFeature } from '#data/schema/area.ts';
import {
  AddedWords,
  type InternalAffairs,
  NewConcern,
  type RecentMeeting,
} from '#data/schema/records/concern-filing.ts';
import { Draft } from './draft.ts';
import type { LonLat } from './marked-place.ts';

/** One filing that the server has not taken yet, and why not, where it said so. */
export const Waiting = z.object({
  clientKey: z.string(),
  by: z.string(), // only this person's sign-in sends it and sees it
  keptAt: z.string(),
  refusal: z.string().nullable(),
  what: z.discriminatedUnion('is', [
    z.object({ is: z.literal('file'), filing: NewConcern }),
    z.object({ is: z.literal('add'), to: z.string(), added: AddedWords, filing: NewConcern }),
  ]),
});
export type Waiting = z.infer<typeof Waiting>;

/** As it is drawn, and its hundred-blocks, each with about its middle, where they are known. */
export type Street = { name: string; lines: LonLat[][]; blocks: [hundred: number, lon: number, lat: number][] };

export type KnownMeeting = RecentMeeting & { groupName: string };

/** What the form needs of the server, as last read. */
export type Known = {
  personId: string;
  name: string;
  nowLocal: string;
  readAt: number; // this device's clock
  basemap: string | null;
  bbox: [number, number, number, number] | null;
  groups: AreaFeature[];
  streets: Street[];
  internalAffairs: InternalAffairs;
  meetings: KnownMeeting[]; // one of them may be where it was heard
};

interface Shape extends DBSchema {
  outbox: { key: string; value: Waiting };
  draft: { key: string; value: unknown };
  known: { key: string; value: Known };
}

const NAME = 'commonbeat-intake';
const KNOWN = 'known';

let opened: Promise<IDBPDatabase<Shape>> | null = null;
const database = (): Promise<IDBPDatabase<Shape>> => {
  opened ??= openDB<Shape>(NAME, 1, {
    upgrade(db) {
      db.createObjectStore('outbox', { keyPath: 'clientKey' });
      db.createObjectStore('draft');
      db.createObjectStore('known');
    },
    terminated: () => {
      opened = null;
    },
  });
  return opened;
};

/** The filings of one person that wait, oldest first. Those of others stay and are not told of. */
export async function waitingOf(personId: string): Promise<Waiting[]> {
  const all = await (await database()).getAll('outbox');
  return all.filter(({ by }) => by === personId).sort((a, b) => a.keptAt.localeCompare(b.keptAt));
}

export const keepWaiting = async (waiting: Waiting): Promise<void> =>
  void (await (await database()).put('outbox', waiting));

export const dropWaiting = async (clientKey: string): Promise<void> => (await database()).delete('outbox', clientKey);

export async function draftOf(personId: string): Promise<Draft | null> {
  const kept = Draft.safeParse(await (await database()).get('draft', personId));
  return kept.success ? kept.data : null;
}

export const keepDraft = async (personId: string, draft: Draft): Promise<void> =>
  void (await (await database()).put('draft', draft, personId));

export const dropDraft = async (personId: string): Promise<void> => (await database()).delete('draft', personId);

/** What was kept before meetings were kept with it has none; streets that were kept as one point are read again. */
export async function readKnown(): Promise<Known | null> {
  const kept = await (await database()).get('known', KNOWN);
  if (kept === undefined) return null;
  return { ...kept, meetings: kept.meetings ?? [], streets: kept.streets.filter((street) => 'lines' in street) };
}

export const keepKnown = async (known: Known): Promise<void> =>
  void (await (await database()).put('known', known, KNOWN));

/** At lock and sign-out: nobody is known here any more. What waits stays, unseen, until its writer is back. */
export const forgetPerson = async (): Promise<void> => (await database()).delete('known', KNOWN);
