import { beforeAll, expect, test } from 'vitest';
import { COORDINATOR, DIVISION_COMMANDER, SECTION_COMMANDER } from '#data/demo/life/people.ts';
import { DutyBoard } from '#data/schema/records/duty.ts';
import { EscalationList } from '#data/schema/records/escalation.ts';
import type { WatchedPage } from './browser.ts';
import { done, expectSound, post, type RecordsDesk } from './records-desk.ts';

const BOARD = '/api/records/duties/board';
const DESIGNATIONS = '/api/records/groups/larkfield-watch/designations';

/** K2, keep every group reached; C3, the commander's weekly meeting. */
export function dutyJourneys(desk: () => RecordsDesk) {
  let coordinator: WatchedPage;
  let lieutenant: WatchedPage;
  let captain: WatchedPage;

  beforeAll(async () => {
    coordinator = await desk().openAs(COORDINATOR);
    lieutenant = await desk().openAs(SECTION_COMMANDER);
    captain = await desk().openAs(DIVISION_COMMANDER);
  });

  const board = async () => DutyBoard.parse(await (await coordinator.request.get(desk().address + BOARD)).json());
  const groupOf = async (groupId: string) => {
    const group = (await board()).groups.find((each) => each.groupId === groupId);
    if (!group) throw new Error(`the board has no ${groupId}`);
    return group;
  };
  const shelf = (title: string) =>
    coordinator.locator('tbody').filter({ has: coordinator.locator('th[scope=rowgroup]', { hasText: title }) });
  const namesOf = (title: string) => shelf(title).locator('th[scope=row]').allInnerTexts();

  test('K2: the groups at risk stand first, longest unreached at the top, before anything is pressed', async () => {
    const cost = await done(coordinator, 'K2, the groups at risk', async () => {
      await coordinator.goto(`${desk().address}/duties`);
      await shelf('No plan yet').waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: 0 });
    expect(await coordinator.locator('th[scope=rowgroup]').allInnerTexts()).toEqual([
      expect.stringContaining('No plan yet'),
      expect.stringContaining('Planned'),
      expect.stringContaining('Reached'),
    ]);
    expect(await namesOf('No plan yet')).toEqual(['Harrow Meadow', 'Depot Square', 'Larkfield Watch']);
    await coordinator
      .getByRole('img', { name: /^Map: no plan yet for Harrow Meadow, Depot Square and Larkfield Watch/ })
      .waitFor();
    expect(await coordinator.getByLabel('The quarter at a glance').innerText()).toMatch(/17 days\s+left in Q4/);
    await expectSound(coordinator);
  });

  test('K2: a contact is logged from its row in two presses, and the group moves to Reached', async () => {
    const cost = await done(coordinator, 'K2, a contact logged', async () => {
      await coordinator.getByRole('button', { name: 'Log contact with Depot Square' }).click();
      await coordinator.getByRole('dialog').getByRole('button', { name: 'Log contact' }).click();
      await expect.poll(() => namesOf('Reached')).toContain('Depot Square');
    });
    expect(cost).toEqual({ presses: 2, keys: 0 });
    expect(await namesOf('No plan yet')).not.toContain('Depot Square');
    expect((await groupOf('depot-square')).lastMadeOn).toBe('2026-12-14');
  });

  test('K2: an attempt is kept as evidence and does not stop the clock', async () => {
    const before = await groupOf('larkfield-watch');
    await done(coordinator, 'K2, an attempt logged', async () => {
      await coordinator.getByRole('button', { name: 'Log contact with Larkfield Watch' }).click();
      const dialog = coordinator.getByRole('dialog');
      await dialog.getByText('Attempted', { exact: true }).click();
      await dialog.getByText('The quarter clock runs on.').waitFor();
      await dialog.getByRole('button', { name: 'Log attempt' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
    await expect.poll(async () => (await groupOf('larkfield-watch')).clock?.attempts).toBe(1);
    expect(await groupOf('larkfield-watch')).toMatchObject({
      clock: { state: before.clock?.state },
      lastMadeOn: before.lastMadeOn,
    });
    expect(await namesOf('No plan yet')).toContain('Larkfield Watch');
  });

  test('K2: a contact is planned from its row, which stops no clock, and the plan is taken back', async () => {
    const before = (await groupOf('larkfield-watch')).clock;
    const what = 'Walk the block together';
    const cost = await done(coordinator, 'K2, a contact planned', async () => {
      await coordinator.getByRole('button', { name: 'Log contact with Larkfield Watch' }).click();
      const dialog = coordinator.getByRole('dialog');
      await dialog.getByText('Planned', { exact: true }).click();
      await dialog.getByLabel('On which day').fill('2026-12-18');
      await dialog.getByLabel('What is planned').pressSequentially(what);
      await dialog.getByRole('button', { name: 'Plan contact' }).click();
      await expect.poll(() => namesOf('Planned')).toContain('Larkfield Watch');
    });
    expect(cost).toEqual({ presses: 3, keys: what.length });
    const plan = { on: '2026-12-18', what };
    expect((await groupOf('larkfield-watch')).clock).toEqual({ ...before, state: 'planned', plan });
    await coordinator.getByRole('button', { name: 'Take away the plan with Larkfield Watch' }).click();
    await expect.poll(() => namesOf('No plan yet')).toContain('Larkfield Watch');
    expect((await groupOf('larkfield-watch')).clock).toEqual(before);
  });

  test('K2: the notice is prepared from the log, sent once, and acknowledged by the section commander', async () => {
    const cost = await done(coordinator, 'K2, the notice sent', async () => {
      await coordinator.getByRole('button', { name: 'Prepare notice about Harrow Meadow' }).click();
      const dialog = coordinator.getByRole('dialog');
      expect(await dialog.getByLabel('What the commander reads').inputValue()).toMatch(
        /^Contact with Harrow Meadow could not be made this quarter\. Attempts: .+; none was answered\. The last contact was on .*Aug.* 20/,
      );
      await expectSound(coordinator);
      await dialog.getByRole('button', { name: 'Send to the section commander' }).click();
      await dialog.waitFor({ state: 'detached' });
    });
    expect(cost).toEqual({ presses: 2, keys: 0 });
    const [told, again] = [
      (await groupOf('harrow-meadow')).notice,
      await post(coordinator, desk().address, '/api/records/notices/no-contact', {
        groupId: 'harrow-meadow',
        words: 'Pressed twice.',
      }),
    ];
    expect(again.status()).toBe(200);
    expect(await again.json()).toMatchObject({ noticeId: told?.noticeId });

    await done(lieutenant, 'K2, the notice read', async () => {
      await lieutenant.goto(`${desk().address}/duties/command`);
      await lieutenant.getByRole('button', { name: /^Acknowledge: .*Harrow Meadow/ }).click();
      await lieutenant.getByRole('button', { name: /^Acknowledge: .*Harrow Meadow/ }).waitFor({ state: 'detached' });
    });
    expect((await groupOf('harrow-meadow')).notice?.acknowledgments).toEqual([
      expect.objectContaining({
        by: SECTION_COMMANDER,
        name: 'Lieutenant Keane',
        at: expect.stringMatching(/^2026-12-14T/),
      }),
    ]);
    await expectSound(lieutenant);
    await coordinator.reload();
    await coordinator.getByText(/^Sent Dec 14, read Dec 14 by Lieutenant Keane/).waitFor();
  });

  test('K2: the division commander alone sets a group to rest, with a reason, and takes it back', async () => {
    const officer = await desk().openAs('p-quill');
    const { address } = desk();
    const reason = 'The watch has not met since spring.';
    const rest = { status: 'inactive', reason, reviewOn: '2027-03-15', revision: 1 };
    for (const refused of [officer, coordinator, lieutenant]) {
      expect((await post(refused, address, DESIGNATIONS, rest)).status()).toBe(403); // whatever the screen offers
    }
    const path = `${address}/groups/larkfield-watch`;
    await officer.goto(path);
    const notTheirs = officer.getByRole('button', { name: 'Designate inactive' });
    await notTheirs.waitFor();
    expect(await notTheirs.getAttribute('aria-disabled')).toBe('true');
    expect(await notTheirs.getAttribute('title')).toMatch(/Only the division commander/);

    const dialog = captain.getByRole('dialog');
    const decide = dialog.getByRole('button', { name: /^Designate / });
    const cost = await done(captain, 'K2, a group set to rest', async () => {
      await captain.goto(path);
      await captain.getByRole('button', { name: 'Designate inactive' }).click();
      expect(await decide.getAttribute('aria-disabled')).toBe('true'); // not without a reason and a day of review
      await dialog.getByLabel('Reason').pressSequentially(reason);
      await dialog.getByLabel('Looked at again on').fill('2027-03-15');
      await expectSound(captain);
      await decide.click();
      await captain.getByRole('button', { name: 'Designate active again' }).waitFor();
    });
    expect(cost.presses).toBe(2);
    await captain.getByText(reason).first().waitFor();
    await expectSound(captain);
    await coordinator.reload();
    await coordinator
      .getByText(/^By .*Rosario, Dec.* 14/)
      .first()
      .waitFor();
    expect(await namesOf('No plan yet')).not.toContain('Larkfield Watch');
    await captain.getByRole('button', { name: 'Designate active again' }).click();
    await dialog.getByLabel('Reason').pressSequentially('They asked for a meeting.');
    await decide.click();
    await captain.getByRole('button', { name: 'Designate inactive' }).waitFor();
    for (const kept of [reason, 'They asked for a meeting.']) await captain.getByText(kept).first().waitFor();
    await coordinator.reload();
    await expect.poll(() => namesOf('No plan yet')).toContain('Larkfield Watch'); // owed in this quarter like any other
    await officer.context().close();
  });

  test('C3: one page says what is late and whom it waits for, without a percent sign', async () => {
    const cost = await done(captain, 'C3, the page of the meeting', async () => {
      await captain.goto(`${desk().address}/duties/command`);
      await captain.getByRole('heading', { name: /^Groups not reached/ }).waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: 0 });
    const heads = await captain.getByRole('heading', { level: 2 }).allInnerTexts();
    const shelves = ['Waiting for you', 'Groups not reached', 'Concerns without word', 'Referrals, silent', 'Reports'];
    for (const title of shelves) expect(heads, title).toContainEqual(expect.stringContaining(title));
    expect(await captain.getByRole('main').innerText()).not.toContain('%');
    await expectSound(captain);
  });

  test('C3: an escalation is acknowledged where it is read, and kept with name and time', async () => {
    const waiting = captain.getByRole('button', { name: /^Acknowledge: / });
    const before = await waiting.count();
    expect(before).toBeGreaterThan(0);
    await done(captain, 'C3, all that waits is acknowledged', async () => {
      for (let left = before; left > 0; left--) {
        await waiting.first().click();
        await expect.poll(() => waiting.count()).toBe(left - 1);
      }
    });
    await captain.getByText('No notice waits for you.').waitFor();

    const chief = await desk().openAs('p-averill');
    await chief.goto(`${desk().address}/escalations`);
    const cost = await done(chief, 'C3, an escalation answered by the chief', async () => {
      await chief.getByRole('button', { name: 'Acknowledge' }).first().waitFor();
      await chief.keyboard.press('a');
      await chief.getByLabel('Your words').pressSequentially('Lights first.');
      await chief.getByRole('dialog').getByRole('button', { name: 'Acknowledge' }).press('Enter');
      await chief.getByRole('dialog').waitFor({ state: 'detached' });
      await chief.getByText('Lights first.').waitFor();
    });
    expect(cost).toEqual({ presses: 0, keys: 'aLights first.'.length + 1 });
    const answer = await chief.request.get(`${desk().address}/api/records/escalations`);
    const read = EscalationList.parse(await answer.json()).notices.flatMap(({ acknowledgments }) => acknowledgments);
    expect(read).toContainEqual({
      by: 'p-averill',
      name: 'Chief Averill',
      at: expect.stringMatching(/^2026-12-14T/),
      words: 'Lights first.',
    });
    await expectSound(chief);
    await chief.context().close();
  });
}
