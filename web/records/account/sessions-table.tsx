import { useMemo } from 'react';
import type { OpenSession } from '#data/schema/account.ts';
import { browserInWords } from '#web/records/shared/browser-words.ts';
import { Button } from '#web/ui/button.tsx';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import css from './account.module.css';
import { momentOf, words } from './words.ts';

type Props = {
  caption: string;
  sessions: readonly OpenSession[];
  withPerson: boolean;
  onEnd: (sessionId: string) => void;
};

/** Open sessions, each with the means to end it. */
export function SessionsTable({ caption, sessions, withPerson, onEnd }: Props) {
  const columns = useMemo(() => columnsOf(withPerson, onEnd), [withPerson, onEnd]);
  return <DataTable caption={caption} rows={sessions} columns={columns} rowKey={({ sessionId }) => sessionId} />;
}

function columnsOf(withPerson: boolean, onEnd: Props['onEnd']): Column<OpenSession>[] {
  const device: Column<OpenSession> = {
    id: 'device',
    head: words.device,
    isName: !withPerson,
    value: (session) =>
      [browserInWords(session.device), session.isThis && words.thisOne, session.isLocked && words.locked]
        .filter(Boolean)
        .join(', '),
  };
  const person: Column<OpenSession> = { id: 'name', head: words.person, isName: true, value: ({ name }) => name };
  return [
    ...(withPerson ? [person] : []),
    device,
    {
      id: 'createdAt',
      head: words.since,
      value: ({ createdAt }) => createdAt,
      cell: (s) => <Moment of={words.since} at={s.createdAt} />,
    },
    {
      id: 'lastActiveAt',
      head: words.lastTouch,
      value: (s) => s.lastActiveAt,
      cell: (s) => <Moment of={words.lastTouch} at={s.lastActiveAt} />,
    },
    {
      id: 'end',
      head: words.end,
      value: () => null,
      cell: (session) => (
        <Button small aria-label={words.endOf(browserInWords(session.device))} onClick={() => onEnd(session.sessionId)}>
          {words.end}
        </Button>
      ),
    },
  ];
}

/** On a phone, where the heads are gone, a moment says what it is of. */
const Moment = ({ of, at }: { of: string; at: string }) => (
  <>
    <span className={css.onPhone}>{of} </span>
    {momentOf(at)}
  </>
);
