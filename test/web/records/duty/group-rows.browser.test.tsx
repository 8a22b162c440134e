import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { USUAL_CHOICES } from '#data/policy/choices.ts';
import type { BoardGroup, DutyBoard } from '#data/schema/records/duty.ts';
import { showScreen } from '#test/web/records/show-screen.tsx';
import { BoardMap } from '#web/records/duty/board-map.tsx';
import { shelve } from '#web/records/duty/board-order.ts';
import { GroupRows } from '#web/records/duty/group-rows.tsx';

const quarter = { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' };
const clock = { span: quarter, owed: true, dueOn: quarter.to, daysLeft: 17, attempts: 0, plan: null };
const mark = (day: string, result: 'made' | 'attempted') => ({
  contactId: `${day}-${result}`,
  at: `${day}T10:00:00`,
  result,
  way: 'phone' as const,
  officerId: 'p-amaro',
  topics: '',
});
const group = (name: string, more: Partial<BoardGroup>): BoardGroup => ({
  groupId: name.toLowerCase(),
  name,
  liaisonId: 'p-amaro',
  clock: { ...clock, state: 'soon' },
  inactive: null,
  marks: [],
  plans: [],
  lastMadeOn: null,
  missed: null,
  notice: null,
  representatives: [],
  geometry: null,
  ...more,
});
const groups = [
  group('Canal', { clock: { ...clock, state: 'done' }, marks: [mark('2026-10-03', 'made')], lastMadeOn: '2026-10-03' }),
  group('Vesper', { lastMadeOn: '2026-09-17' }),
  group('Harrow', {
    clock: { ...clock, state: 'soon', attempts: 3 },
    marks: ['2026-10-13', '2026-11-09', '2026-12-01'].map((day) => mark(day, 'attempted')),
    lastMadeOn: '2026-08-20',
  }),
];
const board: DutyBoard = {
  today: '2026-12-14',
  quarter,
  choices: USUAL_CHOICES,
  chosenClock: 'calendar',
  groups,
  people: [{ personId: 'p-amaro', name: 'Amaro', title: 'CRO', role: 'officer' }],
};

async function showRows(mayLog: boolean) {
  const asked: string[] = [];
  const acts = { onLog: (id: string) => asked.push(`log ${id}`), onNotice: (id: string) => asked.push(`notice ${id}`) };
  const dark = { lit: null, onLight: () => undefined };
  const rows = <GroupRows board={board} shelves={shelve(groups)} mayLog={mayLog} {...acts} {...dark} />;
  return { host: await showScreen(() => rows, 'officer', 1000), asked };
}

test('the longest unreached stands first, and each row says its marks in words', async () => {
  const { host } = await showRows(true);
  const names = [...host.querySelectorAll('th[scope="row"]')].map((cell) => cell.textContent);
  expect(names).toEqual(['Harrow', 'Vesper', 'Canal']);
  await expect.element(page.getByRole('img', { name: '0 contacts made, 3 attempts' })).toBeInTheDocument();
  await expect.element(page.getByRole('img', { name: '1 contact made, 0 attempts' })).toBeInTheDocument();
});

test('three attempts prepare a notice, fewer log; what is reached asks for nothing', async () => {
  const { host, asked } = await showRows(true);
  await userEvent.click(page.getByRole('button', { name: 'Prepare notice about Harrow' }));
  await userEvent.click(page.getByRole('button', { name: 'Log contact with Vesper' }));
  expect(asked).toEqual(['notice harrow', 'log vesper']);
  expect(host.querySelectorAll('button')).toHaveLength(2);
});

test('each row leads to every contact with its group', async () => {
  await showRows(false);
  const link = page.getByRole('link', { name: 'Aug 20: every contact with Harrow' });
  await expect.element(link).toHaveAttribute('href', '/contacts?group=harrow');
});

test('who may only read is offered no act', async () => {
  const { host } = await showRows(false);
  expect(host.querySelectorAll('button')).toHaveLength(0);
});

const square = (west: number) => ({
  type: 'Polygon' as const,
  coordinates: [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 0],
    ] as [number, number][],
  ],
});
const placed = groups.map((each, at) => ({ ...each, geometry: square(at * 2) }));

function ListAndMap() {
  const [lit, onLight] = useState<string | null>(null);
  const acts = { mayLog: false, onLog: () => undefined, onNotice: () => undefined, lit, onLight };
  return (
    <>
      <BoardMap groups={placed} officerId={null} lit={lit} onLight={onLight} />
      <GroupRows board={board} shelves={shelve(placed)} {...acts} />
    </>
  );
}

test('list and map move together: pointing at a ground lights its line, and a line in focus its ground', async () => {
  const host = await showScreen(ListAndMap, 'officer', 1000);
  const ground = host.querySelector('path[data-group="canal"]');
  const litRow = () => host.querySelector('tr[data-lit]')?.getAttribute('data-group');
  const pointedRow = () => {
    ground?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })); // heard once the picture listens
    return litRow();
  };
  await expect.poll(pointedRow).toBe('canal');
  host.querySelector<HTMLElement>('tr[data-group="vesper"] a')?.focus();
  await expect.poll(litRow).toBe('vesper');
  expect(host.querySelectorAll('svg g path')).toHaveLength(2);
});
