import { expect, test } from 'vitest';
import { cellsOf, findDensestWindow, MOST_HOURS_A_WEEK } from '#analysis/pattern/densest-window.ts';
import { type DraftCall, draftPattern } from '#analysis/pattern/draft-pattern.ts';
import { windowInWords } from '#analysis/pattern/window-words.ts';
import { Pattern } from '#data/schema/records/pattern.ts';

const call = (receivedLocal: string, differs: Partial<DraftCall> = {}): DraftCall => ({
  receivedLocal,
  timePrecision: 'minute',
  category: 'theft-from-vehicle',
  addressBlock: '2400 BLK TERN PARK ROAD',
  placeKey: `place ${receivedLocal}`,
  ...differs,
});
const about = {
  title: 'Theft from vehicle, Eastbank',
  kindName: (category: string) => (category === 'vandalism' ? 'Vandalism' : 'Theft from vehicle'),
  source: 'lasso',
} as const;

// 2026-12-07 is a Monday: eight on Wednesday and Thursday afternoon, four apart, one by its date only.
const LOT = { addressBlock: '300 BLK NORTHGATE ROAD' };
const CALLS = [
  ...['09T13:10', '09T14:20', '09T15:30', '09T16:40'].map((at) => call(`2026-12-${at}:00`)),
  ...['10T13:05', '10T14:15', '10T15:25', '10T16:35'].map((at) => call(`2026-12-${at}:00`, LOT)),
  ...['07T18:00', '08T12:00', '11T19:00'].map((at) => call(`2026-12-${at}:00`, { addressBlock: null })),
  call('2026-12-13T17:00:00', { category: 'vandalism', addressBlock: '1 BLK ASH LANE' }),
  call('2026-12-12T00:00:00', { timePrecision: 'day', addressBlock: '5 BLK ASH LANE' }),
];

test('a draft says what, where and when in words, with its counts, and leaves how to a person', () => {
  expect(draftPattern(CALLS, about)).toEqual({
    name: 'Theft from vehicle, Eastbank',
    type: 'hot-spot',
    from: '2026-12-07',
    to: '2026-12-13',
    synopsis: {
      what: '13 calls: 12 theft from vehicle and 1 vandalism.',
      where:
        'Blocks with two or more: 2400 blk Tern Park Road (4) and 300 blk Northgate Road (4). 5 calls at other places.',
      when: '8 of 12 on Wed and Thu, 1 to 5 pm. The hour of 1 call is not known; it is left out here.',
      how: '',
      advice: 'Be there Wed and Thu, 1 to 5 pm, at 2400 blk Tern Park Road and 300 blk Northgate Road.',
    },
  });
});

test('a string of near repeats says so and is not called a series: one offender is a person’s claim', () => {
  const draft = draftPattern(CALLS, { ...about, source: 'string' });
  expect(draft.type).toBe('hot-spot');
  expect(draft.synopsis.what).toMatch(/near another of them in place and time\.$/);
});

test('more than half at one place is a hot place; half is not', () => {
  const at = (keys: string[]) => keys.map((placeKey, day) => call(`2026-12-0${day + 1}T10:00:00`, { placeKey }));
  expect(draftPattern(at(['lot', 'lot', 'lot', 'b']), about).type).toBe('hot-place');
  expect(draftPattern(at(['lot', 'lot', 'a', 'b']), about).type).toBe('hot-spot');
});

test('a night over Sunday and Monday is one window, and its hours belong to the evening', () => {
  const night = ['06T22:00', '06T23:00', '07T00:00', '07T22:00', '07T23:00', '08T00:00', '02T09:00', '04T15:00'];
  const found = findDensestWindow(night.map((at) => call(`2026-12-${at}:00`)));
  expect(found).toEqual({ is: 'found', window: { days: [6, 0], fromHour: 22, hours: 3 }, held: 6, timed: 8 });
  expect(windowInWords({ days: [6, 0], fromHour: 22, hours: 3 })).toBe('Sun and Mon, 10 pm to 1 am the next day');
  expect(windowInWords({ days: [0, 1, 2, 3, 4, 5, 6], fromHour: 15, hours: 3 })).toBe('every day, 3 to 6 pm');
  expect(windowInWords({ days: [4], fromHour: 0, hours: 24 })).toBe('Fri, all day');
  expect(windowInWords({ days: [4], fromHour: 11, hours: 2 })).toBe('Fri, 11 am to 1 pm');
});

