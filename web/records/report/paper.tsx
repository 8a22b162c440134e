import { useId } from 'react';
import type { ReportPart } from '#data/schema/records/report.ts';
import type { ReportSheet } from '#data/schema/records/report-view.ts';
import { Button } from '#web/ui/button.tsx';
import { Drafted } from './drafted.tsx';
import { PaperItem } from './paper-item.tsx';
import css from './report.module.css';
import type { Picked } from './report-screen.tsx';
import type { Desk } from './use-report.ts';
import { shortName, words } from './words.ts';

type Props = { sheet: ReportSheet; desk: Desk; part: string; picked: Picked | null; onPick: (picked: Picked) => void };

/** One part of the report as it will be printed, with the places where a person writes. */
export function Paper({ sheet, desk, part: name, picked, onPick }: Props) {
  const { shown } = desk;
  const part = shown.parts.find((each) => each.part === name);
  return (
    <article className={css.paper}>
      <p className={css.kicker}>
        <span>
          {words.kicker[shown.kind]}
          {shown.kind === 'quarterly' ? '' : `, ${sheet.subjectName}`}
        </span>
        <span>{part && part.part.length === 1 ? words.letter(part.part) : (part?.clause ?? '')}</span>
      </p>
      {part === undefined ? <Summary sheet={sheet} desk={desk} /> : <Part {...{ sheet, desk, part, picked, onPick }} />}
    </article>
  );
}

function Part({ sheet, desk, part, picked, onPick }: Omit<Props, 'part'> & { part: ReportPart }) {
  const pick = (itemId: string | null) => (figure: Picked['figure']) => onPick({ part: part.part, itemId, figure });
  return (
    <>
      <h2 className={css.title}>{part.title}</h2>
      <p className={css.lead}>{leadOf(part)}</p>
      {part.items.length > 0 && (
        <p className={css.totals}>
          <Drafted of={part} onPick={pick(null)} />
        </p>
      )}
      {part.items.length === 0 && <Empty sheet={sheet} desk={desk} part={part} />}
      <ol className={css.items}>
        {part.items.map((item) => (
          <PaperItem
            key={item.itemId}
            report={desk.shown}
            part={part.part}
            item={item}
            mayWrite={sheet.mayWrite}
            isPicked={picked?.part === part.part && picked.itemId === item.itemId}
            write={desk.write}
            onPick={pick(item.itemId)}
          />
        ))}
      </ol>
    </>
  );
}

function leadOf({ part, items }: ReportPart): string {
  if (part !== 'd') return words.lead[part] ?? '';
  const from = items[0]?.carriedFrom;
  return from ? words.leadD(items.length, shortName(from)) : words.checks.first;
}

function Empty({ sheet, desk, part }: { sheet: ReportSheet; desk: Desk; part: ReportPart }) {
  const id = useId();
  const write = (value: string) => desk.write({ part: part.part, itemId: '', field: 'none', value });
  if (!sheet.mayWrite) return <p className={css.lead}>{part.none || words.emptyPart}</p>;
  return (
    <div className={css.empty}>
      <p>{words.emptyPart}</p>
      <label htmlFor={id}>{words.noneLabel}</label>
      <input
        id={id}
        className={css.line}
        value={part.none}
        maxLength={300}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {part.none.trim() === '' && <Button onClick={() => write(words.none)}>{words.sayNone}</Button>}
    </div>
  );
}

function Summary({ sheet, desk }: { sheet: ReportSheet; desk: Desk }) {
  const id = useId();
  return (
    <>
      <h2 className={css.title}>
        <label htmlFor={id}>{words.summary}</label>
      </h2>
      <p className={css.lead}>{words.summaryHint}</p>
      {sheet.mayWrite ? (
        <textarea
          id={id}
          className={css.writing}
          rows={8}
          maxLength={4000}
          value={desk.shown.summary}
          onChange={(event) => desk.write({ part: '', itemId: '', field: 'summary', value: event.currentTarget.value })}
        />
      ) : (
        <p className={css.own}>{desk.shown.summary}</p>
      )}
    </>
  );
}
