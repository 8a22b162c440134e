import { expect, test } from 'vitest';
import { findRecurring, type Raised } from '#analysis/recurring/recurring.ts';

let number = 0;
const raised = (heardOn: string, differs: Partial<Raised> = {}): Raised => {
  number++;
  return {
    ...{ concernId: `C-${String(number).padStart(4, '0')}`, groupIds: ['eastbank'], heardOn, category: null },
    ...{
      title: '',
      words: `matter ${String.fromCharCode(97 + (number % 26)).repeat(2 + Math.floor(number / 26))}`,
      place: null,
      isDuplicate: false,
    },
    ...differs,
  };
};
const point = (lon: number, lat: number) => ({ type: 'Point' as const, coordinates: [lon, lat] as [number, number] });
const DAYS = ['2026-10-01', '2026-10-20', '2026-11-10', '2026-12-01'] as const;

test('four concerns of one kind in one group within 90 days are one issue, with the reason said', () => {
  const concerns = DAYS.map((day) => raised(day, { category: 'noise' }));
  const { findings } = findRecurring(concerns, '2026-12-14');
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    groupId: 'eastbank',
    concernIds: concerns.map(({ concernId }) => concernId),
    from: '2026-10-01',
    to: '2026-12-01',
    alike: { kind: 3, words: 0, place: 0 },
  });
  expect(findings[0]?.reason).toBe(`4 concerns in 90 days. Beside ${concerns[0]?.concernId}: 3 of the same kind.`);
});

test('three are none, and neither are four in two groups, nor four of which one is 90 days old', () => {
  const like = { category: 'noise' as const };
  const three = DAYS.slice(1).map((day) => raised(day, like));
  expect(findRecurring(three, '2026-12-14').findings).toEqual([]);
  expect(
    findRecurring([...three, raised('2026-12-02', { ...like, groupIds: ['millrace'] })], '2026-12-14').findings,
  ).toEqual([]);
  expect(findRecurring([...three, raised('2026-09-15', like)], '2026-12-14').findings).toEqual([]);
  expect(findRecurring([...three, raised('2026-09-16', like)], '2026-12-14').findings).toHaveLength(1);
});

test('kinds that hold anything make nothing alike', () => {
  for (const category of [null, 'other', 'unknown', 'nuisance']) {
    expect(
      findRecurring(
        DAYS.map((day) => raised(day, { category })),
        '2026-12-14',
      ).findings,
    ).toEqual([]);
  }
});

test('the same told in other words is alike, in Spanish too', () => {
  const told = [
    'Car windows broken by the Tern Park lot',
    'Windows of cars are being broken at the Tern Park lot again!',
    'Another car window broken, Tern Park parking lot',
    'broken windows, cars in the lot at tern park',
  ];
  const { findings } = findRecurring(
    DAYS.map((day, i) => raised(day, { words: told[i] ?? '' })),
    '2026-12-14',
  );
  expect(findings[0]?.alike).toEqual({ kind: 0, words: 3, place: 0 });
  const contado = [
    'Vidrios rotos en el estacionamiento',
    'Otra vez vidrios rotos, estacionamiento',
    'estacionamiento: vidrios rotos',
    'Vidrios de carros rotos en el estacionamiento',
  ];
  const enEspanol = DAYS.map((day, i) => raised(day, { words: contado[i] ?? '' }));
  expect(findRecurring(enEspanol, '2026-12-14').findings).toHaveLength(1);
});

test('places within 150 m are alike, of any shape; 151 m are not', () => {
  const meters = 1 / 111_319.49; // of longitude on the equator, WGS84
  const near = [point(0, 0), point(150 * meters, 0), point(-149 * meters, 0)];
  const street = {
    type: 'LineString' as const,
    coordinates: [
      [0.01, 0.001],
      [-0.01, 0.001],
    ] as [number, number][],
  };
  const ring = [
    [-0.1, -0.1],
    [0.1, -0.1],
    [0.1, 0.1],
    [-0.1, 0.1],
    [-0.1, -0.1],
  ] as [number, number][];
  const ground = { type: 'Polygon' as const, coordinates: [ring] };
  const at = (places: Raised['place'][]) =>
    findRecurring(
      places.map((place, i) => raised(DAYS[i] ?? DAYS[0], { place })),
      '2026-12-14',
    ).findings;
  expect(at([...near, street])[0]?.alike.place).toBe(3);
  expect(at([...near, ground])[0]?.alike.place).toBe(3);
  expect(at([...near, point(0, 152 * meters)])).toEqual([]);
});

test('two that are each like a third belong together through it, and a chain does not run on', () => {
  const step = 140 / 111_319.49;
  const chain = [0, 1, 2, 3, 4, 5].map((i) => raised('2026-12-01', { place: point(i * step, 0) }));
  expect(findRecurring(chain, '2026-12-14').findings).toEqual([]);
  const star = [...chain.slice(0, 3), raised('2026-12-02', { place: point(step, step / 2) })];
  expect(findRecurring(star, '2026-12-14').findings[0]?.concernIds).toHaveLength(4);
});

test('what a person merged as the same concern is left out and said, like what has no group', () => {
  const like = { category: 'noise' as const };
  const concerns = [
    ...DAYS.slice(1).map((day) => raised(day, like)),
    raised('2026-12-02', { ...like, isDuplicate: true }),
  ];
  const nowhere = raised('2026-12-03', { ...like, groupIds: [] });
  const { findings, leftOut } = findRecurring([...concerns, nowhere], '2026-12-14');
  expect(findings).toEqual([]);
  expect(leftOut).toEqual([
    { what: concerns.at(-1)?.concernId, reason: 'duplicate' },
    { what: nowhere.concernId, reason: 'no-group' },
  ]);
});

test('the order in which concerns are given does not matter', () => {
  const concerns = DAYS.flatMap((day) => [raised(day, { category: 'noise' }), raised(day, { category: 'drugs' })]);
  const given = findRecurring(concerns, '2026-12-14');
  expect(given.findings).toHaveLength(2);
  expect(findRecurring(concerns.toReversed(), '2026-12-14').findings).toEqual(given.findings);
});
