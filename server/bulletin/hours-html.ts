import { escaped } from '#server/documents/escaped.ts';
import type { HourTable } from './bulletin-content.ts';

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const HOURS = ['12 am', '3', '6', '9', 'noon', '3', '6', '9'] as const; // each heads three columns

/** Greys for none, one, and more by thirds of the largest; letters that can be read on each. */
export function shadeOf(count: number, largest: number): { ground: string; ink: string } {
  if (count === 0) return { ground: '#f1f1f1', ink: '#111111' };
  const share = largest <= 1 ? 0 : (count - 1) / (largest - 1);
  if (share > 0.6) return { ground: '#2b2b2b', ink: '#ffffff' };
  if (share > 0) return { ground: '#a8a8a8', ink: '#111111' };
  return { ground: '#d6d6d6', ink: '#111111' };
}

/** Hours of the week as a table that can be read aloud: a heading for every row and column. */
export function hoursHtml({ counts, boxed, note }: HourTable): string {
  const largest = Math.max(0, ...counts);
  const row = (day: number) =>
    Array.from({ length: 24 }, (_, hour) =>
      cell(counts[24 * day + hour] ?? 0, largest, boxSides(boxed, day, hour)),
    ).join('');
  return `<section class="hours"><h2>Day and hour</h2>${note === '' ? '' : `<p>${escaped(note)}</p>`}
<table aria-label="Cases by day of the week and hour">
<thead><tr><td></td>${HOURS.map((hour) => `<th scope="colgroup" colspan="3">${hour}</th>`).join('')}</tr></thead>
<tbody>
${DAYS.map((day, i) => `<tr><th scope="row" abbr="${day}">${day.slice(0, 3)}</th>${row(i)}</tr>`).join('\n')}
</tbody>
</table>
</section>`;
}

/** The sides of a cell where the box around the fullest hours runs: top, right, bottom, left. None outside of the box. */
export function boxSides(boxed: ReadonlySet<number>, day: number, hour: number): readonly boolean[] {
  const isIn = (d: number, h: number) => d >= 0 && d < 7 && h >= 0 && h < 24 && boxed.has(24 * d + h);
  if (!isIn(day, hour)) return [];
  return [!isIn(day - 1, hour), !isIn(day, hour + 1), !isIn(day + 1, hour), !isIn(day, hour - 1)];
}

function cell(count: number, largest: number, sides: readonly boolean[]): string {
  const { ground, ink } = shadeOf(count, largest);
  const box = sides.length === 0 ? '' : `;border-width:${sides.map((isDrawn) => (isDrawn ? '2px' : '0')).join(' ')}`;
  return `<td${sides.length === 0 ? '' : ' class="in"'} style="background:${ground};color:${ink}${box}">${count === 0 ? '' : count}</td>`;
}