test('dates without hours and too few calls name no hours, and calls spread over the week are said to be', () => {
  const month = { timePrecision: 'month' } as const;
  const months = ['01', '02', '03', '04', '05'].map((m) => call(`2026-${m}-01T00:00:00`, month));
  expect(draftPattern(months, about)).toMatchObject({
    from: '2026-01-01',
    to: '2026-05-31',
    synopsis: { when: 'The hours of these calls are not known.', advice: '' },
  });
  expect(draftPattern(CALLS.slice(0, 3), about).synopsis.when).toBe('Too few calls to name hours.');
  const spread = Array.from({ length: 168 }, (_, hour) =>
    call(`2026-12-${String(7 + Math.floor(hour / 24)).padStart(2, '0')}T${String(hour % 24).padStart(2, '0')}:00:00`),
  );
  expect(draftPattern(spread, about).synopsis.when).toMatch(/^Spread over the week/);
  expect(() => draftPattern([], about)).toThrow(/at least one call/);
});

/** The same numbers again and again: no chance in a test. */
function drawn(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function drawnCalls(seed: number): DraftCall[] {
  const next = drawn(seed);
  return Array.from({ length: 1 + Math.floor(next() * 40) }, () => {
    const day = 1 + Math.floor(next() ** 2 * 27);
    const hour = Math.floor(next() ** 0.5 * 24);
    return call(`2026-11-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00`, {
      category: next() < 0.3 ? 'vandalism' : 'theft-from-vehicle',
      addressBlock: next() < 0.2 ? null : `${Math.floor(next() * 6)} BLK ASH LANE`,
      placeKey: `p${Math.floor(next() * 4)}`,
      timePrecision: next() < 0.1 ? 'day' : 'minute',
    });
  });
}

test('the order of the calls changes no word, and every draft fits the record', () => {
  const Drafted = Pattern.pick({ name: true, type: true, from: true, to: true, synopsis: true });
  for (let seed = 1; seed <= 25; seed++) {
    const calls = drawnCalls(seed);
    const next = drawn(seed + 1_000);
    const shuffled = calls
      .map((each) => ({ each, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ each }) => each);
    const draft = draftPattern(calls, { ...about, title: '' });
    expect(draftPattern(shuffled, { ...about, title: '' })).toEqual(draft);
    expect(Drafted.parse(draft)).toEqual(draft);
  }
});

test('no block of the week that holds half is fuller than the one named for its size', () => {
  let named = 0;
  for (let seed = 1; seed <= 30; seed++) {
    const calls = drawnCalls(seed);
    const found = findDensestWindow(calls);
    if (found.is !== 'found') continue;
    named++;
    const cells = calls.filter(({ timePrecision }) => timePrecision === 'minute').map(cellOf);
    const within = new Set(cellsOf(found.window));
    expect(cells.filter((cell) => within.has(cell))).toHaveLength(found.held);
    expect(2 * found.held).toBeGreaterThanOrEqual(cells.length);
    const { size, held } = smallestByHand(cells);
    expect(within.size).toBeGreaterThanOrEqual(size);
    expect(found.held / within.size).toBeGreaterThanOrEqual(held / size);
  }
  expect(named).toBeGreaterThan(5);
});

const cellOf = ({ receivedLocal }: DraftCall): number => {
  const weekday = (new Date(`${receivedLocal.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7;
  return 24 * weekday + Number(receivedLocal.slice(11, 13));
};

/** One size after the other, every block of it, until one holds half. */
function smallestByHand(cells: readonly number[]): { size: number; held: number } {
  const runs = [1, 2, 3].flatMap((length) =>
    [0, 1, 2, 3, 4, 5, 6].map((first) => Array.from({ length }, (_, step) => (first + step) % 7)),
  );
  const all = [...runs, [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5, 6]];
  for (let size = 1; size <= MOST_HOURS_A_WEEK; size++) {
    let most = 0;
    for (const days of all.filter(({ length }) => size % length === 0 && size / length <= 24))
      for (let fromHour = 0; fromHour < (size / days.length === 24 ? 1 : 24); fromHour++) {
        const within = new Set(cellsOf({ days, fromHour, hours: size / days.length }));
        most = Math.max(most, cells.filter((cell) => within.has(cell)).length);
      }
    if (2 * most >= cells.length) return { size, held: most };
  }
  throw new Error('no block holds half, and one was named');
}
