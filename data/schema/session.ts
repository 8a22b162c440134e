import { z } from 'zod';
import { Person } from './records/person.ts';
import { ReleaseLevel, Role } from './release-level.ts';

/** Who is looking, as the server knows it. */
export const Session = z.object({
  personId: z.string(),
  name: z.string(),
  title: z.string(),
  district: z.string().nullable(),
  role: Role,
  releaseLevel: ReleaseLevel,
  city: z.string(),
  demo: z.boolean(),
  nowLocal: z.string(), // the city's clock (the demo's stands until somebody moves it): YYYY-MM-DDTHH:mm:ss
  basemap: z.string().nullable(), // address of a PMTiles archive on our own origin, or none
  idleMinutes: z.number(), // without a touch, until the server locks
});
export type Session = z.infer<typeof Session>;

export const UnlockBy = z.enum(['password', 'code', 'press', 'sign-on']); // press: in the demo nothing is asked
export type UnlockBy = z.infer<typeof UnlockBy>;

const Face = Person.pick({ personId: true, name: true, title: true, role: true, unit: true });

/** What the door tells whoever stands before it. People by name are told in a demo only, and to whoever locked. */
export const Welcome = z.object({
  city: z.string(),
  demo: z.boolean(),
  firstRun: z.boolean(), // no account yet: the first administrator is made now
  signOn: z.string().nullable(), // title of the department's own sign-on
  people: z.array(Face), // whom one may enter the demo as
  enterAs: z.string().nullable(), // the person whom the one who started the demo chose
  session: Session.nullable(), // of whoever asks, where they are signed in: so that nobody has to be refused to find out
  locked: Face.extend({ unlockBy: z.array(UnlockBy) }).nullable(), // whose session this browser holds, locked
});
export type Welcome = z.infer<typeof Welcome>;
