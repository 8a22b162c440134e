import { useEffect, useRef } from 'react';
import type { HandOutFault, HandOutItem, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { LongField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { FIELDS, unworded, type WordField, worded, wordsAt } from './choices.ts';
import css from './parts.module.css';
import type { Pointed } from './pointed.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

type Props = {
  item: HandOutItem;
  name: string;
  draft: Draft;
  faults: readonly HandOutFault[];
  pointed: Pointed | null;
};

const LANGUAGES = ['en', 'es'] as const satisfies readonly HandOutLanguage[];

/** The words of an item, English and Spanish side by side. */
export function ItemWords({ item, name, draft, faults, pointed }: Props) {
  const { choices } = draft.fields;
  const fields = FIELDS[item.part];
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (pointed === null) return;
    const asked = `[data-field="${pointed.field}/${pointed.language ?? 'en'}"] textarea`;
    const field = place.current?.querySelector<HTMLElement>(asked) ?? place.current?.querySelector('textarea');
    field?.focus();
  }, [pointed]);
  const write = (field: WordField, language: HandOutLanguage, typed: string) => {
    const said = { ...wordsAt(item, choices, field), [language]: language === 'es' && typed === '' ? null : typed };
    const what = item.part === 'line' ? words.said.line : words.said.worded(name);
    draft.choose(worded(item, choices, field, said), what, `${item.itemId}/${field}/${language}`);
  };
  const faultOf = (field: WordField, language: HandOutLanguage) => {
    const found = faults.find((each) => each.field === field && (each.language ?? 'en') === language);
    return found && `${found.text === '' ? '' : `${words.found(found.text)} `}${found.message}`;
  };
  return (
    <div className={css.words} ref={place}>
      {fields.map((field) => (
        <div key={field} className={css.tongues}>
          {LANGUAGES.map((language) => {
            const value = wordsAt(item, choices, field)[language] ?? '';
            const lacks = language === 'es' && value === '' && wordsAt(item, choices, field).en !== '';
            return (
              <div key={language} data-field={`${field}/${language}`}>
                <LongField
                  label={
                    fields.length > 1 || item.part === 'line'
                      ? labelOf(field, language, item)
                      : words.languages[language]
                  }
                  lang={language}
                  rows={2}
                  maxLength={600}
                  value={value}
                  hint={lacks ? words.noSpanish : undefined}
                  fault={faultOf(field, language)}
                  onChange={(event) => write(field, language, event.currentTarget.value)}
                />
              </div>
            );
          })}
        </div>
      ))}
      {choices.words[item.itemId] && (
        <Button
          small
          look="quiet"
          onClick={() => draft.choose(unworded(choices, item.itemId), words.said.worded(name))}
        >
          {words.asRecord}
        </Button>
      )}
    </div>
  );
}

const labelOf = (field: WordField, language: HandOutLanguage, { part }: HandOutItem): string =>
  part === 'line'
    ? `${words.line}, ${words.languages[language]}`
    : `${words.fields[field]}, ${words.languages[language]}`;
