import { expect, test } from 'vitest';
import { ASHEVILLE_TYPES } from '#data/codes/asheville-types.ts';
import { callTypeTables, toCategory } from '#data/codes/call-type-tables.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import { POLICE_UK_TYPES } from '#data/codes/police-uk-types.ts';

const levelOf = (category: string) => CATEGORIES.find((one) => one.category === category)?.leastLevel;

test('a type that no table knows is unknown, and unknown is restricted', () => {
  for (const table of callTypeTables()) expect(toCategory(table, 'QZX 77')).toBe('unknown');
  expect(levelOf('unknown')).toBe('restricted');
});

test('a table that does not exist is our mistake and throws', () => {
  expect(() => toCategory('nowhere', 'THEFT')).toThrow(RangeError);
});

// SOURCE.md of the Asheville files: 14 call natures; of police.uk: 14 crime types
test('the tables of Asheville and police.uk hold all fourteen types', () => {
  expect(Object.keys(ASHEVILLE_TYPES)).toHaveLength(14);
  expect(Object.keys(POLICE_UK_TYPES)).toHaveLength(14);
});

test.each([
  ['SEXUAL ASSAULT', 'sexual-offense'],
  ['DOMESTIC VIOLENCE - ASSAULT', 'domestic'],
  ['SUICIDAL PERSON WITH GUN', 'mental-health'],
  ['CHILD ABUSE', 'child-or-elder'],
  ['WELFARE CHECK', 'welfare-check'],
])('by its words, %s is protected before anything else fits', (type, category) => {
  expect(toCategory('words', type)).toBe(category);
  expect(levelOf(category)).toBe('restricted');
});

test.each([
  ['THEFT FROM VEHICLE', 'theft-from-vehicle'],
  ['AUTO THEFT', 'vehicle-theft'],
  ['NOISE COMPLAINT', 'noise'],
  ['BURGLARY ALARM', 'alarm'],
])('by its words, %s is %s', (type, category) => {
  expect(toCategory('words', type)).toBe(category);
});
