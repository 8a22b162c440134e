/** Sent without one concern of the quarter before, to show what is refused today. */
export const WRONG_QUARTER = { name: '2025-Q2', before: '2025-Q1' } as const;

/** Nobody has sent it; by the department's own choice of day it is due on the demo's morning. */
export const DUE_TODAY = '2026-11/p-quill';
export const MONTH_DUE_DAYS = 14;

export const ACTIONS_FOR: readonly string[] = [
  'Continue the patrols, look again in six weeks.',
  'Ask the city once more and tell the group either way.',
  'Close and tell the group.',
  'Change the plan with the liaison officer.',
  'Meet the owner together with code enforcement.',
  'Keep open; the group watches it with us.',
];

export const SUMMARIES: Readonly<Record<string, string>> = {
  '2024-Q3': 'The first quarter under this order. Parties and speeding make most of what we heard.',
  '2024-Q4': 'Parcels in December and the usual parking. Five groups met more people than last fall.',
  '2025-Q1': 'Garages in Northgate were the quarter’s trouble; one arrest.',
  '2025-Q2': 'The bars of The Strand close more quietly since their door staff help.',
  '2025-Q3': 'College Green began the term with house visits. Quarry Hill registered its second part.',
  '2025-Q4': 'Break-ins by day in Southbank, and parcels again.',
  '2026-Q1': 'Racing on the quarry road; Eastbank has grown by the blocks south of the canal.',
  '2026-Q2': 'The project at the Canal Basin steps began. The foundry yard is quiet again.',
  '2026-Q3': 'Calls at the steps fell and rose next door in Millrace. Westmoor Watch could not be reached.',
};
