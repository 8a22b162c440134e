import type { ReactNode } from 'react';
import { REGISTER } from '#data/register/catalog.ts';
import type { RegisterField } from '#data/register/field.ts';
import { fieldsFor } from '#data/register/fields-schema.ts';
import type { EntryPage, RegisterChoices } from '#data/schema/records/register-answers.ts';
import { headingsOf, toAnswers } from './answers.ts';
import css from './entry.module.css';
import { Measures } from './measures.tsx';
import { Readers } from './readers.tsx';
import { SurveyResults } from './survey-results.tsx';
import { valueInWords } from './value-words.ts';
import { words } from './words.ts';

const SARA = ['Scanning', 'Analysis', 'Response', 'Assessment'];

/** What an entry says, section by section; a project stands in its four steps. */
export function EntryFacts({ page, choices }: { page: EntryPage; choices: RegisterChoices }) {
  const { entry } = page;
  const fields = fieldsFor(entry.kind, entry.fields);
  const sections = [...new Set(fields.map(({ section }) => section ?? ''))];
  const isProject = entry.kind === 'project';
  return (
    <div className={isProject ? css.steps : css.facts}>
      {sections.map((section) => (
        <section key={section} data-here={isProject && entry.status === section.toLowerCase()}>
          <h2>{isProject ? `${SARA.indexOf(section) + 1} ${section}` : section}</h2>
          {fields
            .filter((field) => (field.section ?? '') === section)
            .map((field) => (
              <Fact key={field.name} field={field} page={page} choices={choices} />
            ))}
        </section>
      ))}
      {entry.kind === 'objective' && <Readers entryId={entry.entryId} />}
    </div>
  );
}

function Fact({ field, page, choices }: { field: RegisterField; page: EntryPage; choices: RegisterChoices }) {
  const value = page.entry.fields[field.name];
  if (field.type === 'checklist') return <Survey field={field} page={page} />;
  if (field.name === 'measures') return <Measures value={value} />;
  if (page.entry.kind === 'survey-wave' && field.name === 'results')
    return <SurveyResults entryId={page.entry.entryId} />;
  if (field.type === 'rows') return <Rows field={field} value={value} choices={choices} />;
  const said = field.type === 'entry' ? titleOf(page, value) : valueInWords(field, value, choices);
  if (said === '')
    return field.isMade ? null : <Line label={field.label}>{<span className={css.unsaid}>{words.notSaid}</span>}</Line>;
  return (
    <Line label={field.label} isLong={said.length > 60}>
      {said}
    </Line>
  );
}

const Line = ({ label, children, isLong = false }: { label: string; children: ReactNode; isLong?: boolean }) => (
  <dl className={isLong ? `${css.fact} ${css.long}` : css.fact}>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </dl>
);

const titleOf = ({ linked }: EntryPage, value: unknown): string =>
  typeof value !== 'string' ? '' : `${linked.find(({ entryId }) => entryId === value)?.title ?? ''} ${value}`.trim();

function Rows({
  field,
  value,
  choices,
}: {
  field: RegisterField & { type: 'rows' };
  value: unknown;
  choices: RegisterChoices;
}) {
  const rows: readonly Record<string, unknown>[] = Array.isArray(value) ? value : [];
  if (rows.length === 0) return <Line label={field.label}>{<span className={css.unsaid}>{words.none}</span>}</Line>;
  return (
    <div className={css.tableBox}>
      <table className={css.table}>
        <caption>{field.label}</caption>
        <thead>
          <tr>
            {field.columns.map(({ name, label, type }) => (
              <th key={name} scope="col" className={type === 'count' ? 'number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are read only here
            <tr key={at}>
              {field.columns.map((column) => (
                <td key={column.name} className={column.type === 'count' ? 'number' : undefined}>
                  {valueInWords(column, row[column.name], choices)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The answers under their four headings; beside those of the survey that this one repeats. */
function Survey({ field, page }: { field: RegisterField & { type: 'checklist' }; page: EntryPage }) {
  const now = toAnswers(page.entry.fields.items);
  const earlier = page.linked.find(({ entryId }) => entryId === page.entry.fields.resurveyOf);
  const before = toAnswers(earlier?.fields.items);
  const said = (answer: 'yes' | 'no' | undefined) => (answer === undefined ? words.notLooked : words[answer]);
  return (
    <div className={css.tableBox}>
      <table className={css.table}>
        <caption>{REGISTER.assessment.fields.find(({ name }) => name === field.name)?.label}</caption>
        {headingsOf(field.items).map((heading, at) => (
          <tbody key={heading}>
            <tr>
              <th scope="rowgroup" className={css.heading}>
                {heading}
              </th>
              {earlier && (at === 0 ? <th scope="col">{earlier.entryId}</th> : <td />)}
              {earlier && at === 0 ? <th scope="col">{page.entry.entryId}</th> : <td />}
            </tr>
            {field.items
              .filter((one) => one.heading === heading)
              .map(({ item, label }) => (
                <tr key={item}>
                  <td>
                    {label}
                    {now[item]?.note && <span className="caption"> {now[item].note}</span>}
                  </td>
                  {earlier && <td className={css.answer}>{said(before[item]?.answer)}</td>}
                  <td className={css.answer}>
                    {now[item]?.answer === 'no' ? <b>{words.no}</b> : said(now[item]?.answer)}
                  </td>
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
