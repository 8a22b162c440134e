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

/** Who acts, as the server has established it; the audit and the row rules read it. */
export type Actor = Pick<Person, 'personId' | 'name' | 'role'>;

/** The city's clock and who acts, for every read and write of records. */
export type Acting = { readonly actor: Actor; readonly nowLocal: string }; // YYYY-MM-DDTHH:mm:ss
