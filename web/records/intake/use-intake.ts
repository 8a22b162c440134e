import { useCallback, useEffect, useRef, useState } from 'react';
import { clockSince, type Draft, emptyDraft, isEmpty, toFiling } from './draft.ts';
import {
  draftOf,
  dropDraft,
  dropWaiting,
  type Known,
  keepDraft,
  keepKnown,
  keepWaiting,
  type Street,
  type Waiting,
  waitingOf,
} from './kept-on-phone.ts';
import { type Knowing, readWhatIsKnown } from './read-known.ts';
import { type Outcome, sendWaiting } from './send-waiting.ts';

const AGAIN_AFTER = 20_000; // while something waits

/** The last one saved, and what became of it. */
export type Saved = { clientKey: string; outcome: Outcome };

/** Everything the form stands on: who writes, the draft, what waits on this phone, and the sending of it. */
export function useIntake() {
  const [knowing, setKnowing] = useState<Knowing | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [saved, setSaved] = useState<Saved | null>(null);
  const known = knowing?.is === 'known' ? knowing.known : null;
  const personId = known?.personId ?? null;
  const writer = useRef<string | null>(null);

  const sync = useCallback(async (): Promise<void> => {
    const next = await readWhatIsKnown();
    setKnowing(next);
    if (next.is !== 'known') return;
    const outcomes = next.isFresh ? await sendWaiting(next.known.personId) : [];
    setWaiting(await waitingOf(next.known.personId));
    setSaved((before) => {
      const own = before && outcomes.find((each) => 'clientKey' in each && each.clientKey === before.clientKey);
      return before && own ? { ...before, outcome: own } : before;
    });
  }, []);

  useEffect(() => {
    const back = () => void sync();
    const seen = () => document.visibilityState === 'visible' && back();
    back();
    addEventListener('online', back);
    addEventListener('offline', back);
    document.addEventListener('visibilitychange', seen);
    return () => {
      removeEventListener('online', back);
      removeEventListener('offline', back);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [sync]);

  const unsent = waiting.some(({ refusal }) => refusal === null);
  useEffect(() => {
    if (!unsent) return;
    const again = setInterval(() => void sync(), AGAIN_AFTER);
    return () => clearInterval(again);
  }, [unsent, sync]);

  useEffect(() => {
    if (personId === null || writer.current === personId) return;
    writer.current = personId;
    draftOf(personId).then((kept) => setDraft(kept ?? emptyDraft()));
  }, [personId]);

  const write = useCallback(
    (changed: Partial<Draft>) => {
      setSaved(null);
      setDraft((before) => {
        if (before === null || personId === null) return before;
        const after = { ...before, ...changed };
        void (isEmpty(after) ? dropDraft(personId) : keepDraft(personId, after));
        return after;
      });
    },
    [personId],
  );

  const save = useCallback(async () => {
    if (draft === null || known === null) return;
    await keepWaiting(toWaiting(draft, known));
    await dropDraft(known.personId);
    setDraft(emptyDraft());
    setWaiting(await waitingOf(known.personId));
    setSaved({ clientKey: draft.clientKey, outcome: { is: 'unsent' } });
    await sync();
  }, [draft, known, sync]);

  const takeBack = useCallback(
    async (clientKey: string, mended: Draft | null) => {
      await dropWaiting(clientKey);
      if (personId === null) return;
      if (mended) await keepDraft(personId, mended);
      if (mended) setDraft(mended);
      setWaiting(await waitingOf(personId));
    },
    [personId],
  );

  const keepStreets = useCallback(
    (streets: Street[]) => {
      if (known) void keepKnown({ ...known, streets });
      setKnowing((before) => (before?.is === 'known' ? { ...before, known: { ...before.known, streets } } : before));
    },
    [known],
  );

  return { knowing, draft, waiting, saved, write, save, sync, takeBack, keepStreets };
}

export type Intake = ReturnType<typeof useIntake>;

function toWaiting(draft: Draft, known: Known): Waiting {
  const heardAt = clockSince(known.nowLocal, known.readAt, Date.now());
  const filing = toFiling(draft, heardAt);
  const { clientKey, words, efforts, aboutOfficer } = filing;
  const kept = { clientKey, by: known.personId, keptAt: heardAt, refusal: null };
  if (draft.sameAs === null) return { ...kept, what: { is: 'file', filing } };
  const added = { clientKey, words: words.slice(0, 2000), heardAt, efforts: efforts.slice(0, 2000), aboutOfficer };
  return { ...kept, what: { is: 'add', to: draft.sameAs, added, filing } };
}
