export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** `0` is 12 am, `13` is 1 pm, `24` is 12 am again. */
export function hourName(hour: number): string {
  const h = ((hour % 24) + 24) % 24;
  if (h === 12) return 'noon';
  return `${h % 12 === 0 ? 12 : h % 12} ${h < 12 ? 'am' : 'pm'}`;
}

/** A run of hours in words; the end is the start of the next hour: 13, 15 is "1 to 4 pm". */
export function hoursInWords(first: number, last: number): string {
  const from = hourName(first);
  const to = hourName(last + 1);
  const suffix = from.slice(-3);
  return suffix === to.slice(-3) && from !== 'noon' ? `${from.slice(0, -3)} to ${to}` : `${from} to ${to}`;
}

/** Hours of the week (0 is Monday 12 am) in words: "Wed and Thu, 1 to 4 pm". Ragged selections are counted instead. */
export function hoursOfWeekInWords(picked: readonly number[]): string {
  if (picked.length === 0) return 'any hour';
  const days = [...new Set(picked.map((cell) => Math.floor(cell / 24)))].sort((a, b) => a - b);
  const hours = [...new Set(picked.map((cell) => cell % 24))].sort((a, b) => a - b);
  const isBox = days.length * hours.length === new Set(picked).size;
  const first = hours[0] ?? 0;
  const last = hours.at(-1) ?? 0;
  const isRun = last - first + 1 === hours.length;
  if (!isBox || !isRun) return `${picked.length} hours of the week`;
  const when = hours.length === 24 ? 'all day' : hoursInWords(first, last);
  return days.length === 7 ? `every day, ${when}` : `${daysInWords(days)}, ${when}`;
}

function daysInWords(days: readonly number[]): string {
  const names = days.map((day) => WEEKDAYS[day] ?? '');
  const isRun = days.length > 2 && (days.at(-1) ?? 0) - (days[0] ?? 0) + 1 === days.length;
  if (isRun) return `${names[0]} to ${names.at(-1)}`;
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
