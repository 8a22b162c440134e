const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** "Dec 7". */
export const dayInWords = (localDate: string): string =>
  `${MONTHS[Number(localDate.slice(5, 7)) - 1]} ${Number(localDate.slice(8, 10))}`;
