import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { USUAL_SETTINGS } from '#data/policy/choices.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { SettingsScreen } from '#web/records/setting/settings-screen.tsx';

afterEach(() => vi.unstubAllGlobals());

/** A server that keeps settings: `answer` decides about a change. */
function serve(answer: (body: Record<string, unknown>) => Response) {
  const kept = { ...USUAL_SETTINGS };
  vi.stubGlobal('fetch', async (_: string, { method, body }: RequestInit = {}) =>
    method === 'PATCH' ? answer(JSON.parse(String(body))) : Response.json(kept),
  );
  return kept;
}
const faultsOf = async (host: HTMLElement) =>
  (await axe.run(host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
const days = () => page.getByRole('spinbutton', { name: /^How long a group waits for a word/ });

test.each([390, 1280])('at %i each choice stands beside its clause, and only what changed is sent', async (width) => {
  const sent: unknown[] = [];
  const kept = serve((body) => {
    sent.push(body);
    const { seen: _, ...chosen } = body;
    return Response.json(Object.assign(kept, chosen));
  });
  const host = await showScreen(SettingsScreen, 'administrator', width);
  await expect.element(days()).toHaveValue(30);
  const row = page.getByRole('article', { name: 'What “quarterly” means' });
  await expect.element(row.getByText(/If contact cannot be made with a group/)).toBeVisible();
  expect(await faultsOf(host)).toEqual([]);
  expect(host.scrollWidth).toBeLessThanOrEqual(width);
  await userEvent.fill(days(), '21');
  await userEvent.click(row.getByText('Rolling 92 days'));
  await expect.element(row.getByText(/who is due changes at once/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Save 2 choices' }));
  await expect.element(page.getByText(/^Saved\./)).toBeVisible();
  expect(sent).toEqual([
    {
      ...{ answerWithinDays: 21, quarterClock: 'rolling-92-days' },
      seen: { answerWithinDays: 30, quarterClock: 'calendar' },
    },
  ]);
});

test('where somebody else chose meanwhile both stand side by side, and either can be kept', async () => {
  let isFirst = true;
  const kept = serve((body) => {
    if (isFirst) {
      isFirst = false;
      Object.assign(kept, { answerWithinDays: 45 });
      return Response.json({ detail: 'A setting was changed', current: kept }, { status: 409 });
    }
    const { seen: _, ...chosen } = body;
    return Response.json(Object.assign(kept, chosen));
  });
  const host = await showScreen(SettingsScreen, 'administrator');
  await userEvent.fill(days(), '21');
  await userEvent.click(page.getByRole('button', { name: 'Save 1 choice' }));
  await expect.element(page.getByText(/Chosen by somebody else meanwhile: 45 days/)).toBeVisible();
  await expect.element(days()).toHaveValue(21);
  expect(await faultsOf(host)).toEqual([]);
  await userEvent.click(page.getByRole('button', { name: 'Save mine anyway' }));
  await expect.element(page.getByText(/^Saved\./)).toBeVisible();
  expect(kept.answerWithinDays).toBe(21);
});

test('a refusal stands at its field and keeps what was typed', async () => {
  const errors = [{ path: 'idleMinutes', message: 'Choose 1 to 30 minutes, a whole number.' }];
  serve(() => Response.json({ detail: 'Not accepted', errors }, { status: 422 }));
  await showScreen(SettingsScreen, 'administrator');
  const idle = page.getByRole('spinbutton', { name: /^When a session locks that nobody touches/ });
  await userEvent.fill(idle, '90');
  await userEvent.click(page.getByRole('button', { name: 'Save 1 choice' }));
  await expect.element(idle).toHaveAccessibleDescription('Choose 1 to 30 minutes, a whole number.');
  await expect.element(idle).toHaveValue(90);
});

test('an officer reads what was chosen and changes nothing; a city partner is told it is not theirs', async () => {
  serve(() => Response.json({}, { status: 403 }));
  const host = await showScreen(SettingsScreen, 'officer', 390);
  await expect.element(page.getByText('Calendar quarters')).toBeVisible();
  await expect.element(page.getByRole('spinbutton')).not.toBeInTheDocument();
  expect(await faultsOf(host)).toEqual([]);
  await showScreen(SettingsScreen, 'city-partner');
  await expect.element(page.getByText('Your role does not read the settings')).toBeVisible();
});
