import { expect, test } from 'vitest';
import { parseAddress, stringifyAddress } from '#web/ask/address.ts';
import { readProgress, stepped, writeProgress } from '#web/records/meeting-mode/progress.ts';

const begun = { areas: ['eastbank', ''], at: 1, seen: 1, since: '2026-12-14T07:42:00', began: 30 };

test('a meeting is read back from its address as it was, also with what belongs to no group', () => {
  expect(readProgress(parseAddress(stringifyAddress(writeProgress(begun))))).toEqual(begun);
});

test('stepping goes no further than the end, and remembers how far it has come', () => {
  const end = stepped(stepped(stepped(begun, 1), 1), 1);
  expect(end).toMatchObject({ at: 3, seen: 2 });
  expect(stepped(stepped(stepped(end, -1), -1), -1)).toMatchObject({ at: 1, seen: 2 });
});

test('an address without a beginning is no meeting', () => {
  expect(readProgress({})).toBeNull();
  expect(readProgress({ areas: 'eastbank', at: '-4', since: '2026-12-14T07:42:00' })).toBeNull();
});
