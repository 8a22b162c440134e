import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import {
  type HandOutChoices,
  type HandOutDesk,
  HandOutDraft,
  type HandOutDraftFields,
} from '#data/schema/records/hand-out.ts';
import { ApiFailed } from '#web/api.ts';
import { NotTaken, send } from '#web/records/shared/send.ts';
import { useAutosave } from '#web/records/shared/use-autosave.ts';
import { redone, stepped, trackOf, undone } from './past.ts';
import { deskKey, deskPath, deskQuery, type Wish } from './use-desk.ts';
import { words } from './words.ts';

type Saved = { readonly fields: HandOutDraftFields | null; readonly revision: number | null };

export type Draft = {
  readonly fields: HandOutDraftFields;
  readonly undoes: string | null; // what an undo would take back
  readonly redoes: string | null;
  readonly saving: 'suggested' | 'saved' | 'saving' | 'waiting';
  readonly trouble: string | null;
  readonly retry: () => void;
  readonly clash: HandOutDraft | null; // what somebody else kept meanwhile
  readonly change: (next: Partial<HandOutDraftFields>, said: string, key?: string) => void;
  readonly choose: (choices: HandOutChoices, said: string, key?: string) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly startAgain: () => Promise<void>;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly flush: () => Promise<HandOutDesk | null>; // keeps what is not kept yet, and reads the page anew
};

/** A page in the making: each change can be taken back, is kept by itself, and is never kept over somebody else's. */
export function useDraft(groupId: string, desk: HandOutDesk, wish: Wish, mayWrite: boolean): Draft {
  const queries = useQueryClient();
  const [track, setTrack] = useState(() => begun(desk, wish));
  const [saved, setSaved] = useState<Saved>(() => keptOf(desk, track.now));
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [clash, setClash] = useState<HandOutDraft | null>(null);
  const busy = useRef(false);
  const fields = track.now;
  const isPending = mayWrite && fields !== saved.fields;

  const readDesk = useCallback(
    () => queries.fetchQuery({ ...deskQuery(queries, groupId, wish), staleTime: 0 }),
    [queries, groupId, wish],
  );
  const refused = useCallback(
    async (cause: unknown) => {
      if (!(cause instanceof ApiFailed)) throw cause;
      if (!(cause instanceof NotTaken && cause.isConflict)) return setTrouble(cause.message);
      const theirs = HandOutDraft.safeParse(cause.current).data ?? (await readDesk()).draft;
      if (theirs) setClash(theirs);
      else setSaved({ fields: null, revision: null }); // theirs was released or thrown away: ours begins anew
    },
    [readDesk],
  );
  const save = useCallback(async (): Promise<boolean> => {
    if (busy.current) return false;
    busy.current = true;
    setSaving(true);
    try {
      const body = { ...fields, revision: saved.revision };
      const draft = await send(HandOutDraft, 'PUT', `${deskPath(groupId)}/draft`, body);
      setSaved({ fields, revision: draft.revision });
      setTrouble(null);
      queries.setQueryData<HandOutDesk>(deskKey(groupId), (known) => known && { ...known, draft });
      void queries.invalidateQueries({ queryKey: deskKey(groupId) });
      return true;
    } catch (cause) {
      await refused(cause);
      return false;
    } finally {
      busy.current = false;
      setSaving(false);
    }
  }, [queries, groupId, fields, saved.revision, refused]);

  useAutosave(save, isPending && !isSaving && clash === null && trouble === null);

  const draftNow = desk.draft;
  useEffect(() => {
    if (isPending || isSaving || draftNow === null || draftNow.revision <= (saved.revision ?? 0)) return;
    const theirs = fieldsOf(draftNow); // kept elsewhere, while nothing was open here
    setTrack((known) => stepped(known, theirs, words.said.theirs));
    setSaved({ fields: theirs, revision: draftNow.revision });
  }, [draftNow, isPending, isSaving, saved.revision]);

  const change: Draft['change'] = (next, said, key) => {
    setTrouble(null);
    setTrack((known) => stepped(known, { ...known.now, ...next }, said, key));
  };
  return {
    fields,
    undoes: track.past.at(-1)?.said ?? null,
    redoes: track.future[0]?.said ?? null,
    saving: isSaving ? 'saving' : isPending ? 'waiting' : saved.revision === null ? 'suggested' : 'saved',
    trouble,
    retry: () => setTrouble(null),
    clash,
    change,
    choose: (choices, said, key) => change({ choices }, said, key),
    undo: () => setTrack(undone),
    redo: () => setTrack(redone),
    startAgain: async () => {
      try {
        if (saved.revision !== null)
          await send(z.null(), 'DELETE', `${deskPath(groupId)}/draft?revision=${saved.revision}`);
        queries.setQueryData<HandOutDesk>(deskKey(groupId), (known) => known && { ...known, draft: null });
        const suggested = suggestedOf(await readDesk());
        setTrack((known) => stepped(known, suggested, words.said.startedAgain));
        setSaved({ fields: suggested, revision: null });
      } catch (cause) {
        await refused(cause);
      }
    },
    keepMine: () => {
      if (clash === null) return;
      setSaved({ fields: null, revision: clash.revision });
      setClash(null);
    },
    takeTheirs: () => {
      if (clash === null) return;
      const theirs = fieldsOf(clash);
      setTrack((known) => stepped(known, theirs, words.said.theirs)); // an undo brings one's own back
      setSaved({ fields: theirs, revision: clash.revision });
      setClash(null);
      void queries.invalidateQueries({ queryKey: deskKey(groupId) });
    },
    flush: async () => {
      const isAsSuggested = saved.revision === null && Object.keys(wish).length === 0;
      const isKept = !isPending && (saved.revision !== null || isAsSuggested);
      if (!isKept && !(await save())) return null;
      return readDesk();
    },
  };
}

const fieldsOf = ({ meetingId, from, to, choices }: HandOutDraftFields): HandOutDraftFields => ({
  ...{ meetingId, from, to, choices },
});

const suggestedOf = ({ facts, suggested }: HandOutDesk): HandOutDraftFields => ({
  ...{ meetingId: facts.meeting?.meetingId ?? null, from: facts.from, to: facts.to, choices: suggested },
});

/** The draft, with what the address wishes for on top of it; else what is suggested. */
function begun(desk: HandOutDesk, wish: Wish) {
  if (desk.draft === null) return trackOf(suggestedOf(desk));
  const kept = fieldsOf(desk.draft);
  const known = desk.meetings.some(({ meetingId }) => meetingId === wish.meetingId);
  const wished = { ...kept, ...wish, meetingId: known && wish.meetingId ? wish.meetingId : kept.meetingId };
  const isSame = wished.meetingId === kept.meetingId && wished.from === kept.from && wished.to === kept.to;
  return isSame ? trackOf(kept) : stepped(trackOf(kept), wished, words.said.wished);
}

const keptOf = ({ draft }: HandOutDesk, now: HandOutDraftFields): Saved => {
  if (draft === null) return { fields: now, revision: null };
  const { meetingId, from, to } = draft;
  const isSame = now.meetingId === meetingId && now.from === from && now.to === to;
  return { fields: isSame ? now : null, revision: draft.revision };
};
