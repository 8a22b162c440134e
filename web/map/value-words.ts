const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

export const formatValue = (value: number): string => number.format(value);

/** An area's number in words, also when there is none: zero, withheld and missing are three things. */
export function valueWords(value: number | null | undefined, isWithheld: boolean): string {
  if (isWithheld) return 'withheld';
  return typeof value === 'number' ? formatValue(value) : 'no number';
}
