import type { Contact } from '#data/schema/records/contact.ts';

const full = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

export const day = (date: string): string => full.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
export const moment = (at: string): string =>
  `${day(at)}, ${time.format(new Date(`${at}Z`)).replace(/\s([AP])M/, (_, half: string) => ` ${half.toLowerCase()}m`)}`;

export const WAYS: Readonly<Record<Contact['way'], string>> = {
  'in-person': 'in person',
  phone: 'by phone',
  email: 'by e-mail',
  meeting: 'at a meeting',
  consultation: 'in a consultation',
  letter: 'by letter',
  'text-message': 'by text message',
};
