/** The ages of a source's newest call from which it is late (amber), and so late that its figures are doubtful (red). */
export type AgeLimits = { readonly amberHours: number | null; readonly redHours: number | null };

type Expected = {
  readonly expectedEveryHours: number | null; // null: a finished file, which never ages
  readonly staleAfterHours?: { readonly amber: number; readonly red: number } | undefined;
};

const AMBER = 1.5; // times as old as it is expected to become
const RED = 3;

/** As the source's profile says, or else by how often it expects calls. */
export function ageLimits({ expectedEveryHours, staleAfterHours }: Expected): AgeLimits {
  if (expectedEveryHours === null) return { amberHours: null, redHours: null };
  return {
    amberHours: staleAfterHours?.amber ?? AMBER * expectedEveryHours,
    redHours: staleAfterHours?.red ?? RED * expectedEveryHours,
  };
}
