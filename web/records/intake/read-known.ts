import { z } from 'zod';
import { Assignees, InternalAffairs } from '#data/schema/records/concern-filing.ts';
import { ApiFailed, createApi } from '#web/api.ts';
import { getJson } from '#web/records/shared/send.ts';
import { forgetPerson, type Known, keepKnown, readKnown } from './kept-on-phone.ts';

export type Knowing =
  | { is: 'known'; known: Known; isFresh: boolean }
  | { is: 'signed-out' } // the server says so
  | { is: 'unknown' }; // nobody signed in here yet, and no connection

const Names = Assignees.extend({ internalAffairs: InternalAffairs });

/** Asks the server who is here and where its groups lie; without a connection, what it said last. */
export async function readWhatIsKnown(): Promise<Knowing> {
  try {
    return { is: 'known', known: await readFresh(), isFresh: true };
  } catch (thrown) {
    if (!(thrown instanceof ApiFailed) && !(thrown instanceof z.ZodError)) throw thrown;
    if (thrown instanceof ApiFailed && [401, 403, 423].includes(thrown.status)) {
      await forgetPerson();
      return { is: 'signed-out' };
    }
    const known = await readKnown();
    return known ? { is: 'known', known, isFresh: false } : { is: 'unknown' };
  }
}

async function readFresh(): Promise<Known> {
  const api = createApi();
  const session = await api.session();
  const before = await readKnown();
  const [manifest, names] = await Promise.all([
    api.manifest().catch(() => null), // a city without calls still has concerns
    getJson(Names, '/api/records/concerns/known'),
  ]);
  const layer = manifest?.areas.find((each) => each.layer === 'groups');
  const groups = layer && (await api.areas(layer.layer, layer.version));
  const { personId, name, nowLocal, basemap } = session;
  const known: Known = {
    ...{ personId, name, nowLocal, basemap, readAt: Date.now() },
    bbox: manifest?.bbox ?? null,
    groups: groups?.features ?? [],
    streets: before?.streets ?? [],
    internalAffairs: names.internalAffairs,
    meetings: names.meetings.map((each) => ({
      ...each,
      groupName: names.groups.find(({ groupId }) => groupId === each.groupId)?.name ?? each.groupId,
    })),
  };
  await keepKnown(known);
  return known;
}
