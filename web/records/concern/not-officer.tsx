import { useState } from 'react';
import type { Act } from '#web/records/shared/use-act.ts';
import { Check } from '#web/ui/field.tsx';
import { actWords as words } from './act-words.ts';

/** The question about words that sound like a complaint about an officer: asked where they were refused, and its answer. */
export function useNotOfficer(act: Act) {
  const [isNo, setNo] = useState(false);
  const isAsked = act.fault('aboutOfficer') !== undefined;
  return {
    answer: isNo ? ({ aboutOfficer: 'no' } as const) : {},
    question: isAsked || isNo ? <Check label={words.notOfficer} checked={isNo} onChange={setNo} /> : null,
  };
}
