import { sentenceOf } from '#analysis/report/printed.ts';
import type { Report } from '#data/schema/records/report.ts';
import { REFERENCE } from './paper-item.tsx';
import css from './report.module.css';
import { words } from './words.ts';

/** The whole report, shown only to a printer: on the screen one part is open at a time. */
export function PrintTwin({ report }: { report: Report }) {
  return (
    <div className={css.twin} aria-hidden="true">
      <h1>
        {words.kicker[report.kind]}, {words.heading(report)}
      </h1>
      {report.summary && <p>{report.summary}</p>}
      {report.parts.map((part) => (
        <section key={part.part}>
          <h2>{part.title}</h2>
          <p>{part.items.length > 0 ? sentenceOf(part) : part.none}</p>
          {part.items.map((item) => (
            <div key={item.itemId} className={css.twinItem}>
              <h3>
                {REFERENCE.test(item.itemId) && `${item.itemId} `}
                {item.title}
              </h3>
              <p>{sentenceOf(item)}</p>
              {item.words && <p>{item.words}</p>}
              {(item.action || item.reasonForNone) && (
                <p>
                  {words.action}: {item.action || `${words.because}: ${item.reasonForNone}`}
                </p>
              )}
            </div>
          ))}
        </section>
      ))}
    </div>
  );
}
