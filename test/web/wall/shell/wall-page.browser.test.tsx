import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { Session, Welcome } from '#data/schema/session.ts';
import { show } from '#test/fixture/show.tsx';
import { typicalBoard } from '#test/fixture/wall-board.ts';
import { createApi } from '#web/api.ts';
import { forgetState, keepState } from '#web/wall/live/kept-state.ts';
import { WallPage } from '#web/wall/wall-page.tsx';

/** A stream on which nothing is ever said. */
class Silent extends EventTarget {
  close() {}
}
const address = location.href;
afterEach(async () => {
  history.replaceState(null, '', address);
  vi.unstubAllGlobals();
  await forgetState();
});

const session: Session = {
  ...{ personId: 'p-wall', name: 'Wall', title: '', district: null, role: 'wall' },
  ...{ releaseLevel: 'public', city: 'Small City', demo: false, nowLocal: '2026-12-14T07:42:00' },
  ...{ basemap: null, idleMinutes: 15 },
};
const welcome: Welcome = {
  ...{ city: 'Small City', demo: false, firstRun: false, signOn: null, people: [], enterAs: null },
  ...{ session, locked: null },
};

test('a wall whose address names a district that is not there says so, once it knows the city', async () => {
  vi.stubGlobal('EventSource', Silent);
  history.replaceState(null, '', '?district=Nowhere&colour=red');
  await keepState({ board: typicalBoard, ground: null, clockLocal: '2026-12-14T07:42:00', keptAt: Date.now() });
  await page.viewport(1920, 1080);
  await show(<WallPage api={{ ...createApi(), welcome: async () => welcome }} />, 1920);
  await expect.element(page.getByText('Not understood in the address: colour, district=Nowhere')).toBeInTheDocument();
  await expect.element(page.getByRole('img', { name: /^Page 1 of/ })).toBeInTheDocument();
});
