import type { Contact } from '#data/schema/records/contact.ts';

/** How a contact was made, as a choice and as a label. */
export const CONTACT_WAYS = {
  phone: 'Phone',
  'in-person': 'In person',
  email: 'E-mail',
  'text-message': 'Text message',
  letter: 'Letter',
  meeting: 'Meeting',
  consultation: 'Consultation',
} satisfies Record<Contact['way'], string>;
