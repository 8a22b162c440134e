import { ConcernLine } from '#web/ask/concern-line.tsx';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { useConcerns } from '#web/ask/use-concerns.ts';
import { useView } from '#web/ask/use-view.ts';
import type { SeriesVerdict } from '#web/compute/door.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { VerdictGlyph } from '#web/ui/verdict-mark.tsx';
import { plural } from '#web/ui/words.ts';
import { explain } from './explain.ts';
import css from './explanations.module.css';
import type { Evidence } from './use-evidence.ts';
import { words } from './words.ts';

/** Explanations stand before any verdict of a person: an unusual week is a question, not a finding. */
export function Explanations({ series, evidence }: { series: SeriesVerdict; evidence: Evidence | null }) {
  const { opened } = useDesk();
  const { filter } = useView();
  const { features, noun } = useAreas(filter.layer);
  const concerns = useConcerns(filter.layer).filter(
    ({ areaIds, category }) => areaIds.includes(series.areaId) && category === series.category,
  );
  const inWeek = evidence?.week.findings[0];
  const explanations =
    evidence === null || inWeek === undefined
      ? null
      : explain({
          series: evidence.series,
          places: inWeek.places,
          types: inWeek.types,
          typesBefore: evidence.year.types,
          calls: evidence.calls,
          elsewhere: evidence.elsewhere,
          others: plural(features.length - 1, noun[0], noun[1]),
          reportingLagDays: opened.manifest.reportingLagDays,
        });
  return (
    <aside className={css.explain}>
      <h2 className={css.title}>{words.explain}</h2>
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
      <section className={css.concerns}>
        <h3 className={css.heading}>
          {words.concerns} <span className={css.number}>{concerns.length}</span>
        </h3>
        {concerns.length === 0 && <p className="caption">{words.noConcerns}</p>}
        {concerns.map((concern) => (
          <ConcernLine key={concern.concernId} concern={concern} />
        ))}
      </section>
    </aside>
  );
}
