import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Session, Welcome } from '#data/schema/session.ts';
import { show } from '#test/fixture/show.tsx';
import { type Api, ApiFailed } from '#web/api.ts';
import { FirstRun } from '#web/app/first-run.tsx';
import { Locked } from '#web/app/locked.tsx';
import { SignIn } from '#web/app/sign-in.tsx';

afterEach(() => vi.unstubAllGlobals());
/** The door is a main part of its own: what stands around it is the test's. */
const faultsOf = async () =>
  (await axe.run(document.querySelector<HTMLElement>('main main > *') ?? document.body)).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
  );

const welcome: Welcome = {
  ...{ city: 'Small City', demo: false, firstRun: false, signOn: null, people: [], enterAs: null },
  ...{ session: null, locked: null },
};
const session: Session = {
  ...{ personId: 'p-max', name: 'Max First', title: '', district: null, role: 'administrator' },
  ...{ releaseLevel: 'internal', city: 'Small City', demo: false, nowLocal: '2026-12-14T07:42:00' },
  ...{ basemap: null, idleMinutes: 15 },
};
const never = (): never => {
  throw new Error('this door asks for something else');
};
/** A server's doors: those named answer, any other is a fault of the page. */
const apiOf = (doors: Partial<Api>): Api =>
  new Proxy(doors as Api, { get: (has, name) => Reflect.get(has, name) ?? never });
const refused = () => Promise.reject(new ApiFailed(401, 'This e-mail address and password do not belong together.'));

test.each([390, 1280])(
  'at %i the first administrator is made once, with what was typed kept on a refusal',
  async (width) => {
    const made: unknown[] = [];
    const entered = vi.fn();
    const makeFirst: Api['makeFirst'] = async (given) => {
      made.push(given);
      if (made.length === 1) throw new ApiFailed(422, 'Choose a longer password.');
      return session;
    };
    await page.viewport(width, 800);
    await show(
      <FirstRun api={apiOf({ makeFirst })} welcome={{ ...welcome, firstRun: true }} onEnter={entered} />,
      width,
    );
    await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'Max First');
    await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'max@department.example');
    await userEvent.fill(page.getByLabelText('Password'), 'a sentence to keep');
    expect(await faultsOf()).toEqual([]);
    await userEvent.click(page.getByRole('button', { name: 'Make the account' }));
    await expect.element(page.getByRole('alert')).toHaveTextContent('Choose a longer password.');
    await expect.element(page.getByLabelText('Password')).toHaveValue('a sentence to keep');
    await userEvent.click(page.getByRole('button', { name: 'Make the account' }));
    await expect.poll(() => entered.mock.calls).toEqual([[session]]);
    expect(made[1]).toEqual({ name: 'Max First', email: 'max@department.example', password: 'a sentence to keep' });
  },
);

test.each([390, 1280])(
  'at %i a wrong password is said, and a second factor is asked for only when there is one',
  async (width) => {
    const asked: unknown[] = [];
    const entered = vi.fn();
    const signIn: Api['signIn'] = async (given) => {
      asked.push(given);
      if (given.password === 'wrong') return refused();
      return given.code === undefined ? 'needs-code' : session;
    };
    await page.viewport(width, 800);
    await show(<SignIn api={apiOf({ signIn })} welcome={welcome} onEnter={entered} />, width);
    await userEvent.fill(page.getByRole('textbox', { name: 'E-mail address' }), 'max@department.example');
    await userEvent.fill(page.getByLabelText('Password'), 'wrong');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/do not belong together/);
    expect(await faultsOf()).toEqual([]);
    await userEvent.fill(page.getByLabelText('Password'), 'a sentence to keep');
    await userEvent.keyboard('{Enter}');
    const code = page.getByRole('textbox', { name: 'Code of your second factor' });
    await expect.element(code).toHaveFocus();
    expect(await faultsOf()).toEqual([]);
    await userEvent.fill(code, ' 123456 ');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => entered.mock.calls).toEqual([[session]]);
    expect(asked.at(-1)).toEqual({ email: 'max@department.example', password: 'a sentence to keep', code: '123456' });
  },
);

