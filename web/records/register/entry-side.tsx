import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { REGISTER, stateOf } from '#data/register/catalog.ts';
import { daysBetween, standingOf } from '#data/register/standing.ts';
import { may } from '#data/schema/permissions.ts';
import type { EntryPage, RegisterChoices } from '#data/schema/records/register-answers.ts';
import { longDate } from '#web/chart/week-axis.ts';
import { Button } from '#web/ui/button.tsx';
import { plural } from '#web/ui/words.ts';
import { DecisionDialog } from './decision-dialog.tsx';
import css from './entry.module.css';
import { Mark } from './mark.tsx';
import pageCss from './register.module.css';
import { ReleaseDialog } from './release-dialog.tsx';
import { words } from './words.ts';

type Props = { page: EntryPage; choices: RegisterChoices; mayWrite: boolean };

/** How an entry stands, how far it may go, and what it is linked with. */
export function EntrySide({ page, choices, mayWrite }: Props) {
  return (
    <aside className={pageCss.aside}>
      <StateNow page={page} choices={choices} />
      <ReleaseNow page={page} choices={choices} mayWrite={mayWrite} />
      <Linked page={page} />
    </aside>
  );
}

function StateNow({ page: { entry }, choices }: Omit<Props, 'mayWrite'>) {
  const [isDeciding, setDeciding] = useState(false);
  const spec = REGISTER[entry.kind];
  const { mark, reasons } = standingOf(entry, choices.today);
  const nameOf = (id: string) => choices.people.find(({ personId }) => personId === id)?.name ?? id;
  const done = entry.fields.doneOn;
  return (
    <section className={pageCss.panel} aria-label={words.state}>
      <h2>{stateOf(entry.kind, entry.status)?.label ?? entry.status}</h2>
      {reasons.map((reason) => (
        <p key={reason}>
          <Mark mark={mark}>{reason}</Mark>
        </p>
      ))}
      <dl className={css.facts2}>
        <dt>{spec.owner}</dt>
        <dd>{entry.ownerId === null ? words.noOne : nameOf(entry.ownerId)}</dd>
        <dt>{spec.happenedOn}</dt>
        <dd>{longDate(entry.happenedOn)}</dd>
        {typeof done === 'string' && (
          <>
            <dt>Request to done</dt>
            <dd>{plural(daysBetween(entry.happenedOn, done), 'day', 'days')}</dd>
          </>
        )}
        {entry.dueOn && (
          <>
            <dt>{spec.dueOn}</dt>
            <dd>{longDate(entry.dueOn)}</dd>
          </>
        )}
        {entry.groupId && (
          <>
            <dt>{words.group}</dt>
            <dd>{choices.groups.find(({ groupId }) => groupId === entry.groupId)?.name ?? entry.groupId}</dd>
          </>
        )}
        {entry.approvedOn && (
          <>
            <dt>Approved</dt>
            <dd>
              {nameOf(entry.approvedBy ?? '')}, {longDate(entry.approvedOn)}
            </dd>
          </>
        )}
      </dl>
      {mark === 'waits' && may(choices.me.role, 'register.approve') && (
        <Button look="filled" onClick={() => setDeciding(true)}>
          {words.decide}
        </Button>
      )}
      {isDeciding && <DecisionDialog entry={entry} onClose={() => setDeciding(false)} />}
    </section>
  );
}

function ReleaseNow({ page, choices, mayWrite }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { entry } = page;
  if (REGISTER[entry.kind].farthest === 'internal' || entry.fields.countsOnly === true) return null;
  const { released } = entry;
  return (
    <section className={pageCss.panel} aria-label={words.release}>
      <h2>{words.releases[entry.release]}</h2>
      {released && (
        <p className="caption">
          {words.releasedBy(
            choices.people.find(({ personId }) => personId === released.by)?.name ?? released.by,
            longDate(released.at.slice(0, 10)),
          )}{' '}
          {released.why}
        </p>
      )}
      {mayWrite && (
        <Button onClick={() => setOpen(true)}>{entry.release === 'internal' ? words.letOut : words.takeBack}</Button>
      )}
      {isOpen && <ReleaseDialog page={page} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Linked({ page: { entry, linked } }: { page: EntryPage }) {
  return (
    <section className={pageCss.panel} aria-label={words.linked}>
      <h2>{words.linked}</h2>
      {linked.length + entry.concernIds.length === 0 && <p className="caption">{words.linkedNone}</p>}
      <ul>
        {entry.concernIds.map((concernId) => (
          <li key={concernId}>
            <Link to="/concerns/$concernId" params={{ concernId }} className="link">
              {concernId}
            </Link>{' '}
            <span className="caption">concern</span>
          </li>
        ))}
        {linked.map(({ kind, entryId, title }) => (
          <li key={entryId}>
            <Link to="/register/$kind/$entryId" params={{ kind, entryId }} className="link">
              {title}
            </Link>{' '}
            <span className="caption">
              {REGISTER[kind].one} {entryId}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
