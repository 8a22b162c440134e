import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Group } from '#data/schema/records/group.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { RaisedConcerns } from '#web/records/shared/concerns-raised.tsx';
import { LogContact } from '#web/records/shared/log-contact.tsx';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import css from './page.module.css';
import { words } from './page-words.ts';
import { Part } from './part.tsx';
import { useContacts, useMeetings, usePromises, useRepresentatives } from './use-groups.ts';

const PAST_SHOWN = 5;

/** The meetings to come, and the last ones. */
export function MeetingsPart({ groupId }: { groupId: string }) {
  const { nowLocal } = useSession();
  const { nameOf } = useConcernNames();
  return (
    <Part title={words.meetings} query={useMeetings(groupId)}>
      {(meetings) => {
        const coming = meetings.filter(({ startsAt }) => startsAt >= nowLocal).toReversed();
        const past = meetings.filter(({ startsAt }) => startsAt < nowLocal).slice(0, PAST_SHOWN);
        if (meetings.length === 0) return <p className="caption">{words.noMeetings}</p>;
        return (
          <ul>
            {[...coming, ...past].map(({ meetingId, startsAt, place, status, attendedBy }) => (
              <li key={meetingId} className={css.row}>
                <p>
                  <Link to="/meetings/$meetingId" params={{ meetingId }} className="link">
                    {momentInWords(startsAt, nowLocal)}
                  </Link>
                  , {place}
                </p>
                <p className="caption">
                  {words.meetingState[status]}
                  {status === 'held' &&
                    `, ${attendedBy.length === 0 ? words.unattended : words.attended(listed(attendedBy.map(nameOf)))}`}
                </p>
              </li>
            ))}
          </ul>
        );
      }}
    </Part>
  );
}

/** What was promised and is open, the late ones first. */
export function PromisesPart({ groupId }: { groupId: string }) {
  const today = useSession().nowLocal.slice(0, 10);
  const { nameOf } = useConcernNames();
  return (
    <Part title={words.promises} query={usePromises(groupId)}>
      {(promises) => {
        const open = promises.filter(({ status }) => status === 'open');
        const closed = promises.filter(({ status }) => status !== 'open').slice(-3);
        if (promises.length === 0) return <p className="caption">{words.noPromises}</p>;
        return (
          <ul>
            {[...open, ...closed].map(({ promiseId, words: said, dueOn, ownerId, status, outcome }) => (
              <li key={promiseId} className={css.row}>
                <p>{said}</p>
                <p className="caption">
                  {status === 'open' && (dueOn < today ? <Tag>{words.late(dueOn)}</Tag> : words.due(dueOn))}
                  {status !== 'open' && `${words.closedPromises[status]}${outcome === '' ? '' : `: ${outcome}`}`}
                  {' · '}
                  {nameOf(ownerId)}
                </p>
              </li>
            ))}
          </ul>
        );
      }}
    </Part>
  );
}

/** The last contacts, made and attempted. */
export function ContactsPart({ group }: { group: Group }) {
  const { nowLocal } = useSession();
  const { nameOf } = useConcernNames();
  const mayLog = useMay('contact.write');
  const [isLogging, setLogging] = useState(false);
  const { data: speakers = [] } = useRepresentatives(group.groupId);
  const today = nowLocal.slice(0, 10);
  const representatives = speakers.filter(({ validTo }) => validTo === null || validTo >= today);
  const acts = mayLog && group.status === 'active' && <Button onClick={() => setLogging(true)}>{words.log}</Button>;
  return (
    <Part title={words.contacts} query={useContacts(group.groupId)} acts={acts}>
      {(contacts) => (
        <>
          {contacts.length === 0 && <p className="caption">{words.noContacts}</p>}
          <ul>
            {contacts.map(({ contactId, at, way, result, officerId, topics, concernIds }) => (
              <li key={contactId} className={css.contact}>
                <span className={css.when}>{momentInWords(at, nowLocal)}</span>
                <div>
                  <p>
                    {words.ways[way]}, {result === 'made' ? words.made : words.attempt}, {nameOf(officerId)}
                  </p>
                  {topics !== '' && <p className="caption">{topics}</p>}
                  <RaisedConcerns concernIds={concernIds} />
                </div>
              </li>
            ))}
          </ul>
          {contacts.length > 0 && (
            <Link to="/contacts" search={{ group: group.groupId }} className="link">
              {words.allContacts}
            </Link>
          )}
          {isLogging && (
            <LogContact
              groups={[{ ...group, representatives }]}
              groupId={group.groupId}
              touches={[['contacts'], ['duties'], ['groups'], ['concerns'], ['concern-story']]}
              onClose={() => setLogging(false)}
            />
          )}
        </>
      )}
    </Part>
  );
}
