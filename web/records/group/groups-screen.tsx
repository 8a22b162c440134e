import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { GroupFilter } from './group-filter.tsx';
import { GroupLink, GroupTable } from './group-table.tsx';
import css from './groups.module.css';
import { GroupsMap } from './groups-map.tsx';
import { Reading, Unread } from './reading.tsx';
import { EVERYTHING, fitting, useFilter } from './use-filter.ts';
import { type ListedGroup, useGrounds, useGroups, useNextMeetings } from './use-groups.ts';
import { words } from './words.ts';

/** `/groups`: the registry of community groups (1902.2 A.1), on the list and on their ground. */
export function GroupsScreen() {
  const mayRead = useMay('group.read');
  const mayWrite = useMay('group.write');
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useGroups();
  if (!mayRead)
    return (
      <div className={css.page}>
        <Notice kind="locked" title={words.forbidden} />
      </div>
    );
  if (error) return <Unread title={words.failed} trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Reading />;
  const add = mayWrite && (
    <Button look="filled" onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <>
      {data.length === 0 ? (
        <Quiet title={words.noneTitle} actions={add}>
          {words.none}
        </Quiet>
      ) : (
        <Registry groups={data}>{add}</Registry>
      )}
      {isAdding && <GroupDialog group={null} onClose={() => setAdding(false)} />}
    </>
  );
}

function Registry({ groups, children }: { groups: readonly ListedGroup[]; children: ReactNode }) {
  const { nowLocal, personId } = useSession();
  const { filter, set } = useFilter();
  const { nameOf } = useConcernNames();
  const next = useNextMeetings();
  const { data: grounds = [] } = useGrounds(nowLocal.slice(0, 10));
  const shown = useMemo(() => fitting(groups, filter), [groups, filter]);
  const all = shown.filter(({ kind }) => kind !== 'neighborhood');
  const mine = all.filter(({ liaisonId }) => liaisonId === personId);
  const listed = all.filter((group) => !mine.includes(group));
  const without = shown.filter(({ kind }) => kind === 'neighborhood');
  const byId = useMemo(() => new Map(shown.map((group) => [group.groupId, group])), [shown]);
  const lookOf = useCallback(
    (groupId: string) => {
      const group = byId.get(groupId);
      return group === undefined || group.kind === 'neighborhood' || group.status === 'inactive' ? 'quiet' : 'plain';
    },
    [byId],
  );
  const kept = groups.filter(({ kind }) => kind !== 'neighborhood');
  const inactive = kept.filter(({ status }) => status === 'inactive').length;
  return (
    <div className={css.screen}>
      <section className={css.main}>
        <header className={css.top}>
          <h1>{words.title}</h1>
          {children}
        </header>
        <p className={css.answer}>{words.answer(kept.length - inactive, groups.length - kept.length, inactive)}</p>
        <GroupFilter groups={groups} filter={filter} set={set} nameOf={nameOf} />
        <p className={css.count}>{words.shown(shown.length, groups.length)}</p>
        <Live>{words.shown(shown.length, groups.length)}</Live>
        {shown.length === 0 && (
          <Notice
            kind="plain"
            title={words.nothing}
            actions={<Button onClick={() => set(EVERYTHING)}>{words.clear}</Button>}
          />
        )}
        {mine.length > 0 && (
          <section className={css.mine}>
            <h2>
              {words.mine} <span>{mine.length}</span>
            </h2>
            <GroupTable caption={words.mine} groups={mine} next={next} nameOf={nameOf} isMine />
          </section>
        )}
        {listed.length > 0 && (
          <section className={css.mine}>
            {mine.length > 0 && (
              <h2>
                {words.others} <span>{listed.length}</span>
              </h2>
            )}
            <GroupTable caption={words.title} groups={listed} next={next} nameOf={nameOf} />
          </section>
        )}
        {without.length > 0 && (
          <section className={css.without}>
            <h2>
              {words.without} <span>{without.length}</span>
            </h2>
            <p className="caption">{words.withoutWhy}</p>
            <ul>
              {without.map((group) => (
                <li key={group.groupId}>
                  <GroupLink group={group} />{' '}
                  <span className={css.faint}>
                    {words.district(group.district)},{' '}
                    {group.liaisonId === null ? words.nobody : nameOf(group.liaisonId)}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </section>
      <aside className={css.map}>
        <GroupsMap label={words.mapLabel(shown.length)} grounds={grounds} lookOf={lookOf} />
      </aside>
    </div>
  );
}
