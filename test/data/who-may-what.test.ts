import { expect, test } from 'vitest';
import { may, PERMISSIONS, Permission } from '#data/schema/permissions.ts';
import { RELEASE_LEVEL_OF, Role } from '#data/schema/release-level.ts';
import { isWritten, WRITTEN, WRITTEN_ROLES } from '#test/fixture/who-may-what.ts';

test('the written page knows every role and every permission of the program, and no other', () => {
  expect([...WRITTEN_ROLES].sort()).toEqual([...Role.options].sort());
  expect([...WRITTEN.keys()].sort()).toEqual(Object.keys(PERMISSIONS).sort());
});

test.each(Role.options)('%s has each permission that the page gives, and none that it refuses', (role) => {
  const of = (isGiven: (permission: Permission) => boolean) => Permission.options.filter(isGiven);
  expect(of((each) => may(role, each))).toEqual(of((each) => isWritten(role, each)));
});

const POLICE = ['analyst', 'officer', 'coordinator', 'section-commander', 'division-commander', 'chief'];

/** Said once more in the words of the clause, so that the page itself cannot slip. */
test.each([
  ['1902.2 C: only the Division Commander makes a group inactive', 'group.designate', ['division-commander']],
  ['P3103 II, V.B.4: every member files a concern', 'concern.file', POLICE],
  ['P3103 V.A.3, V.B.1: only the Chief approves programs and appoints', 'register.approve', ['chief']],
  ['P3103 V.B.4: letters come to the Coordinator alone', 'mail.review', ['coordinator']],
  ['1902.2 A.2: the city’s specialist alone answers as partner', 'partner.write', ['city-partner']],
  ['whoever acts does not read the audit', 'audit.read', ['auditor']],
  ['one role keeps accounts', 'account.manage', ['administrator']],
])('%s', (_, permission, roles) => {
  expect([...Role.options].filter((role) => may(role, Permission.parse(permission)))).toEqual(roles);
});

test.each([
  ['wall', ['session.own', 'map.read', 'wall.read']],
  [
    'city-partner',
    ['session.own', 'demo-clock.move', 'map.read', 'extract.read', 'audit.write'].concat([
      'group.read',
      'concern.read',
      'partner.write',
    ]),
  ],
  [
    'administrator',
    ['session.own', 'demo-clock.move', 'operations.read', 'person.read', 'account.manage'].concat([
      'settings.manage',
      'audit.write',
      'wall.manage',
    ]),
  ],
] as const)('least privilege: %s has these and not one more', (role, permissions) => {
  expect(Permission.options.filter((each) => may(role, each))).toEqual(permissions);
});

test('an auditor reads and changes nothing: no permission of theirs writes a record', () => {
  const theirs = Permission.options.filter((each) => may('auditor', each));
  const beyondReading = theirs.filter((each) => !each.endsWith('.read'));
  expect(beyondReading).toEqual(['session.own', 'demo-clock.move', 'audit.write']); // what their own page exports and prints
});

test('the level of the calls that each role reads is what the page of roles says', () => {
  expect(RELEASE_LEVEL_OF).toEqual({
    ...{
      analyst: 'restricted',
      'section-commander': 'restricted',
      'division-commander': 'restricted',
      chief: 'restricted',
    },
    ...{ officer: 'internal', coordinator: 'internal' }, // protected kinds are held back
    ...{ 'city-partner': 'public', wall: 'public', auditor: 'public', administrator: 'public' },
  });
});
