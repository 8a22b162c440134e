import { type ReactNode, useId, useState } from 'react';
import { CATEGORIES } from '#data/codes/categories.ts';
import { suggestCategory } from '#data/codes/concern-words.ts';
import { toCaseNumbers } from '#web/records/shared/case-numbers.ts';
import type { Draft } from './draft.ts';
import css from './intake.module.css';
import type { KnownMeeting } from './kept-on-phone.ts';
import { MeetingField } from './meeting-field.tsx';
import { Pick } from './pick.tsx';
import { words } from './words.ts';

type Part = { draft: Draft; write: (changed: Partial<Draft>) => void };
type Props = Part & { meetings: readonly KnownMeeting[] };

/** The rest of the sheet, folded: nothing of it is needed to save. */
export function MoreFields({ draft, write, meetings }: Props) {
  return (
    <details className={css.more}>
      <summary>{words.more}</summary>
      <div className={css.fields}>
        <Kind draft={draft} write={write} />
        <Text
          label={words.whenHappens}
          hint={words.whenHint}
          max={200}
          value={draft.whenHappens}
          onWrite={(whenHappens) => write({ whenHappens })}
        />
        <Text label={words.since} max={100} value={draft.since} onWrite={(since) => write({ since })} />
        <Text label={words.howOften} max={100} value={draft.howOften} onWrite={(howOften) => write({ howOften })} />
        <Text
          label={words.whoAffected}
          max={200}
          value={draft.whoAffected}
          onWrite={(whoAffected) => write({ whoAffected })}
        />
        <Text
          label={words.peopleCount}
          max={4}
          numeric
          value={draft.peopleCount === null ? '' : String(draft.peopleCount)}
          onWrite={(typed) => {
            const n = Number.parseInt(typed, 10);
            write({ peopleCount: n >= 1 && n <= 9999 ? n : null });
          }}
        />
        <Pick
          label={words.contact}
          options={words.contactWishes}
          value={draft.contactWish}
          onPick={(contactWish) =>
            write(contactWish === 'anonymous' ? { contactWish, contactName: '', contactReach: '' } : { contactWish })
          }
        />
        {(draft.contactWish === 'may-call' || draft.contactWish === 'may-email') && (
          <>
            <Text
              label={words.contactName}
              max={120}
              value={draft.contactName}
              onWrite={(contactName) => write({ contactName })}
            />
            <Text
              label={words.contactReach}
              max={120}
              value={draft.contactReach}
              onWrite={(contactReach) => write({ contactReach })}
            />
          </>
        )}
        <Pick
          label={words.language}
          options={words.languages}
          value={draft.language}
          onPick={(language) => write({ language })}
        />
        <Text
          label={words.solutions}
          max={4000}
          long
          value={draft.recommendedSolutions}
          onWrite={(recommendedSolutions) => write({ recommendedSolutions })}
        />
        <CaseNumbers key={draft.clientKey} draft={draft} write={write} />
        <Pick
          label={words.way}
          options={words.ways}
          value={draft.way === 'import' ? 'patrol' : draft.way}
          onPick={(way) => write({ way, ...(way === 'meeting' ? {} : { meetingId: null }) })}
        />
        {draft.way === 'meeting' && <MeetingField draft={draft} write={write} meetings={meetings} />}
      </div>
    </details>
  );
}

/** Typed with commas between; what is typed stays as it is typed until the form is another one. */
function CaseNumbers({ draft, write }: Part) {
  const [text, setText] = useState(draft.caseNumbers.join(', '));
  const onWrite = (said: string) => {
    setText(said);
    write({ caseNumbers: toCaseNumbers(said) });
  };
  return <Text label={words.cases} hint={words.casesHint} max={400} value={text} onWrite={onWrite} />;
}

/** The kind by the words is offered; what the writer chose stays. */
function Kind({ draft, write }: Part) {
  const id = useId();
  const heard = draft.category === null ? suggestCategory(draft.words) : null;
  const label = CATEGORIES.find(({ category }) => category === heard)?.label;
  return (
    <Labelled label={words.kind} id={id}>
      <select
        id={id}
        className={css.input}
        value={draft.category ?? ''}
        onChange={({ currentTarget: { value } }) =>
          write({ category: CATEGORIES.find(({ category }) => category === value)?.category ?? null })
        }
      >
        <option value="">{words.kindNone}</option>
        {CATEGORIES.filter(({ category }) => category !== 'unknown').map(({ category, label: name }) => (
          <option key={category} value={category}>
            {name}
          </option>
        ))}
      </select>
      {heard && label && (
        <p className={css.suggested}>
          {words.kindSuggested(label)}{' '}
          <button type="button" className={css.link} onClick={() => write({ category: heard })}>
            {words.useIt}
          </button>
        </p>
      )}
    </Labelled>
  );
}

function Text({
  label,
  value,
  onWrite,
  max,
  hint,
  numeric = false,
  long = false,
}: {
  label: string;
  value: string;
  onWrite: (value: string) => void;
  max: number;
  hint?: string;
  numeric?: boolean;
  long?: boolean;
}) {
  const id = useId();
  const shared = { id, className: css.input, value, maxLength: max, placeholder: hint };
  return (
    <Labelled label={label} id={id}>
      {long ? (
        <textarea {...shared} rows={3} onChange={(event) => onWrite(event.currentTarget.value)} />
      ) : (
        <input
          {...shared}
          inputMode={numeric ? 'numeric' : 'text'}
          autoComplete="off"
          onChange={(event) => onWrite(event.currentTarget.value)}
        />
      )}
    </Labelled>
  );
}

const Labelled = ({ label, id, children }: { label: string; id: string; children: ReactNode }) => (
  <div className={css.field}>
    <label htmlFor={id}>{label}</label>
    {children}
  </div>
);
