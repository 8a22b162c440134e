import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Pattern } from '#data/schema/records/pattern.ts';
import { ApiFailed } from '#web/api.ts';
import { useSession } from '#web/ask/session.tsx';
import { getJson, NotTaken, send } from '#web/records/shared/send.ts';
import { type Clash, type Draft, draftOf, isSame, merge, withPart } from './draft.ts';
import { keyOf, PATTERNS, PatternSheet, pathOf } from './use-pattern.ts';

type Held = {
  readonly base: Pattern; // as the server had it when the changes began
  readonly draft: Draft;
  readonly theirs: Pattern | null; // somebody else was first; as they left it
  readonly clashes: readonly Clash[];
};

/**
 * What was typed and is not saved, by person and pattern, for as long as the tab is open. Locking takes the
 * screen away, and so does a lapsed session: whoever comes back finds it here.
 */
const UNSAVED = new Map<string, Held>();

export type DraftDesk = {
  readonly draft: Draft;
  readonly kept: Pattern; // as the server has it
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly trouble: ApiFailed | null;
  readonly theirs: Pattern | null;
  readonly clashes: readonly Clash[];
  readonly fault: (field: string) => string | undefined;
  readonly change: (change: Partial<Draft>) => void;
  readonly settle: (clash: Clash, whose: 'mine' | 'theirs') => void;
  readonly save: (last?: Partial<Draft>) => Promise<Pattern | null>; // null: not taken, and why stands in `trouble`
  readonly letGo: () => void;
};

/** A pattern being changed: saved by a press, by its revision, and never over somebody else's words. */
export function useDraft(pattern: Pattern): DraftDesk {
  const queries = useQueryClient();
  const { personId } = useSession();
  const name = `${personId} ${pattern.patternId}`;
  const [held, setHeld] = useState<Held>(() => UNSAVED.get(name) ?? fresh(pattern));
  const [isSaving, setSaving] = useState(false);
  const [trouble, setTrouble] = useState<ApiFailed | null>(null);
  const isDirty = !isSame(held.draft, draftOf(held.base));
  if (!isDirty && pattern.revision > held.base.revision) setHeld(fresh(pattern));
  useEffect(() => {
    if (isDirty) UNSAVED.set(name, held);
    else UNSAVED.delete(name);
  }, [name, held, isDirty]);

  const onTop = (theirs: Pattern) =>
    setHeld((now) => {
      const merged = merge(draftOf(now.base), now.draft, draftOf(theirs));
      return { base: theirs, theirs, ...merged };
    });
  const save = async (last: Partial<Draft> = {}): Promise<Pattern | null> => {
    const sent = { ...held.draft, ...last };
    setHeld((now) => ({ ...now, draft: { ...now.draft, ...last } }));
    setSaving(true);
    try {
      const body = { ...sent, revision: held.base.revision };
      const taken = await send(Pattern, 'PUT', pathOf(pattern.patternId), body);
      setTrouble(null);
      setHeld((now) => ({ ...fresh(taken), draft: merge(sent, now.draft, draftOf(taken)).draft })); // typed meanwhile
      queries.setQueryData<PatternSheet>(keyOf(pattern.patternId), (sheet) => sheet && { ...sheet, pattern: taken });
      void queries.invalidateQueries({ queryKey: [...PATTERNS, 'list'] });
      return taken;
    } catch (cause) {
      if (!(cause instanceof ApiFailed)) throw cause;
      if (cause instanceof NotTaken && cause.isConflict) {
        const current = Pattern.safeParse(cause.current).data;
        onTop(current ?? (await getJson(PatternSheet, pathOf(pattern.patternId))).pattern);
        setTrouble(null);
      } else setTrouble(cause);
      return null;
    } finally {
      setSaving(false);
    }
  };
  return {
    draft: held.draft,
    kept: held.base,
    isDirty,
    isSaving,
    trouble,
    theirs: held.theirs,
    clashes: held.clashes,
    fault: (field) => (trouble instanceof NotTaken ? trouble.fields[field] : undefined),
    change: (change) => setHeld((now) => ({ ...now, draft: { ...now.draft, ...change } })),
    settle: (clash, whose) =>
      setHeld((now) => ({
        ...now,
        draft: whose === 'theirs' && now.theirs ? withPart(now.draft, clash.part, draftOf(now.theirs)) : now.draft,
        clashes: now.clashes.filter((each) => each !== clash),
      })),
    save,
    letGo: () => {
      setTrouble(null);
      setHeld(({ base }) => fresh(base.revision > pattern.revision ? base : pattern));
    },
  };
}

const fresh = (base: Pattern): Held => ({ base, draft: draftOf(base), theirs: null, clashes: [] });
