import { useParams } from '@tanstack/react-router';
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { RELEASED } from '#test/fixture/hand-out-facts.ts';
import { showScreenAt } from '#test/web/records/show-screen.tsx';
import { FigureScreen } from '#web/app/figure-screen.tsx';

afterEach(() => vi.unstubAllGlobals());

const HAND_OUT = {
  ...{ ...RELEASED, groupId: 'eastbank', meetingId: null, from: '2026-11-16', to: '2026-12-13', hash: 'a' },
  ...{ releasedBy: 'p-officer', withdrawnAt: null, withdrawnWhy: '' },
};
const serve = (isPage: boolean) =>
  vi.stubGlobal('fetch', async (path: string) =>
    isPage && path.startsWith('/api/records/hand-out-codes/')
      ? Response.json(HAND_OUT)
      : Response.json({ detail: 'Nothing is kept under it.' }, { status: 404 }),
  );

/** The figure's screen, and in the place of any other its address. */
function Screen() {
  const { room, code } = useParams({ strict: false }) as { room?: string; code?: string }; // as the path below names them
  return room === 'figure' ? <FigureScreen /> : <p>{`${room} ${code}`}</p>;
}
const show = () => showScreenAt({ screen: Screen, path: '/$room/$code', address: '/figure/CB-9M2D-05KT' }, 'officer');

test('a code that no figure has leads to the page that it is printed on', async () => {
  serve(true);
  await show();
  await expect.element(page.getByText('hand-outs HO-0012')).toBeVisible();
});

test('a code that stands nowhere is said to be unknown', async () => {
  serve(false);
  await show();
  await expect.element(page.getByText('No figure with this code')).toBeVisible();
});
