import { createMemoryHistory } from '@tanstack/react-router';
import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Sweep, SweepVerdict } from '#data/schema/records/sweep.ts';
import { show } from '#test/fixture/show.tsx';
import { openSmallCity } from '#test/web/app/small-door.ts';
import { LAST_MONDAY, LOUD, quietYears, STRING } from '#test/web/compute/swept-city.ts';
import { App } from '#web/app/app.tsx';
import type { OpenDoor } from '#web/app/calls-door.tsx';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

/** The records' side of the server, as far as the sweep asks it; hears what was told as seen. */
function serveSweep(verdicts: SweepVerdict[] = []): { told: unknown[] } {
  const told: unknown[] = [];
  const sweep: Sweep = { week: LAST_MONDAY, verdicts, watched: [], seen: [] };
  const known = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const path = String(input instanceof Request ? input.url : input);
    if (path.includes('/api/records/sweep/seen')) {
      told.push(JSON.parse(String(init?.body)));
      return new Response(null, { status: 204 });
    }
    return path.includes('/api/records/sweep') ? Response.json(sweep) : known(input, init);
  });
  return { told };
}

const DISMISSED: SweepVerdict = {
  ...{ verdictId: 'V-0001', revision: 1, kind: 'string', candidateKey: 'burglary~s-0', week: LAST_MONDAY },
  ...{ category: 'burglary', groupIds: ['g-west'], title: 'Burglary, West', sentence: '5 calls.', code: null },
  ...{ choice: 'dismiss', reason: 'One builder', watchFrom: null, patternId: null, sentTo: [] },
  ...{
    createdBy: 'p-boateng',
    createdAt: '2025-01-06T08:00:00',
    updatedBy: 'p-boateng',
    updatedAt: '2025-01-06T08:00:00',
  },
};

/** `isHeld`: the sweep beside the spikes gets no answer until it is stopped. */
async function open({ isHeld = false, width = 1280 } = {}) {
  const city = openSmallCity([...quietYears(), ...STRING, ...LOUD]);
  const openDoor: OpenDoor = () => {
    const door = city.openDoor();
    let stop: (why: unknown) => void = () => {};
    const held = () => new Promise<never>((_, reject) => (stop = reject));
    return {
      ...door,
      ask: (question, slot, onStep) => {
        if (!isHeld || question.method !== 'sweep') return door.ask(question, slot, onStep);
        onStep?.({ done: 400, total: 1000 });
        return held();
      },
      cancel: async (slot) => {
        if (slot === 'sweep') stop({ code: 'canceled', message: 'Stopped.' });
      },
    };
  };
  await page.viewport(width, 900);
  const history = createMemoryHistory({ initialEntries: ['/?view=table'] });
  const host = await show(<App api={city.api} openDoor={openDoor} history={history} />, width);
  return { host, history };
}
const inbox = () => page.getByRole('region', { name: 'To look at' });
const links = () => inbox().getByRole('link');
const violationsIn = async (element: Element) =>
  (await axe.run(element)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);

test('all kinds stand in one list, say how they were found, and one kind can be chosen', async () => {
  serveSweep();
  await open();
  const string = links().filter({ hasText: 'Close together' });
  await expect.element(string).toHaveTextContent(/West.*Burglary.*5 calls since Dec 15/);
  const address = links().filter({ hasText: 'Busy address' });
  await expect.element(address).toHaveTextContent(/100 blk Loud Lane.*Noise.*6 .*usual 0 to \d/);
  const all = await links().elements().length;
  await userEvent.click(inbox().getByRole('button', { name: /^Busy addresses 1/ }));
  await expect.element(string).not.toBeInTheDocument();
  expect(links().elements()).toHaveLength(1);
  await userEvent.click(inbox().getByRole('button', { name: `All ${all}` }));
  await expect.element(string).toBeVisible();
  expect(await violationsIn(inbox().element())).toEqual([]);
});

test('what was decided is said, and the number in the header is of what nobody has decided', async () => {
  serveSweep([DISMISSED]);
  await open();
  await expect.element(links().filter({ hasText: 'Close together' })).toHaveTextContent('Dismissed');
  await expect.element(inbox()).toHaveTextContent('1 decided');
  const open_ = links().elements().length - 1;
  await expect
    .element(page.getByRole('navigation').getByRole('link', { name: /^Spikes/ }))
    .toHaveTextContent(`Spikes${open_}`);
});

test('a candidate opens where it is decided about, and is told as seen', async () => {
  const { told } = serveSweep();
  const { history } = await open();
  await userEvent.click(links().filter({ hasText: 'Busy address' }));
  await expect.poll(() => history.location.pathname).toBe('/spikes');
  expect(decodeURIComponent(history.location.search)).toContain('series=noise~loud');
  await expect
    .poll(() => told)
    .toContainEqual({
      week: LAST_MONDAY,
      seen: [{ kind: 'hot-address', candidateKey: 'noise~loud' }],
    });
});

test('the spikes do not wait for the others, which can be stopped and looked for again', async () => {
  serveSweep();
  await open({ isHeld: true });
  await expect.element(inbox()).toHaveTextContent('Also looking for calls close together');
  expect(inbox().element().textContent).not.toContain('Nothing unusual');
  await userEvent.click(inbox().getByRole('button', { name: 'Stop' }));
  await expect.element(inbox()).toHaveTextContent('were not looked for');
  await userEvent.click(inbox().getByRole('button', { name: 'Look now' }));
  await expect.element(inbox()).toHaveTextContent('Also looking for calls close together');
  expect(await violationsIn(inbox().element())).toEqual([]);
});
