import { expect, test } from 'vitest';
import { streetOf } from '#server/hand-out/gate/street-in.ts';

test.each([
  ['3800 BLK DELL PLACE', 'Dell Place'],
  ['100-BLOCK S TUNNEL RD', 'S Tunnel Rd'],
  ['2400 block of Linnet Avenue', 'Linnet Avenue'],
  ['001XX N STATE ST', 'N State St'],
  ['On or near High Street', 'High Street'],
  ['1200 BLK 5TH AVENUE', '5th Avenue'],
  ['12 LINNET AVENUE', ''],
  ['100 BLK TERN PARK LOT 1', ''],
  ['TERN PARK LOT 1', ''],
  ['POLICE HEADQUARTERS', ''],
  ['', ''],
])('of "%s" a page may say "%s"', (block, street) => {
  expect(streetOf(block)).toBe(street);
});
