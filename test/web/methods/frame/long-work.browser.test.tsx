import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { show } from '#test/fixture/show.tsx';
import type { LongAnswered } from '#web/ask/use-long-answer.ts';
import { LongWork } from '#web/methods/frame/long-work.tsx';

const done: LongAnswered<string> = {
  ...{ found: 'an answer', trouble: null, isSlow: false, retry: () => {} },
  ...{ step: null, isStopped: false, stop: () => {} },
};

test('long work says how far it is and can be stopped', async () => {
  let stops = 0;
  const host = await show(
    <LongWork answered={{ ...done, found: null, step: { done: 312, total: 999 }, stop: () => stops++ }} />,
  );
  await expect.element(page.getByRole('progressbar', { name: 'Working it out' })).toHaveAttribute('value', '312');
  await expect.element(page.getByText('312 of 999')).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  expect(stops).toBe(1);
  const { violations } = await axe.run(host);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('stopped work says so and can begin again', async () => {
  let asked = 0;
  await show(<LongWork answered={{ ...done, found: null, isStopped: true, retry: () => asked++ }} />);
  await expect.element(page.getByText('Stopped before the end.')).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(asked).toBe(1);
});

test('work that is done shows nothing of it', async () => {
  await show(<LongWork answered={done} />);
  expect(page.getByRole('progressbar').elements()).toEqual([]);
  expect(page.getByRole('button').elements()).toEqual([]);
});
