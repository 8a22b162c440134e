import { expect, test } from 'vitest';
import type { WallPulse } from '#data/schema/wall.ts';
import { typicalBoard } from '#test/fixture/wall-board.ts';
import { hear, NOTHING_HEARD, type WallState } from '#web/wall/live/wall-state.ts';
import { troubleOf } from '#web/wall/shell/trouble.ts';

const board = { ...typicalBoard, calls: null };
const pulse: WallPulse = {
  ...{ clockLocal: '2026-12-14T07:42:16', board: board.board },
  ...{ database: 'ok', feed: 'ok', build: 'one' },
};
const heard = hear(hear(NOTHING_HEARD, { is: 'board', board }, 0), { is: 'pulse', pulse }, 1_000);

test('an ask that failed is no trouble while the last pulse is young, and a server that is back in time never was one', () => {
  const lost = hear(heard, { is: 'lost' }, 2_000);
  expect(troubleOf(lost, pulse.clockLocal, 2_000)).toBeNull();
  expect(troubleOf(lost, pulse.clockLocal, 30_000)).toBeNull();
  expect(troubleOf(lost, pulse.clockLocal, 31_500)).not.toBeNull();
  expect(troubleOf(hear(lost, { is: 'pulse', pulse }, 29_000), pulse.clockLocal, 31_500)).toBeNull();
});

test('what was kept from before is no trouble until the first ask fails, and then at once', () => {
  const kept: WallState = { ...NOTHING_HEARD, board, clock: { local: pulse.clockLocal, at: -3_600_000 } };
  expect(troubleOf(kept, '2026-12-14T08:42:16', 0)).toBeNull();
  expect(troubleOf(hear(kept, { is: 'lost' }, 200), '2026-12-14T08:42:16', 200)?.title).toBe(
    'No word from the server since 7:42 am',
  );
});
