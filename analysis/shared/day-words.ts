const format = (options: Intl.DateTimeFormatOptions) => {
  const words = new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' });
  return (local: string): string => words.format(new Date(`${local.slice(0, 10)}T00:00:00Z`));
};

/** "Dec 7". */
export const shortDate = format({ month: 'short', day: 'numeric' });
/** "Dec 7, 2026". */
export const longDate = format({ month: 'short', day: 'numeric', year: 'numeric' });
/** "December 2026". */
export const longMonth = format({ month: 'long', year: 'numeric' });
