import { Menu } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DutyBoard } from '#data/schema/records/duty.ts';
import { useMay } from '#web/ask/session.tsx';
import { LogContact } from '#web/records/shared/log-contact.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { shelve } from './board-order.ts';
import { ClockPanel } from './clock-panel.tsx';
import css from './duties-screen.module.css';
import { DutyViews } from './duty-views.tsx';
import { GroupRows } from './group-rows.tsx';
import { Loading, UnreadScreen } from './reading.tsx';
import { SendNotice } from './send-notice.tsx';
import { DUTIES_KEY, useBoard } from './use-board.ts';
import { words } from './words.ts';

type Opened = { what: 'log' | 'notice'; groupId: string } | null;

/** Keep every group reached (1902.2 C): days left, who has no plan, one tap to log, the notice prepared. */
export function DutiesScreen() {
  const [clock, setClock] = useState<DutyBoard['choices']['quarterClock'] | null>(null);
  const { data: board, error, refetch } = useBoard(clock);
  if (error) return <UnreadScreen trouble={error} onRetry={refetch} />;
  if (board === undefined) return <Loading />;
  if (board.groups.length === 0) return <Quiet title={words.emptyTitle}>{words.empty}</Quiet>;
  return <Board board={board} onClock={setClock} />;
}

function Board({
  board,
  onClock,
}: {
  board: DutyBoard;
  onClock: (clock: DutyBoard['choices']['quarterClock']) => void;
}) {
  const [officerId, setOfficer] = useState<string | null>(null);
  const [opened, open] = useState<Opened>(null);
  const [lit, onLight] = useState<string | null>(null);
  const mayLog = useMay('contact.write');
  const all = shelve(board.groups);
  const shown = shelve(board.groups.filter(({ liaisonId }) => officerId === null || liaisonId === officerId));
  const reachable = board.groups.filter(({ inactive }) => inactive === null);
  const firstId = [...shown.noPlan, ...shown.planned, ...shown.reached][0]?.groupId ?? reachable[0]?.groupId ?? null;
  const log = (groupId: string | null) => groupId !== null && open({ what: 'log', groupId });
  useLogKey(() => mayLog && opened === null && log(firstId));
  const noticed = opened?.what === 'notice' && board.groups.find(({ groupId }) => groupId === opened.groupId);
  const notice = (groupId: string) => open({ what: 'notice', groupId });
  return (
    <div className={css.screen}>
      <ClockPanel
        board={board}
        shelves={all}
        onClock={onClock}
        onReview={notice}
        officerId={officerId}
        {...{ lit, onLight }}
      />
      <section className={css.main}>
        <header className={css.top}>
          <h1>{board.choices.quarterClock === 'calendar' ? words.title : words.rollingTitle}</h1>
          <DutyViews at="board" />
          <Legend />
          <Officers board={board} officerId={officerId} onPick={setOfficer} />
          {mayLog && (
            <Button look="filled" keyHint="L" onClick={() => log(firstId)}>
              {words.log}
            </Button>
          )}
        </header>
        <GroupRows board={board} shelves={shown} mayLog={mayLog} onLog={log} onNotice={notice} {...{ lit, onLight }} />
      </section>
      {opened?.what === 'log' && (
        <LogContact groups={reachable} groupId={opened.groupId} touches={[DUTIES_KEY]} onClose={() => open(null)} />
      )}
      {noticed && <SendNotice group={noticed} onClose={() => open(null)} />}
    </div>
  );
}

/** L opens the log, but never while something is being typed. */
function useLogKey(onLog: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog');
      if (isTyping || event.key.toLowerCase() !== 'l' || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onLog();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function Legend() {
  return (
    <ul className={css.legend}>
      <li>
        <i className={css.made} /> {words.made}
      </li>
      <li>
        <i className={css.attempt} /> {words.attempt}
      </li>
      <li>
        <i className={css.planned} /> {words.planned}
      </li>
    </ul>
  );
}

function Officers({
  board,
  officerId,
  onPick,
}: {
  board: DutyBoard;
  officerId: string | null;
  onPick: (officerId: string | null) => void;
}) {
  const liaisons = new Set(board.groups.map(({ liaisonId }) => liaisonId));
  const officers = board.people.filter(({ personId }) => liaisons.has(personId));
  const chosen = officers.find(({ personId }) => personId === officerId);
  const check = <Icon name="check" />;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button iconEnd="down">{chosen?.name ?? words.allOfficers}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item rightSection={officerId === null && check} onClick={() => onPick(null)}>
          {words.allOfficers}
        </Menu.Item>
        {officers.map(({ personId, name }) => (
          <Menu.Item key={personId} rightSection={personId === officerId && check} onClick={() => onPick(personId)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
