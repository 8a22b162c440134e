import { Link } from '@tanstack/react-router';
import type { ConcernRow } from '#data/schema/records/concern-filing.ts';
import { shortDate } from '#web/chart/week-axis.ts';
import { kindLabel, type useConcernNames } from '#web/records/shared/concern-names.ts';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import css from './concern-list.module.css';
import { words } from './words.ts';

type Names = ReturnType<typeof useConcernNames>;

const markOf = ({ status, isOverdue }: ConcernRow) =>
  status === 'closed' ? 'answered' : isOverdue ? 'overdue' : 'open';

/** A dense table at the desk, cards on a phone; the same cells. Safety first, then the overdue, then the oldest. */
export function ConcernTable({ rows, names }: { rows: readonly ConcernRow[]; names: Names }) {
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.id}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.groups}</th>
          <th scope="col">{words.owner}</th>
          <th scope="col" className={css.number}>
            {words.age}
          </th>
          <th scope="col">{words.next}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.concernId} row={row} names={names} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, names }: { row: ConcernRow; names: Names }) {
  return (
    <tr>
      <td className={css.reference}>
        <SpeechMark state={markOf(row)} size={14} />
        <Link to={`/concerns/${row.concernId}`} className="code">
          {row.concernId}
        </Link>
      </td>
      <th scope="row">
        <Link to={`/concerns/${row.concernId}`} className={css.name ?? ''}>
          {row.summary || kindLabel(row.category)}
        </Link>
        <span className={css.tags}>
          {row.safetyNow && row.status !== 'closed' && <Tag>{words.safety}</Tag>}
          {row.isOverdue && <Tag>{words.overdue}</Tag>}
          {row.status === 'new' && <Tag look="line">{words.states.new}</Tag>}
          {(row.peopleCount ?? 0) > 1 && <Tag look="voice">{words.people(row.peopleCount ?? 0)}</Tag>}
        </span>
        <small>
          {[
            kindLabel(row.category),
            row.placeWords,
            row.conveyedTo && words.conveyed(row.conveyedTo, day(row.conveyedOn)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </th>
      <td data-head={words.groups}>{listed(row.groupIds.map(names.groupName), 2)}</td>
      <td data-head={words.owner}>
        {row.ownerId ? names.nameOf(row.ownerId) : <span className={css.faint}>{words.nobody}</span>}
      </td>
      <td data-head={words.age} data-unit={words.unit(row.ageDays)} className={css.number}>
        {row.ageDays}
      </td>
      <td data-head={words.next}>
        {row.nextStep ? (
          <>
            {row.nextStep} {row.nextStepOn && <span className={css.faint}>{day(row.nextStepOn)}</span>}
          </>
        ) : (
          <span className={css.faint}>
            {row.status === 'closed' ? (row.closeReason ?? '').replaceAll('-', ' ') : words.noNext}
          </span>
        )}
      </td>
    </tr>
  );
}

const day = (date: string | null): string => (date === null ? '' : shortDate(date));