test('where the department has a sign-on it is the one filled button, before the password', async () => {
  await show(<SignIn api={apiOf({})} welcome={{ ...welcome, signOn: 'City sign-on' }} onEnter={never} />, 1280);
  const buttons = page.getByRole('button').elements();
  expect(buttons.map((button) => button.textContent)).toEqual(['Sign in with City sign-on', 'Sign in']);
  expect(await faultsOf()).toEqual([]);
});

test.each([390, 1280])(
  'at %i a locked page shows nothing but who it was, and opens by password or code',
  async (width) => {
    const proofs: unknown[] = [];
    const [unlocked, left] = [vi.fn(), vi.fn()];
    const unlock: Api['unlock'] = async (proof) => {
      proofs.push(proof);
      return 'password' in proof ? refused() : session;
    };
    const locked = {
      ...({ personId: 'p-max', name: 'First', title: 'Captain', role: 'administrator', unit: null } as const),
      unlockBy: ['password', 'code'] as ('password' | 'code')[],
    };
    await page.viewport(width, 800);
    await show(<Locked api={apiOf({ unlock })} {...{ welcome, locked }} onUnlock={unlocked} onLeave={left} />, width);
    await expect.element(page.getByText('Signed in as Captain First.')).toBeVisible();
    await expect.element(page.getByLabelText('Password')).toHaveFocus();
    expect(await faultsOf()).toEqual([]);
    await userEvent.keyboard('wrong{Enter}');
    await expect.element(page.getByRole('alert')).toBeVisible();
    await userEvent.click(page.getByRole('button', { name: 'Use a code instead' }));
    await userEvent.fill(page.getByRole('textbox', { name: 'Code of your second factor' }), '123456');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => unlocked.mock.calls).toEqual([[session]]);
    expect(proofs).toEqual([{ password: 'wrong' }, { code: '123456' }]);
    await userEvent.click(page.getByRole('button', { name: 'Sign in as somebody else' }));
    expect(left).toHaveBeenCalledOnce();
  },
);

test.each([390, 1280])(
  'at %i a demo offers one person of each role with what it is for, the others behind a press',
  async (width) => {
    const faceOf = (name: string, role: Session['role']) => ({
      ...{ personId: `p-${name.toLowerCase()}`, name, title: '', role, unit: 'Patrol' },
    });
    const people = [faceOf('Nakamura', 'analyst'), faceOf('Amaro', 'officer'), faceOf('Bright', 'officer')];
    const entered: string[] = [];
    const enterDemo: Api['enterDemo'] = async (personId) => {
      entered.push(personId);
      return session;
    };
    await page.viewport(width, 800);
    const host = await show(
      <SignIn api={apiOf({ enterDemo })} welcome={{ ...welcome, demo: true, people }} onEnter={() => undefined} />,
      width,
    );
    const shown = () =>
      page
        .getByRole('button')
        .elements()
        .map((button) => button.querySelector('b')?.textContent);
    expect(shown()).toEqual(['Nakamura', 'Amaro']);
    await expect.element(page.getByText('officer: serves groups: meetings, concerns, contacts')).toBeVisible();
    await userEvent.click(page.getByText('1 more person'));
    expect(shown()).toEqual(['Nakamura', 'Amaro', 'Bright']);
    expect(await faultsOf()).toEqual([]);
    const { right } = host.getBoundingClientRect();
    for (const button of page.getByRole('button').elements())
      expect(button.getBoundingClientRect().right).toBeLessThan(right);
    await userEvent.click(page.getByRole('button', { name: 'Enter as Bright officer' }));
    await expect.poll(() => entered).toEqual(['p-bright']);
  },
);
