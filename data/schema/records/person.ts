import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';

export const Person = z.object({
  personId: z.string().min(1), // p-whitlock
  name: z.string().min(1), // Whitlock
  title: z.string(), // CRO, Communications Officer: printed before the name
  role: Role,
  email: z.email(),
  unit: z.string().nullable(), // Patrol, Traffic, Crime Analysis …
  district: z.string().nullable(), // areaId of a district
  isActive: z.boolean(),
});
export type Person = z.infer<typeof Person>;

/** As a person is named where what they did is written down: CRO Whitlock. A title stands first where there is one. */
export const fullName = ({ name, title }: Pick<Person, 'name' | 'title'>): string =>
  title === '' ? name : `${title} ${name}`;

/** Who acts, as the server has established it; the audit and the row rules read it. The name is the full one. */
export type Actor = Pick<Person, 'personId' | 'name' | 'role'>;

export const actorOf = ({ personId, role, ...named }: Person): Actor => ({ personId, role, name: fullName(named) });

/** The city's clock and who acts, for every read and write of records. */
export type Acting = { readonly actor: Actor; readonly nowLocal: string }; // YYYY-MM-DDTHH:mm:ss
