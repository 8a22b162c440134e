/** What is read again after a meeting or a promise was written. */
export const MEETINGS_TOUCHED = [
  ['meetings'],
  ['meeting'],
  ['meeting-gaps'],
  ['meeting-attendance'],
  ['promises'],
  ['contacts'],
  ['duties'],
];
