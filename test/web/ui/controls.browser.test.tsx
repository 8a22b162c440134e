import axe from 'axe-core';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '#web/ui/tokens.css';
import '#web/ui/base.css';
import { show } from '#test/fixture/show.tsx';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { Check, Field } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { VerdictMark } from '#web/ui/verdict-mark.tsx';

test('an unavailable button stays in reach, says why, and does nothing', async () => {
  let presses = 0;
  await show(
    <Button unavailable="Nothing is chosen" onClick={() => presses++}>
      Send
    </Button>,
  );
  const button = page.getByRole('button', { name: 'Send' });
  button.element().focus();
  await userEvent.keyboard('{Enter}');
  expect(presses).toBe(0);
  await expect.element(button).toHaveAttribute('title', 'Nothing is chosen');
  await expect.element(button).toHaveFocus();
});

function Shades() {
  const [value, setValue] = useState<'map' | 'table'>('map');
  return (
    <Segmented
      label="Show as"
      segments={[
        { value: 'map', label: 'Map' },
        { value: 'table', label: 'Table' },
      ]}
      value={value}
      onChange={setValue}
    />
  );
}

test('arrow keys move a segmented choice', async () => {
  await show(<Shades />);
  page.getByRole('radio', { name: 'Map' }).element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(page.getByRole('radio', { name: 'Table' })).toBeChecked();
});

type Row = { name: string; calls: number };
const ROWS: Row[] = [
  { name: 'Millrace', calls: 9 },
  { name: 'Eastbank', calls: 83 },
  { name: 'Cordery', calls: 38 },
];
const COLUMNS: Column<Row>[] = [
  { id: 'name', head: 'Name', value: ({ name }) => name, isName: true },
  { id: 'calls', head: 'Calls', value: ({ calls }) => calls, numeric: true },
];

test('a table sorts by its heads with the keyboard and says how it is sorted', async () => {
  const picked: string[] = [];
  const host = await show(
    <DataTable
      caption="Calls by group"
      rows={ROWS}
      columns={COLUMNS}
      rowKey={({ name }) => name}
      sortedBy={{ id: 'name', desc: false }}
      onPick={({ name }) => picked.push(name)}
    />,
  );
  const names = () => [...host.querySelectorAll('tbody th')].map((cell) => cell.textContent);
  expect(names()).toEqual(['Cordery', 'Eastbank', 'Millrace']);
  page.getByRole('button', { name: 'Calls' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(names).toEqual(['Eastbank', 'Cordery', 'Millrace']);
  await expect.element(page.getByRole('columnheader', { name: 'Calls' })).toHaveAttribute('aria-sort', 'descending');
  page.getByRole('button', { name: 'Millrace' }).element().focus();
  await userEvent.keyboard('{Enter}');
  expect(picked).toEqual(['Millrace']);
});

test.each(['light', 'dark'])('in %s, the controls together have no fault that axe can find', async (theme) => {
  document.documentElement.dataset.theme = theme;
  const host = await show(
    <div style={{ background: 'var(--surface)', color: 'var(--ink)' }}>
      <Button look="filled" keyHint="J">
        Next
      </Button>
      <Button look="quiet">Change</Button>
      <Tag look="voice">2 concerns</Tag>
      <Tag>new</Tag>
      <VerdictMark verdict="usual" />
      <VerdictMark verdict="watch" />
      <VerdictMark verdict="unusual" />
      <VerdictMark verdict="not-judged" />
      <Field label="Radius" unit="m" fault="A radius is between 25 and 20,000 meters." />
      <Check label="Noise" checked onChange={() => {}} />
      <Notice kind="fault" title="2025 could not be read">
        2024 and 2026 are shown.
      </Notice>
      <Notice kind="stale" title="Calls are 9 hours old" />
    </div>,
  );
  const { violations } = await axe.run(host);
  delete document.documentElement.dataset.theme;
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
});
