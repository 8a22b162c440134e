import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Concern } from '#data/schema/records/concern.ts';
import type { AlikeConcern } from '#data/schema/records/concern-filing.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { kindLabel, type useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { listed } from '#web/ui/words.ts';
import { MeetingPick } from './meeting-pick.tsx';
import css from './triage.module.css';
import { missingOf } from './use-triage.ts';
import { words } from './words.ts';

type Props = {
  concern: Concern;
  alike: readonly AlikeConcern[] | undefined;
  names: ReturnType<typeof useConcernNames>;
  nowLocal: string;
  ownerId: string;
  onOwner: (ownerId: string) => void;
  onAct: (name: 'assign' | 'convey' | 'ask') => void;
  onMerge: (into: string) => void;
  onMeeting: (meetingId: string | null) => void;
};

/** One inbound concern: what was said, what is like it, and the four things a coordinator does with it. */
export function TriageDetail(props: Props) {
  const { concern, alike, names, nowLocal, ownerId, onOwner, onAct, onMerge, onMeeting } = props;
  const missing = missingOf(concern);
  const where = concern.placeWords || (concern.place ? 'on the map' : words.whereNone);
  return (
    <article className={css.detail} aria-label={concern.concernId}>
      <header className={css.detailHead}>
        <h2>
          <span className="code">{concern.concernId}</span> {concern.title || kindLabel(concern.category)}
        </h2>
        {concern.safetyNow && <Tag>{words.safety}</Tag>}
      </header>
      <blockquote className={css.said}>
        <span className="visually-hidden">{words.said}: </span>
        {concern.words}
      </blockquote>
      <dl className={css.facts}>
        <Fact name={words.where}>{where}</Fact>
        <Fact name={words.groups}>{listed(concern.groupIds.map(names.groupName)) || words.groupsNone}</Fact>
        <Fact name={words.done}>{concern.efforts || words.doneNone}</Fact>
        <Fact name={words.filed}>{names.nameOf(concern.filedBy)}</Fact>
        <Fact name={words.heard}>{momentInWords(concern.heardAt, nowLocal)}</Fact>
        {concern.way === 'meeting' && (
          <Fact name={words.meeting}>
            <MeetingPick concern={concern} names={names} onMeeting={onMeeting} />
          </Fact>
        )}
        <Fact name={words.kind}>{kindLabel(concern.category) || words.kindNone}</Fact>
        {missing.length > 0 && (
          <Fact name={words.missing}>
            <b>{missing.map((part) => words.parts[part]).join(', ')}</b>
          </Fact>
        )}
      </dl>
      <section className={css.alike}>
        <h3>{words.same}</h3>
        {alike?.length === 0 && <p className="caption">{words.noSame}</p>}
        <ul>
          {alike?.map(({ concernId, summary, placeWords, reasons }, i) => (
            <li key={concernId} className={css.same}>
              <SpeechMark state="open" size={16} />
              <div>
                <Link to={`/concerns/${concernId}`} className="code">
                  {concernId}
                </Link>{' '}
                {[summary, placeWords].filter(Boolean).join(', ')}
                <small>{reasons.join(', ')}</small>
              </div>
              <Button small onClick={() => onMerge(concernId)} {...(i === 0 ? { keyHint: 'S' } : {})}>
                {words.merge(concernId)}
              </Button>
            </li>
          ))}
        </ul>
      </section>
      <footer className={css.acts}>
        <label>
          <span>{words.owner}</span>
          <select value={ownerId} onChange={(event) => onOwner(event.currentTarget.value)}>
            <option value="">{words.chooseOwner}</option>
            {names.people.map(({ personId, name, title }) => (
              <option key={personId} value={personId}>
                {[title, name].filter(Boolean).join(' ')}
              </option>
            ))}
          </select>
        </label>
        <Button
          look="filled"
          keyHint="A"
          unavailable={ownerId === '' ? words.assignWhy : undefined}
          onClick={() => onAct('assign')}
        >
          {words.assign}
        </Button>
        <Button keyHint="C" onClick={() => onAct('convey')}>
          {words.convey}
        </Button>
        <Button keyHint="Q" onClick={() => onAct('ask')}>
          {words.ask}
        </Button>
        <Link className={css.open ?? ''} to={`/concerns/${concern.concernId}`}>
          {words.open}
        </Link>
      </footer>
    </article>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
