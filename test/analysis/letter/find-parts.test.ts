import { expect, test } from 'vitest';
import { findMissing, findParts } from '#analysis/letter/find-parts.ts';

// Letters written by hand for these tests.
test('the three labeled parts are read, over several lines and in any order', () => {
  const letter =
    'Area: 1100 block of Linnet Avenue\nConcern: Kids trying car doors\nafter school lets out.\nActions taken: Talked with two owners';
  expect(findParts(letter)).toEqual({
    words: 'Kids trying car doors\nafter school lets out.',
    area: '1100 block of Linnet Avenue',
    actions: 'Talked with two owners',
  });
});

test.each([
  ['Area of the concern - Tern Park lot', 'Tern Park lot'],
  ['LOCATION: Tern Park lot', 'Tern Park lot'],
  ['Lugar: el lote de Tern Park', 'el lote de Tern Park'],
  ['Where:\nTern Park lot', 'Tern Park lot'],
])('“%s” is an area', (line, area) => {
  expect(findParts(`Concern: x\n${line}`).area).toBe(area);
});

test('a letter without labels is all concern, and its area is missing, not guessed', () => {
  const parts = findParts('Someone keeps dumping mattresses on Tanager Road again.');
  expect(parts).toEqual({ words: 'Someone keeps dumping mattresses on Tanager Road again.', area: '', actions: '' });
  expect(findMissing(parts)).toEqual(['area', 'actions']);
});

test('a word that only begins like a label is no label', () => {
  expect(findParts('Concern: noise\nWhere they park changes daily.\nArea residents are tired.')).toEqual({
    words: 'noise\nWhere they park changes daily.\nArea residents are tired.',
    area: '',
    actions: '',
  });
});

test('quoted lines, earlier letters and signatures are not part of it', () => {
  const letter =
    'Concern: Lamps out\nArea: Pell Street\n-- \nArea: 911 Station Road\nOn Monday Quill wrote:\n> Concern: old';
  expect(findParts(letter)).toEqual({ words: 'Lamps out', area: 'Pell Street', actions: '' });
});

test('a greeting before the first label is not the concern; a sentence is', () => {
  expect(findParts('Hi Jordan,\nArea: Pell Street').words).toBe('');
  expect(findParts('The lamps at the corner have been out for two weeks now.\nArea: Pell Street').words).toMatch(
    /^The lamps/,
  );
});

test('an empty letter lacks all', () => {
  expect(findMissing(findParts(' \r\n'))).toEqual(['concern', 'area', 'actions']);
});
