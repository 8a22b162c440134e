/** The kept columns of a record written once at a moment of the story. */
export const keptAt = (at: string, by: string, revision = 1) => ({
  revision,
  createdAt: momentOf(at),
  createdBy: by,
  updatedAt: momentOf(at),
  updatedBy: by,
});

/** A day's moment: half past four in the afternoon, where the story does not say. */
export const momentOf = (at: string): string => (at.length === 10 ? `${at}T16:30:00` : at);

/** C-0007 from C and 7. */
export const reference = (letters: string, number: number): string => `${letters}-${String(number).padStart(4, '0')}`;
