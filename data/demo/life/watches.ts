import type { RegisterEntry } from '#data/schema/records/register.ts';
import { LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';

/** Nine watches; two have lapsed: one did not meet for a year, one lost its roster. */
export function makeWatches(): RegisterEntry[] {
  return entriesOf('watch', [
    watch('westmoor-watch', 'Westmoor Watch', 'Faye Ostberg', '2025-09-25', 58),
    watch('larkfield-watch', 'Larkfield Watch', 'Norris Blythe', '2026-09-17', 74),
    watch('eastbank', 'Court Street watch', 'Ida Rennick', '2026-11-12', 33),
    watch('eastbank', 'Linnet Avenue watch', 'Corin Maddox', '2026-10-08', 41),
    { ...watch('cordery', 'Tanager Road watch', 'Joss Fairlie', '2026-11-28', 26), dueOn: '2027-01-20' },
    watch('northgate', 'Old Mill Road watch', 'Vera Sandhurst', '2026-06-02', 37),
    watch('upper-linden', 'Winter Road watch', 'Abel Crane', '2026-09-28', 22),
    withoutRoster(watch('quarry-hill', 'Quarry Road watch', 'Una Prewitt', '2026-03-17', 0)),
    { ...watch('millrace', 'Mill porch watch', 'Jocasta Wren', '2026-12-12', 15), status: 'forming' },
  ]);
}

function watch(groupId: string, title: string, captain: string, lastMeetingOn: string, households: number) {
  return {
    groupId,
    title,
    status: 'active',
    ownerId: LIAISON_OF[groupId] ?? null,
    happenedOn: '2024-09-10',
    dueOn: `${Number(lastMeetingOn.slice(0, 4)) + 1}${lastMeetingOn.slice(4)}`,
    release: 'group' as const,
    fields: {
      captain,
      alternate: '',
      rosterHeld: true,
      rosterHouseholds: households,
      rosterCheckedOn: lastMeetingOn,
      mapCheckedOn: lastMeetingOn,
      signs: [{ where: 'Both ends of the street', count: 2 }],
      lastMeetingOn,
      bulletins: [{ sentOn: lastMeetingOn, about: 'What was seen since the last meeting' }],
    },
  };
}

const withoutRoster = (one: ReturnType<typeof watch>) => ({
  ...one,
  fields: { ...one.fields, rosterHeld: false, rosterHouseholds: null, rosterCheckedOn: null },
});
