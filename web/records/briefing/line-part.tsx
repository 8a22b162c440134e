import type { HandOutDesk, HandOutItem } from '#data/schema/records/hand-out.ts';
import { LINE } from './choices.ts';
import { ItemWords } from './item-words.tsx';
import css from './parts.module.css';
import type { Pointed } from './pointed.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

const OWN: HandOutItem = { part: 'line', itemId: LINE, words: { en: '', es: null } };

/** What the officer wants said besides what the records hold. */
export function LinePart({ desk, draft, pointed }: { desk: HandOutDesk; draft: Draft; pointed: Pointed | null }) {
  return (
    <section className={css.part} aria-labelledby="part-line">
      <h2 id="part-line">{words.line}</h2>
      <p className="caption">{words.lineHint}</p>
      <ItemWords
        item={OWN}
        name={words.line}
        draft={draft}
        faults={desk.faults.filter(({ itemId }) => itemId === LINE)}
        pointed={pointed?.itemId === LINE ? pointed : null}
      />
    </section>
  );
}
