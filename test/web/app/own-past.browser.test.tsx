import { createMemoryHistory } from '@tanstack/react-router';
import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '#test/fixture/show.tsx';
import { App } from '#web/app/app.tsx';
import type { OpenDoor } from '#web/app/calls-door.tsx';
import type { Method, Question } from '#web/compute/door.ts';
import { openSmallCity } from './small-door.ts';

beforeEach(() => localStorage.clear());

/** The small city, whose door hears every question first; those that `isHeld` get no answer. */
async function openWatched(isHeld: (question: Question<Method>) => boolean = () => false) {
  const city = openSmallCity();
  const asked: Question<Method>[] = [];
  const openDoor: OpenDoor = () => {
    const door = city.openDoor();
    const ask: typeof door.ask = (question, slot, onStep) => {
      asked.push(question);
      return isHeld(question) ? new Promise(() => {}) : door.ask(question, slot, onStep);
    };
    return { ...door, ask };
  };
  await page.viewport(1280, 900);
  const history = createMemoryHistory({ initialEntries: ['/?view=table'] });
  await show(<App api={city.api} openDoor={openDoor} history={history} />, 1280);
  return asked;
}
const list = () => page.getByRole('region', { name: 'To look at' });
const thresholds = (asked: Question<Method>[]) =>
  asked.flatMap((question) => (question.method === 'spike' ? [Reflect.get(question.options, 'watchP')] : []));

test('the list is set by the own past, asked for once, without anybody choosing', async () => {
  const asked = await openWatched();
  await expect.element(list()).toHaveTextContent('Set to about 1 false alarm a week');
  const [first, ...later] = thresholds(asked);
  expect(first).toBe(0);
  expect(later.at(-1)).toBeGreaterThan(0);
  expect(asked.filter(({ method }) => method === 'budget')).toHaveLength(1);
});

test('a later session over the same calls does not judge the past again', async () => {
  await openWatched();
  await expect.element(list()).toHaveTextContent('Set to about 1 false alarm a week');
  document.body.replaceChildren();
  const asked = await openWatched();
  await expect.element(list()).toHaveTextContent('Set to about 1 false alarm a week');
  expect(asked.filter(({ method }) => method === 'budget')).toEqual([]);
  expect(thresholds(asked).at(-1)).toBeGreaterThan(0);
});

test('until the past has been judged the list says so, and never that nothing is unusual', async () => {
  const asked = await openWatched(({ method }) => method === 'budget');
  await expect.element(list()).toHaveTextContent('being set by this city’s own past');
  expect(list().element().textContent).not.toContain('Nothing unusual');
  expect(new Set(thresholds(asked))).toEqual(new Set([0]));
});
