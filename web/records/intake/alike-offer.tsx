import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { AlikeConcern } from '#data/schema/records/concern-filing.ts';
import { send } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import type { Draft } from './draft.ts';
import css from './intake.module.css';
import { words } from './words.ts';

const ENOUGH = 12; // letters, before anything can be alike
const PAUSE = 500;

/** What is likely the same, offered and never forced. Without a connection there is nothing to offer. */
export function AlikeOffer({
  draft,
  heardAt,
  write,
}: {
  draft: Draft;
  heardAt: string;
  write: (changed: Partial<Draft>) => void;
}) {
  const { category, place, placeWords } = draft;
  const asked = useSettled({ words: draft.words.trim(), category, place, placeWords });
  const { data } = useQuery({
    queryKey: ['alike', asked],
    queryFn: () => send(z.array(AlikeConcern), 'POST', '/api/records/concerns/alike', { ...asked, heardAt }),
    enabled: asked.words.length >= ENOUGH,
  });
  if (draft.sameAs !== null) {
    return (
      <section className={css.alike} aria-live="polite">
        <SpeechMark state="open" size={20} />
        <div>
          <h2>{words.added(draft.sameAs)}</h2>
          <div className={css.pair}>
            <Button onClick={() => write({ sameAs: null })}>{words.undo}</Button>
          </div>
        </div>
      </section>
    );
  }
  const same = data?.find(({ concernId }) => !draft.isNew.includes(concernId));
  if (same === undefined || draft.words.trim().length < ENOUGH) return null;
  const { concernId, summary, placeWords: where, reasons } = same;
  return (
    <section className={css.alike} aria-live="polite">
      <SpeechMark state="open" size={20} />
      <div>
        <h2>{words.same(concernId)}</h2>
        <p>
          {[summary, where].filter(Boolean).join(', ')}. {reasons.slice(0, 2).join(', ')}.
        </p>
        <div className={css.pair}>
          <Button onClick={() => write({ sameAs: concernId })}>{words.addTo(concernId)}</Button>
          <Button onClick={() => write({ isNew: [...draft.isNew, concernId] })}>{words.isNew}</Button>
        </div>
      </div>
    </section>
  );
}

/** The value once it has stood still for a moment. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same content is the same value
  useEffect(() => {
    const pause = setTimeout(() => setSettled(value), PAUSE);
    return () => clearTimeout(pause);
  }, [key]);
  return settled;
}
