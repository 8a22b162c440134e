const DAYS: readonly string[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** Numbers as runs: 13,14,15,20 is `13-15`, `20`. */
export function toRuns(numbers: readonly number[]): string[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const n of sorted) {
    const last = runs.at(-1);
    if (last && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
}

/** Runs as numbers from 0 to `largest`; what is no run is left out. */
export function fromRuns(runs: readonly string[], largest: number): number[] {
  const numbers = new Set<number>();
  for (const run of runs) {
    const match = /^(\d{1,3})(?:-(\d{1,3}))?$/.exec(run);
    if (!match) continue;
    const from = Number(match[1]);
    const to = Math.min(Number(match[2] ?? match[1]), largest);
    for (let n = from; n <= to; n++) numbers.add(n);
  }
  return [...numbers].sort((a, b) => a - b);
}

export const toDays = (weekdays: readonly number[]): string[] => weekdays.flatMap((day) => DAYS[day] ?? []);

export const fromDays = (words: readonly string[]): number[] =>
  DAYS.flatMap((day, n) => (words.includes(day) ? [n] : []));

/** A boxed piece of the week: `wed:13-15`, `thu:13-15`. */
export function toBox(hourOfWeek: readonly number[]): string[] {
  return DAYS.flatMap((name, day) =>
    toRuns(hourOfWeek.filter((cell) => Math.floor(cell / 24) === day).map((cell) => cell % 24)).map(
      (run) => `${name}:${run}`,
    ),
  );
}

export function fromBox(words: readonly string[]): number[] {
  const cells = words.flatMap((word) => {
    const [name = '', run] = word.split(':');
    const day = DAYS.indexOf(name);
    return day < 0 || run === undefined ? [] : fromRuns([run], 23).map((hour) => 24 * day + hour);
  });
  return [...new Set(cells)].sort((a, b) => a - b);
}
