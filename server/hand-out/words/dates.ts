import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';

const LOCALES = { en: 'en-US', es: 'es-US' } as const;

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = {
    en: new Intl.DateTimeFormat(LOCALES.en, { timeZone: 'UTC', ...options }),
    es: new Intl.DateTimeFormat(LOCALES.es, { timeZone: 'UTC', ...options }),
  };
  return (moment: string, language: HandOutLanguage): string =>
    made[language].format(new Date(moment.length === 10 ? `${moment}T00:00:00Z` : `${moment}Z`));
};

/** "November 16", "16 de noviembre". */
export const dayAlone = format({ month: 'long', day: 'numeric' });
/** "November 16, 2026", "16 de noviembre de 2026". */
export const dayInFull = format({ month: 'long', day: 'numeric', year: 'numeric' });
const month = format({ month: 'long' });
/** "November 2026". */
export const monthInFull = format({ month: 'long', year: 'numeric' });

/** "November" and "December"; their years where there are two. */
export function monthsIn(from: string, to: string, language: HandOutLanguage): string[] {
  const name = from.slice(0, 4) === to.slice(0, 4) ? month : monthInFull;
  const months: string[] = [];
  for (
    let at = new Date(`${from}T00:00:00Z`);
    at <= new Date(`${to}T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() + 1, 1)
  )
    months.push(name(at.toISOString().slice(0, 10), language));
  return months;
}

const clockAsSet = format({ hour: 'numeric', minute: '2-digit' });

/** "6:30 pm", "6:30 p. m." */
export const clock = (moment: string, language: HandOutLanguage): string =>
  clockAsSet(moment, language)
    .replace(/[\u00a0\u202f]/g, ' ')
    .toLowerCase();

/** The first and last of some days, the year said once: for `PageWords.span`. */
export const spanDays = (from: string, to: string, language: HandOutLanguage): [from: string, to: string] => [
  from.slice(0, 4) === to.slice(0, 4) ? dayAlone(from, language) : dayInFull(from, language),
  dayInFull(to, language),
];

const NUMBERS = { en: new Intl.NumberFormat(LOCALES.en), es: new Intl.NumberFormat(LOCALES.es) };
export const number = (value: number, language: HandOutLanguage): string => NUMBERS[language].format(value);
