import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { GroupPromise } from '#data/schema/records/contact.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { ClosePromise } from './close-promise.tsx';
import css from './meeting.module.css';
import { MeetingState } from './meeting-state.tsx';
import { NewPromise } from './new-promise.tsx';
import { PromiseTable } from './promise-table.tsx';
import { words } from './words.ts';

type State = keyof typeof words.states;
const STATES = (['open', 'late', 'kept', 'not-kept', 'released', 'all'] as const).map((value) => ({
  value,
  label: words.states[value],
}));

/** `/promises`: what was promised to groups, the earliest due first, until each is closed with its evidence. */
export function PromisesScreen() {
  const today = useSession().nowLocal.slice(0, 10);
  const names = useConcernNames();
  const mayWrite = useMay('promise.write');
  const [isMaking, setMaking] = useState(false);
  const [state, setState] = useState<State>('open');
  const [groupId, setGroup] = useState('');
  const [ownerId, setOwner] = useState('');
  const [closing, close] = useState<GroupPromise | null>(null);
  const asked = useQuery({
    queryKey: ['promises'],
    queryFn: () => getJson(GroupPromise.array(), '/api/records/promises'),
  });
  const all = asked.data ?? [];
  const isLate = ({ status, dueOn }: GroupPromise) => status === 'open' && dueOn < today;
  const shown = all
    .filter((each) => state === 'all' || (state === 'late' ? isLate(each) : each.status === state))
    .filter((each) => (groupId === '' || each.groupId === groupId) && (ownerId === '' || each.ownerId === ownerId));
  const open = all.filter(({ status }) => status === 'open');
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.promisesTitle}</h1>
        {mayWrite && (
          <Button look="filled" onClick={() => setMaking(true)}>
            {words.addPromise}
          </Button>
        )}
      </header>
      {isMaking && <NewPromise names={names} groupId={groupId} onClose={() => setMaking(false)} />}
      <MeetingState asked={asked} forbidden={words.promisesForbidden} />
      {asked.data && (
        <>
          <p className={css.sentence}>
            {words.promiseSums(open.length, open.filter(isLate).length)}{' '}
            <span className="caption">{words.promisesLead}</span>
          </p>
          <search className={css.filters} aria-label={words.filters}>
            <ListField label={words.state} choices={STATES} value={state} onPick={setState} />
            <ListField
              label={words.group}
              choices={[
                { value: '', label: words.anyGroup },
                ...names.groups.map((each) => ({ value: each.groupId, label: each.name })),
              ]}
              value={groupId}
              onPick={setGroup}
            />
            <ListField
              label={words.owner}
              choices={[
                { value: '', label: words.anyOwner },
                ...names.people.map((each) => ({ value: each.personId, label: each.name })),
              ]}
              value={ownerId}
              onPick={setOwner}
            />
          </search>
          {shown.length === 0 ? (
            <Quiet title={words.nonePromised} />
          ) : (
            <PromiseTable promises={shown} names={names} today={today} onClose={close} />
          )}
        </>
      )}
      {closing && <ClosePromise promise={closing} onClose={() => close(null)} />}
    </div>
  );
}
