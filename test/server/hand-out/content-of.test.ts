import { expect, test } from 'vitest';
import { readingGrade } from '#analysis/reading/grade.ts';
import { CATEGORIES } from '#data/codes/categories.ts';
import { plainKind, plainKindsTogether } from '#data/codes/plain-kinds.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { CHARTED, CROWDED, NO_CALLS, REDRAWN, RELEASED, RICH, SPARSE } from '#test/fixture/hand-out-facts.ts';

const LANGUAGES = ['en', 'es'] as const;

/** What the page itself says and what is said of its items, a line each, as it is read. */
const told = (content: HandOutContent): string =>
  [
    ...[content.answer, content.changed, content.map.note, content.none, content.withheld, content.caveat],
    ...content.concerns.rows.flatMap(({ said, did, notYet }) =>
      [said, did, notYet].flatMap((each) => [each.words, each.after]),
    ),
    ...[content.concerns.none, content.talk.heading, content.talk.who, content.talk.nextMeeting],
    ...[...content.tips.items, ...content.notes, content.foot],
    ...chartedWords(content),
  ].join('\n');

const chartedWords = ({ charts }: HandOutContent): string[] => [
  ...(charts.concerns.length === 0 ? [] : [charts.heading, charts.lead, charts.table, charts.notTold]),
  ...charts.concerns.flatMap(({ label, few, told: heard }) => [label, few, heard.words]),
];

test('every kind has plain words in both languages, and every kind that is never public is named as not counted', () => {
  for (const language of LANGUAGES) {
    const names = CATEGORIES.map(({ category }) => plainKind(category, language).name);
    expect(new Set(names).size).toBe(CATEGORIES.length);
    for (const { category, leastLevel } of CATEGORIES) {
      const { toProtect, other } = plainKindsTogether([category], language);
      expect([category, toProtect.length + other.length]).toEqual([category, leastLevel === 'public' ? 0 : 1]);
    }
  }
});

test('a page asks for no more than eight years of school, in both languages', () => {
  for (const facts of [RICH, SPARSE, NO_CALLS, REDRAWN, CROWDED, CHARTED]) {
    for (const language of LANGUAGES)
      expect(readingGrade(told(contentOf(facts, language, RELEASED)), language)?.grade).toBeLessThanOrEqual(8);
  }
});

test('the answer is a sentence that a neighbor would say', () => {
  expect(contentOf(RICH, 'en', RELEASED).answer).toBe(
    'More cars were broken into than usual: 33, and the usual range is 18 to 30. The other calls that we can show were as usual.',
  );
  expect(contentOf(RICH, 'es', RELEASED).answer).toMatch(
    /^Hubo más robos en carros que lo usual: 33\. Lo usual es de 18 a 30\./,
  );
  expect(contentOf(SPARSE, 'en', RELEASED).answer).toMatch(/^Only a few calls came in\./);
  expect(contentOf(NO_CALLS, 'en', RELEASED).answer).toBe('No calls came in of the kinds on this page.');
});

test('the five questions of a watch co-ordinator are answered by the page', () => {
  const content = contentOf(RICH, 'en', RELEASED);
  // which area is your area?
  expect(content.map.note).toContain('the area inside the black line');
  expect(content.map.label).toContain('Map of Eastbank with its streets');
  // earlier months to compare?
  for (const { usual, before } of content.lines) expect([usual, before]).not.toContain(null);
  expect(content.changed).toBe(
    'Since the last page (to November 15): thefts from cars up from 12 to 33. No other clear change.',
  );
  // types scattered alphabetically?
  const numbers = content.others.lines.map(({ observed }) => observed);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(content.lines[0]?.label).toBe('Thefts from cars');
  // words explained?
  expect(content.notes.join(' ')).toContain('Disturbance: a loud quarrel or a rowdy crowd.');
  // is a missing type really zero?
  const named = [...content.lines, ...content.others.lines].map(({ label }) => label).join(' ');
  const all = `${named} ${content.none} ${content.withheld}`.toLowerCase();
  for (const { category, leastLevel } of CATEGORIES)
    if (leastLevel === 'public') expect(all).toContain(plainKind(category, 'en').name.toLowerCase());
  expect(content.none).toMatch(/^None at all: robberies/);
  expect(content.withheld).toMatch(/^Not shown: .*under 5/);
});

