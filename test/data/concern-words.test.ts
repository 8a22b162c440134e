import { expect, test } from 'vitest';
import { suggestCategory } from '#data/codes/concern-words.ts';
import { soundsAboutOfficer } from '#data/codes/officer-words.ts';

test('plain words suggest a kind, in English and in Spanish; what says nothing suggests nothing', () => {
  expect(suggestCategory('Kids trying car doors on Linnet')).toBe('theft-from-vehicle');
  expect(suggestCategory('Tiran basura en el callejón')).toBe('dumping');
  expect(suggestCategory('My husband hit me and yells')).toBe('domestic');
  expect(suggestCategory('They were speeding past the school')).toBe('reckless-driving');
  expect(suggestCategory('Thank you for coming')).toBeNull();
});

test('how an officer behaved is recognized; an officer who is only mentioned is not', () => {
  expect(soundsAboutOfficer('The officer was rude to my mother')).toBe(true);
  expect(soundsAboutOfficer('Un policía golpeó a mi hermano')).toBe(true);
  expect(soundsAboutOfficer('An officer came. My neighbor was rude.')).toBe(false);
  expect(soundsAboutOfficer('Please send an officer, someone threatens us')).toBe(true); // asked, and answered no
  expect(soundsAboutOfficer('Car doors again on Linnet')).toBe(false);
});
