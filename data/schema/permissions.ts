import { z } from 'zod';
import { Role } from './release-level.ts';

const EVERYBODY = Role.options;
const POLICE: readonly Role[] = [
  'analyst',
  'officer',
  'coordinator',
  'section-commander',
  'division-commander',
  'chief',
];
const COMMAND: readonly Role[] = ['section-commander', 'division-commander', 'chief'];
const DESK: readonly Role[] = ['officer', 'coordinator', 'section-commander', 'division-commander'];

/**
 * Which role may do what: the one table. Routes name a row of it, the database's row rules are
 * made from it, and a test walks every route with every role.
 */
export const PERMISSIONS = {
  'session.own': EVERYBODY, // see who one is, lock, end one's own sessions
  'demo-clock.move': EVERYBODY.filter((role) => role !== 'wall'), // a screen that nobody sits at puts nobody's clock forward
  'map.read': EVERYBODY.filter((role) => role !== 'auditor' && role !== 'administrator'), // boundaries, manifest and ground of one's level
  'extract.read': EVERYBODY.filter((role) => !['auditor', 'administrator', 'wall'].includes(role)), // the calls of one's level, and figures made of them
  'operations.read': ['administrator', 'auditor', 'coordinator', ...COMMAND],

  'person.read': [...POLICE, 'auditor', 'administrator'],
  'account.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'audit.read': ['auditor'],
  'audit.write': EVERYBODY.filter((role) => role !== 'wall'), // prints, exports and views of exact places are told by the page that makes them

  'group.read': [...POLICE, 'city-partner', 'auditor'],
  'group.write': DESK, // registry, representatives, boundaries
  'group.designate': ['division-commander'], // inactive, and back (1902.2 C)
  'representative.read': [...POLICE, 'auditor'],

  'concern.read': [...POLICE, 'city-partner', 'auditor'], // the city partner: only those shared with the city
  'concern.file': POLICE, // every member can (P3103 II, V.B.4)
  'concern.write': [...DESK, 'analyst'], // actions, updates, status; owners and their helpers
  'concern.triage': ['coordinator', 'section-commander', 'division-commander'],
  'concern.share': DESK, // with the city's specialist (1902.2 A.2)
  'partner.write': ['city-partner'], // the partner's answer on a shared concern

  'referral.read': [...POLICE, 'auditor'],
  'referral.write': DESK,

  'contact.read': [...POLICE, 'auditor'],
  'contact.write': DESK,
  'meeting.read': [...POLICE, 'auditor'],
  'meeting.write': DESK,
  'promise.read': [...POLICE, 'auditor'],
  'promise.write': DESK,

  'duty.read': [...POLICE, 'auditor'],
  'notice.read': [...POLICE, 'auditor'],
  'notice.send': DESK,
  'notice.acknowledge': POLICE, // each only what is addressed to that role or person

  'register.read': [...POLICE, 'auditor'],
  'register.write': [...DESK, 'analyst'],
  'register.approve': ['chief'], // programs (P3103 V.A.3), appointments (V.B.1), the yearly review (header)

  'report.read': [...POLICE, 'auditor'],
  'report.write': DESK,
  'report.submit': DESK, // each only one's own
  'report.receive': ['chief', 'section-commander', 'division-commander'],

  'proof.read': ['coordinator', ...COMMAND, 'auditor'],
  'proof.write': ['coordinator'], // the crosswalk to standards

  'briefing.read': POLICE, // days and ground are chosen freely: whoever may choose both could take one page from another

  'hand-out.read': [...POLICE, 'auditor'],
  'hand-out.write': DESK, // drafts, release, withdrawal
  'hand-out.send': DESK, // readers who asked for it, and letters to them
  'hand-out.run': ['coordinator', 'section-commander', 'division-commander'], // every group in one press

  'sweep.read': [...POLICE, 'auditor'],
  'sweep.judge': ['analyst', 'coordinator'], // verdicts on what the weekly sweep lays before them
  'pattern.read': [...POLICE, 'auditor'],
  'pattern.write': ['analyst', 'coordinator'], // patterns, and the bulletins made of them

  'mail.review': ['coordinator'],

  'wall.read': ['wall', ...POLICE], // the board: areas and bands
  'wall.ask': POLICE, // from a code on the wall to the rows
  'wall.manage': ['administrator'], // screens: paired, renamed, revoked
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;
export const Permission = z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]); // the row boundary of Object.keys

export const may = (role: Role, permission: Permission): boolean =>
  (PERMISSIONS[permission] as readonly Role[]).includes(role);
