import type { ReactNode } from 'react';
import { ConcernLine } from '#web/ask/concern-line.tsx';
import { useConcerns } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import css from './aside.module.css';
import type { Explanation } from './explain.ts';
import { words } from './words.ts';

type Props = {
  category: string;
  areaIds: readonly string[];
  explanations: readonly Explanation[] | null; // null: being worked out
  how?: ReactNode; // how it was found
  children: ReactNode; // the verdict
};

/** Explanations and what residents said stand before any verdict of a person: an unusual week is a question, not a finding. */
export function Aside({ category, areaIds, explanations, how, children }: Props) {
  const concerns = useConcernsHere(category, areaIds);
  return (
    <aside className={css.aside}>
      <div className={css.explain}>
        {(explanations === null || explanations.length > 0) && <h2 className={css.title}>{words.explain}</h2>}
        {explanations === null && <Skeleton height={240} />}
        <ul>
          {explanations?.map(({ question, verdict, answer }) => (
            <li key={question} className={css.line}>
              <VerdictGlyph verdict={verdict} />
              <p>
                <span className={css.question}>{question}</span> {answer}
              </p>
            </li>
          ))}
        </ul>
        {how}
        <section className={css.concerns}>
          <h3 className={css.heading}>
            {words.concerns} <span className={css.number}>{concerns.length}</span>
          </h3>
          {concerns.length === 0 && <p className="caption">{words.noConcerns}</p>}
          {concerns.map((concern) => (
            <ConcernLine key={concern.concernId} concern={concern} />
          ))}
        </section>
      </div>
      {children}
    </aside>
  );
}

/** Concerns of a kind in these areas, newest first. */
export function useConcernsHere(kind: string, areas: readonly string[]) {
  const { filter } = useView();
  return useConcerns(filter.layer).filter(
    ({ areaIds, category }) => category === kind && areaIds.some((areaId) => areas.includes(areaId)),
  );
}
