import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PROGRAMS } from '#data/register/programs.ts';
import { ActivityTotals, type RegisterChoices } from '#data/schema/records/register-answers.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { count } from '#web/ui/words.ts';
import css from './register.module.css';
import { useChoices } from './use-register.ts';

const totals = {
  title: 'Activity by program, group and quarter',
  program: 'Program',
  by: 'Count',
  times: 'Times',
  people: 'People reached',
  countsOnly: 'counts only',
  group: 'Group',
  reached: 'Groups',
  allGroups: 'All groups, and without one',
  noGroup: 'Without a group',
  groups: (n: number) => (n === 0 ? '' : `${n} ${n === 1 ? 'group' : 'groups'}`),
  note: 'Activity of the last four quarters. A program that keeps counts only stands without groups.',
};
const QUARTERS = 4;
const ALL = '';
const NONE = ' '; // no group is called so

/** The fourteen programs of the order and any others, with what was done quarter by quarter. */
export function ProgramTotals() {
  const choices = useChoices().data;
  return choices ? <Totals choices={choices} /> : <Skeleton height={200} />;
}

function Totals({ choices }: { choices: RegisterChoices }) {
  const [by, setBy] = useState<'times' | 'people'>('times');
  const [of, setOf] = useState(ALL);
  const quarters = lastQuarters(choices.today);
  const from = startOf(quarters[0] ?? '');
  const { data } = useQuery({
    queryKey: ['register', 'program-totals', from, choices.today],
    queryFn: () => getJson(ActivityTotals, `/api/records/program-totals?from=${from}&to=${choices.today}`),
  });
  if (data === undefined) return <Skeleton height={200} />;
  const own = [...new Set(data.map(({ program }) => program))].filter(
    (name) => !PROGRAMS.some((one) => one.name === name),
  );
  const rows = [...PROGRAMS, ...own.toSorted().map((name) => ({ letter: '', name, countsOnly: false }))];
  return (
    <section className={css.scroll} aria-label={totals.title}>
      <div className={css.tableHead}>
        <h2>{totals.title}</h2>
        <ListField label={totals.group} value={of} choices={groupChoices(data, choices)} onPick={setOf} />
        <Segmented
          label={totals.by}
          value={by}
          onChange={setBy}
          segments={[
            { value: 'times', label: totals.times },
            { value: 'people', label: totals.people },
          ]}
        />
      </div>
      <table className={css.shelf}>
        <thead>
          <tr>
            <th scope="col">{totals.program}</th>
            {quarters.map((quarter) => (
              <th key={quarter} scope="col" className="number">
                {quarter.replace('-', ' ')}
              </th>
            ))}
            <th scope="col">{totals.reached}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ letter, name, countsOnly }) => {
            const mine = data.filter((row) => row.program === name && isOf(row.groupId, of));
            const groups = new Set(mine.flatMap(({ groupId }) => groupId ?? []));
            return (
              <tr key={name}>
                <th scope="row">
                  <span className={css.letter}>{letter}</span> {name}
                </th>
                {quarters.map((quarter) => (
                  <td key={quarter} className="number">
                    {count(sumOf(mine, quarter, by))}
                  </td>
                ))}
                <td className="caption">{countsOnly ? totals.countsOnly : totals.groups(groups.size)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="caption">{totals.note}</p>
    </section>
  );
}

const isOf = (groupId: string | null, of: string): boolean => of === ALL || (groupId ?? NONE) === of;

/** The groups that any activity was for; a group without any is not offered. */
function groupChoices(data: ActivityTotals, { groups }: RegisterChoices): { value: string; label: string }[] {
  const reached = new Set(data.map(({ groupId }) => groupId));
  return [
    { value: ALL, label: totals.allGroups },
    ...groups
      .filter(({ groupId }) => reached.has(groupId))
      .map(({ groupId, name }) => ({ value: groupId, label: name })),
    { value: NONE, label: totals.noGroup },
  ];
}

const sumOf = (rows: ActivityTotals, quarter: string, by: 'times' | 'people'): number =>
  rows
    .filter((row) => row.quarter === quarter)
    .reduce((sum, { times, peopleReached }) => sum + (by === 'times' ? times : peopleReached), 0);

/** 2026-Q1 … 2026-Q4, the running one last. */
function lastQuarters(today: string): string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const running = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: QUARTERS }, (_, at) => running - QUARTERS + 1 + at).map(
    (quarter) => `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`,
  );
}

const startOf = (quarter: string): string =>
  `${quarter.slice(0, 4)}-${String((Number(quarter.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01`;
