/**
 * How often chance alone would give a cluster this strong, looked at once a week: 1 / p
 * weeks (Kleinman 2005; SaTScan's recurrence interval). At the least p that the replications can tell it may be rarer still.
 */
export function recurrenceInWords(p: number, replications: number): string {
  const weeks = 1 / p;
  if (weeks < 1.5) return 'Chance alone gives a cluster this strong in most weeks.';
  const isLeast = p <= 1.5 / (replications + 1);
  return `Chance alone would give a cluster this strong about once in ${spanInWords(weeks)} of weekly looks${isLeast ? ', or more rarely' : ''}.`;
}

function spanInWords(weeks: number): string {
  const whole = Math.round(weeks).toLocaleString('en-US');
  if (weeks < 52) return `${whole} weeks`;
  const years = weeks / 52.18;
  return `${whole} weeks (${years < 9.95 ? years.toFixed(1) : Math.round(years).toLocaleString('en-US')} years)`;
}
