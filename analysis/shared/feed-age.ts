/** The ages at which a source's calls are late (amber), and so late that its figures are doubtful (red); hours. */
export type AgeLimits = { readonly amberHours: number | null; readonly redHours: number | null };

const RED_AFTER = 2; // deliveries that did not come

/** From how often the source's profile expects calls; a finished file never ages. */
export const ageLimits = ({ expectedEveryHours }: { expectedEveryHours: number | null }): AgeLimits =>
  expectedEveryHours === null
    ? { amberHours: null, redHours: null }
    : { amberHours: expectedEveryHours, redHours: RED_AFTER * expectedEveryHours };
