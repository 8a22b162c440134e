import { servesOf } from '#data/register/liaison.ts';
import type { Group } from '#data/schema/records/group.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';

/** One liaison for each group that has one; Fallow Gate has none, and two businesses wished for theirs. */
export function makeLiaisons(groups: readonly Group[]): RegisterEntry[] {
  const assigned = groups.flatMap(({ groupId, name, kind }) => {
    const ownerId = LIAISON_OF[groupId];
    if (ownerId === undefined) return [];
    return [
      {
        groupId,
        title: name,
        status: 'current',
        ownerId,
        happenedOn: '2024-06-14',
        dueOn: '2027-01-31',
        fields: { serves: servesOf(kind) },
      },
    ];
  });
  const wished = ['Ashel Cold Storage', 'Marigold Nurseries'].map((business, i) => ({
    title: business,
    status: 'current',
    ownerId: i === 0 ? 'p-denby' : 'p-teague',
    happenedOn: '2026-02-16',
    dueOn: '2027-02-16',
    fields: { serves: 'business', business, note: 'The business wished for a liaison.' },
  }));
  return entriesOf('liaison', [...assigned, ...wished]);
}
