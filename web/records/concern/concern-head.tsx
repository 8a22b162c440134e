import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { toDayNumber } from '#analysis/shared/days.ts';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { kindName } from '#web/ask/kinds.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import { ActDialog, type Doing } from './act-dialogs.tsx';
import css from './concern.module.css';
import { MoreActs } from './more-acts.tsx';
import { nameOf, titleOf } from './use-story.ts';
import { words } from './words.ts';

/** Where it stands: its name, its state, who raised it and who owns it, and what can be done now. */
export function ConcernHead({ story }: { story: ConcernStory }) {
  const [doing, setDoing] = useState<Doing | null>(null);
  const mayWrite = useMay('concern.write');
  const isPartner = useMay('partner.write');
  const { concern, groups, duplicates } = story;
  return (
    <header>
      <nav className={css.crumbs} aria-label={words.crumbs}>
        <Link to="/concerns">{words.concerns}</Link>
        <Icon name="right" size={12} />
        <span>{groups.length === 0 ? words.noGroup : listed(groups.map(({ name }) => name))}</span>
        <Icon name="right" size={12} />
        <b className="code">{concern.concernId}</b>
      </nav>
      <div className={css.head}>
        <SpeechMark state={concern.status === 'closed' ? 'answered' : 'open'} size={20} />
        <h1 className={css.title}>{titleOf(concern)}</h1>
        {mayWrite && (
          <div className={css.acts}>
            <MoreActs story={story} onDo={setDoing} />
            {concern.status === 'closed' ? (
              <Button onClick={() => setDoing('reopen')}>{words.reopen}</Button>
            ) : (
              <Button onClick={() => setDoing('did')}>{words.logAction}</Button>
            )}
            <Button look="filled" onClick={() => setDoing('told')}>
              {words.answerGroup}
            </Button>
          </div>
        )}
        {isPartner && (
          <div className={css.acts}>
            <Button look="filled" onClick={() => setDoing('partner')}>
              {words.partnerWord}
            </Button>
          </div>
        )}
      </div>
      <Chips story={story} />
      {concern.duplicateOf !== null && (
        <p className={css.line}>
          {words.duplicateOf} <Reference concernId={concern.duplicateOf} />.
        </p>
      )}
      {duplicates.length > 0 && (
        <p className={css.line}>
          {words.duplicates}{' '}
          {duplicates.map(({ concernId }) => (
            <span key={concernId}>
              <Reference concernId={concernId} />{' '}
            </span>
          ))}
        </p>
      )}
      {story.raisedIn.length > 0 && (
        <p className={css.line}>
          {words.raisedIn}{' '}
          {story.raisedIn.map(({ contactId, groupId, at, way }, place) => (
            <span key={contactId}>
              {place > 0 && '; '}
              <Link to="/contacts" search={{ group: groupId }} className="link">
                {contactId}
              </Link>{' '}
              {words.contactOf(way, at)}
            </span>
          ))}
          .
        </p>
      )}
      {doing && <ActDialog doing={doing} story={story} onClose={() => setDoing(null)} />}
    </header>
  );
}

const Reference = ({ concernId }: { concernId: string }) => (
  <Link to="/concerns/$concernId" params={{ concernId }} className="link">
    {concernId}
  </Link>
);

function Chips({ story: { concern, people, participants } }: { story: ConcernStory }) {
  const { nowLocal } = useSession();
  const { status, closedOn, closeReason, heardAt, category, ownerId, filedBy, way, peopleCount } = concern;
  const days = toDayNumber(nowLocal.slice(0, 10)) - toDayNumber(heardAt.slice(0, 10));
  const others = participants.filter((each) => each !== ownerId);
  return (
    <div className={css.chips}>
      {status === 'closed' ? (
        <Tag>{words.closed(closedOn ?? heardAt.slice(0, 10), closeReason)}</Tag>
      ) : (
        <Tag look="voice">{status === 'new' ? words.fresh(days) : words.open(days)}</Tag>
      )}
      {category !== null && <Tag>{kindName(category)}</Tag>}
      {concern.isSignificant && <Tag look="line">{words.significant}</Tag>}
      {concern.safetyNow && <Tag look="line">{words.safety}</Tag>}
      {concern.sharedWithCity && <Tag look="line">{words.shared}</Tag>}
      <span>
        {words.raised(heardAt.slice(0, 10), way, peopleCount)}{' '}
        {ownerId === null ? words.noOwner : words.owner(nameOf(people, ownerId))}
        {others.length > 0 && filedBy !== ownerId && ` ${words.stays(listed(others.map((id) => nameOf(people, id))))}`}
      </span>
    </div>
  );
}
