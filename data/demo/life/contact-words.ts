import type { Contact } from '#data/schema/records/contact.ts';

export const CONTACT_TOPICS: Readonly<Record<Contact['result'], readonly string[]>> = {
  made: [
    'Asked how the last two weeks were. Quiet, apart from the parking.',
    'Told what came of the concern from the last meeting.',
    'Talked about the date of the next meeting and who to invite.',
    'Went through the calls of the month together.',
    'Asked whether the patrols had been seen. They had, on two evenings.',
    'Brought the new prevention cards; 40 left with the group.',
    'The representative wants figures by block for the next meeting.',
    'Talked about the street light and what the city said.',
    'Introduced the new evening-shift sergeant.',
    'Walked two blocks together and wrote down hedges and dark corners.',
    'Heard two concerns, written down as such.',
    'Consultation on the landlord who does not answer.',
    'Explained how a ride-along works; one member signed up.',
    'Talked about the watch and who could be its second captain.',
    'Asked for help with the clean-up; will lend vests and cones.',
  ],
  attempted: [
    'Called twice, no answer, left word.',
    'Called; the line was busy all morning.',
    'Wrote an e-mail and asked for a day next week.',
    'Went by the address; nobody in, left a card.',
    'Left a message with the daughter.',
    'Sent a text message with two dates.',
    'Letter sent with the dates of the next quarter.',
    'E-mail came back: mailbox full. Will call.',
  ],
};

export const CONTACT_NEXT: Readonly<Record<Contact['result'], readonly string[]>> = {
  made: [
    'Bring figures to the next meeting',
    'Call again in two weeks',
    'Send the flyer',
    'Tell them what Traffic says',
  ],
  attempted: ['Try again on Thursday evening', 'Go by in person', 'Ask the neighbor for a number', 'Write a letter'],
};