test('zero is printed as 0, and nothing withheld has a number', () => {
  const content = contentOf(RICH, 'en', RELEASED);
  expect(content.lines.map(({ number, label }) => `${number} ${label}`)).toContain('0 Break-ins');
  expect([...content.lines, ...content.others.lines].map(({ label }) => label)).not.toContain('Drugs');
  expect(contentOf(SPARSE, 'en', RELEASED).others.lines).toEqual([]);
});

test('words that nobody translated stand in English on a Spanish page, and are marked', () => {
  const row = contentOf(RICH, 'es', RELEASED).concerns.rows[1];
  expect(row?.said).toEqual({
    words: 'Groups trying car doors on Linnet Avenue',
    language: 'en',
    marked: '(en inglés)',
    after: '',
  });
  expect(row?.notYet).toEqual({ words: '', language: 'es', marked: '', after: 'Informe el 21 de enero.' });
});

test('a boundary redrawn and days that are not full are said', () => {
  const notes = contentOf(REDRAWN, 'en', RELEASED).notes.join(' ');
  expect(notes).toContain('The area was redrawn on December 1.');
  expect(notes).toContain('only up to December 10');
  expect(contentOf(REDRAWN, 'en', null)).toMatchObject({ draft: 'Draft, not released', changed: '' });
});

test('a concern’s chart and its table say the same, in both languages', () => {
  for (const language of LANGUAGES) {
    const { charts } = contentOf(CHARTED, language, RELEASED);
    expect(readingGrade(chartedWords(contentOf(CHARTED, language, RELEASED)).join('\n'), language)?.grade).toBeLessThan(
      8,
    );
    const [thefts] = charts.concerns;
    expect(thefts?.reference).toBe('C-0388');
    const untold = language === 'en' ? 'not told' : 'no se dice';
    expect(thefts?.bars.map(({ number }) => number || untold)).toEqual(thefts?.rows.map(([, calls]) => calls));
    expect(thefts?.rows.map(([, calls]) => calls)).toEqual([
      '11',
      '9',
      '0',
      untold,
      '14',
      '17',
      untold,
      '22',
      '25',
      '12',
      '33',
    ]);
    const last = thefts?.bars.at(-1);
    expect((last?.at ?? 0) + (last?.width ?? 0)).toBeCloseTo(1);
    expect(last?.height).toBe(1);
    expect(thefts?.bars[0]?.width).toBeCloseTo(2 * (thefts?.bars[1]?.width ?? 0));
    expect(thefts?.bars[0]?.height).toBeCloseTo(11 / 2 / 33); // of two months
    expect(thefts?.told.at).toBeCloseTo(318 / 364);
  }
  const { charts } = contentOf(CHARTED, 'en', RELEASED);
  expect(charts.notTold).toMatch(/^Not told: too few to print without pointing at somebody\./);
  expect(charts.concerns[0]?.told.words).toBe('You told us: October 29');
});

test('where the gate withholds most of a concern’s calls, nothing is drawn and the page says so', () => {
  const of = (language: 'en' | 'es') => contentOf(CHARTED, language, RELEASED).charts.concerns[1];
  expect(of('en')).toMatchObject({ bars: [], few: 'Too few calls to show by month.', told: { at: null } });
  expect(of('es')?.few).toBe('Hay muy pocas llamadas para mostrarlas por mes.');
  expect(of('en')?.told.words).toBe('You told us on November 2, 2025, before these days.');
  expect(of('en')?.rows.map(([, calls]) => calls)).toEqual(['not told', '33']);
});

test('a page from before concerns had charts has none', () => {
  expect(contentOf(RICH, 'en', RELEASED).charts.concerns).toEqual([]);
});
