import type { CheckItem } from '#data/register/field.ts';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { type Answers, headingsOf, toAnswers } from './answers.ts';
import css from './entry.module.css';
import { words } from './words.ts';

type Answer = 'yes' | 'no' | 'not';
const SEGMENTS = [
  { value: 'yes' as const, label: words.yes },
  { value: 'no' as const, label: words.no },
  { value: 'not' as const, label: words.notLooked },
];

/** The survey: each question yes, no or not looked at; a no takes what is recommended. */
export function ChecklistInput({
  items,
  value,
  onChange,
}: {
  items: readonly CheckItem[];
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const answers = toAnswers(value);
  const answer = (item: string, picked: Answer) => {
    const rest: Answers = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== item));
    onChange(picked === 'not' ? rest : { ...rest, [item]: { answer: picked, note: answers[item]?.note ?? '' } });
  };
  return (
    <div className={css.checklist}>
      {headingsOf(items).map((heading) => (
        <section key={heading} aria-label={heading}>
          <h2>{heading}</h2>
          {items
            .filter((one) => one.heading === heading)
            .map(({ item, label }) => (
              <div key={item} className={css.check}>
                <span>{label}</span>
                <Segmented
                  label={label}
                  segments={SEGMENTS}
                  value={answers[item]?.answer ?? 'not'}
                  onChange={(picked: Answer) => answer(item, picked)}
                />
                {answers[item]?.answer === 'no' && (
                  <Field
                    label="What was seen"
                    value={answers[item]?.note ?? ''}
                    maxLength={300}
                    onChange={(event) =>
                      onChange({ ...answers, [item]: { answer: 'no', note: event.currentTarget.value } })
                    }
                  />
                )}
              </div>
            ))}
        </section>
      ))}
    </div>
  );
}
