import type { TwoTongues } from '#data/schema/records/hand-out.ts';
import { dayAlone } from '#server/hand-out/words/dates.ts';
import type { TellableReferral } from '#server/store/hand-out-sources.ts';
import { unitInWords } from './unit-names.ts';

/** Words that a person wrote in English: nobody has put them into Spanish yet. Where there are none, there are none in both. */
export const inEnglish = (en: string): TwoTongues => ({ en, es: en === '' ? '' : null });

/** Whole sentences from the beginning, as many as there is room for; of one that is too long, whole words. */
export function inShort(words: string, room: number): string {
  const text = asSentence(words.replace(/\s+/g, ' ').trim());
  if (text.length <= room) return text;
  const sentences = text.match(/.+?[.!?]+(?=\s|$)\s*/g) ?? [text];
  let kept = '';
  for (const sentence of sentences) {
    if ((kept + sentence).trimEnd().length > room) break;
    kept += sentence;
  }
  return kept === '' ? `${text.slice(0, room - 1).replace(/\s+\S*$/, '')}…` : kept.trimEnd();
}

export const asSentence = (words: string): string => (words === '' || /[.!?…]$/.test(words) ? words : `${words}.`);

/** What a waiting referral comes to. */
export function askedWords({ to, referredOn, nudges }: TellableReferral): TwoTongues {
  const { en, es } = unitInWords(to);
  const again = nudges.at(-1)?.on ?? null;
  const [onEn, onEs] = [dayAlone(referredOn, 'en'), dayAlone(referredOn, 'es')];
  const againEn = again === null ? '' : ` and again on ${dayAlone(again, 'en')}`;
  const againEs = again === null ? '' : ` y otra vez el ${dayAlone(again, 'es')}`;
  return {
    en: `We asked ${en} on ${onEn}${againEn}. No answer yet.`,
    es: `Pedimos ayuda a ${es} el ${onEs}${againEs}. Aún no hay respuesta.`,
  };
}

export const closedWords = (on: string): TwoTongues => ({
  en: `Nothing open. Closed ${dayAlone(on, 'en')}.`,
  es: `Nada pendiente. Cerrado el ${dayAlone(on, 'es')}.`,
});

/** A word to the group was due, and nobody wrote down of what. */
export const overdueWords = (on: string): TwoTongues => ({
  en: `We were to report back by ${dayAlone(on, 'en')}, and have not.`,
  es: `Debíamos informarle a más tardar el ${dayAlone(on, 'es')} y no lo hemos hecho.`,
});

/** A step that somebody wrote down, and its day has passed. */
export const missedStep = (step: string, on: string): TwoTongues =>
  inEnglish(`${asSentence(step)} It was due on ${dayAlone(on, 'en')}.`);

export const NOT_BEGUN: TwoTongues = { en: 'We have not begun yet.', es: 'Todavía no hemos empezado.' };
