import type { HandOutLanguage } from '#data/schema/records/hand-out.ts';

/** What a letter with a page says besides the page. */
export type LetterWords = {
  readonly subject: (groupName: string, days: string) => string;
  readonly enclosed: string;
  readonly onTheWeb: (url: string) => string;
  readonly questions: (department: string, phone: string) => string;
  readonly why: (day: string) => string;
  readonly stop: (url: string) => string;
  readonly stopByPhone: (phone: string) => string;
};

export const LETTER_WORDS: Readonly<Record<HandOutLanguage, LetterWords>> = {
  en: {
    subject: (groupName, days) => `${groupName}, ${days}: your page from the police`,
    enclosed: 'The whole page is in the attached file, ready to print.',
    onTheWeb: (url) => `You can also read it here: ${url}`,
    questions: (department, phone) => `Questions? Call ${department}: ${phone}.`,
    why: (day) => `You get this e-mail because you asked for it on ${day}.`,
    stop: (url) => `You do not want it anymore? Open this link and press the button: ${url}`,
    stopByPhone: (phone) => `You do not want it anymore? Call ${phone} and say so.`,
  },
  es: {
    subject: (groupName, days) => `${groupName}, ${days}: su hoja de la policía`,
    enclosed: 'La hoja completa está en el archivo adjunto, lista para imprimir.',
    onTheWeb: (url) => `También puede leerla aquí: ${url}`,
    questions: (department, phone) => `¿Tiene preguntas? Llame a ${department}: ${phone}.`,
    why: (day) => `Usted recibe este correo porque lo pidió el ${day}.`,
    stop: (url) => `¿Ya no lo quiere? Abra este enlace y presione el botón: ${url}`,
    stopByPhone: (phone) => `¿Ya no lo quiere? Llame al ${phone} y dígalo.`,
  },
};

const DAY: Readonly<Record<HandOutLanguage, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }),
  es: new Intl.DateTimeFormat('es-US', { dateStyle: 'long', timeZone: 'UTC' }),
};

export const dayInWords = (day: string, language: HandOutLanguage): string =>
  DAY[language].format(new Date(`${day}T00:00:00Z`));
