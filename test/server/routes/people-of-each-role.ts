import type { Person } from '#data/schema/records/person.ts';
import { Role } from '#data/schema/release-level.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { person } from '#server/store/tables/people.ts';

const NAMES: Record<Role, [name: string, title: string]> = {
  analyst: ['Amara Boateng', 'Analyst'],
  officer: ['Dana Whitlock', 'CRO'],
  coordinator: ['Ines Okafor', 'Coordinator'],
  'section-commander': ['Ruth Vance', 'Lieutenant'],
  'division-commander': ['Marcus Hale', 'Captain'],
  chief: ['Elena Ruiz', 'Chief'],
  'city-partner': ['Joan Pruitt', 'Neighborhood Services Specialist'],
  wall: ['Front desk', 'Wall'],
  auditor: ['Paul Sandoval', 'Auditor'],
  administrator: ['Kim Tran', 'Administrator'],
};

/** One person for each role. */
export async function seedPeople(records: RecordStore, nowLocal: string): Promise<void> {
  const people = Role.options.map((role): Person => {
    const [name, title] = NAMES[role];
    const personId = `p-${(name.split(' ').at(-1) ?? role).toLowerCase()}`;
    return {
      personId,
      name,
      title,
      role,
      email: `${personId}@demo.example`,
      unit: null,
      district: null,
      isActive: true,
    };
  });
  await records.as(systemActing(nowLocal), async (tx) => {
    const any = await tx.select({ personId: person.personId }).from(person).limit(1);
    if (any.length === 0) await tx.insert(person).values(people);
  });
}
