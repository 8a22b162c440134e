import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Designation, Group } from '#data/schema/records/group.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { BoundaryPart } from './boundary-part.tsx';
import { ContactsPart, MeetingsPart, PromisesPart } from './dealings.tsx';
import { DesignateDialog } from './designate-dialog.tsx';
import { GroupDialog } from './group-dialog.tsx';
import css from './page.module.css';
import { words } from './page-words.ts';
import { ReadersPart } from './readers-part.tsx';
import { Reading, Unread } from './reading.tsx';
import { RepresentativesPart } from './representatives-part.tsx';
import { ToldDid } from './told-did.tsx';
import { useGroup, useMeetings } from './use-groups.ts';
import { words as listWords } from './words.ts';

/** `/groups/$groupId`: the home of one group: who speaks for it, its ground, what was promised and done. */
export function GroupScreen() {
  const { groupId = '' } = useParams({ strict: false });
  return <GroupPage key={groupId} groupId={groupId} />;
}

export function GroupPage({ groupId }: { groupId: string }) {
  const { data, error, refetch } = useGroup(groupId);
  if (error) return <Unread title={words.failed} trouble={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Reading />;
  const { group, designations } = data;
  return (
    <div className={css.screen}>
      <div className={css.main}>
        <Head group={group} latest={designations[0]} />
        <ToldDid groupId={groupId} />
        <div className={css.pair}>
          <PromisesPart groupId={groupId} />
          <MeetingsPart groupId={groupId} />
        </div>
        <ContactsPart group={group} />
      </div>
      <aside className={css.side}>
        <BoundaryPart group={group} />
        <RepresentativesPart groupId={groupId} />
        <ReadersPart groupId={groupId} />
        {designations.length > 0 && <Decisions designations={designations} />}
      </aside>
    </div>
  );
}

function Head({ group, latest }: { group: Group; latest: Designation | undefined }) {
  const mayWrite = useMay('group.write');
  const mayDesignate = useMay('group.designate');
  const mayCompare = useMay('briefing.read');
  const { nameOf } = useConcernNames();
  const [opened, open] = useState<'change' | 'designate' | null>(null);
  const { name, kind, district, status, liaisonId, meetingPattern, residents, addresses } = group;
  return (
    <header className={css.head}>
      <nav aria-label={words.groups}>
        <Link to="/groups" className={css.crumb ?? ''}>
          {words.groups}
        </Link>
      </nav>
      <div className={css.titleLine}>
        <h1>{name}</h1>
        {mayWrite && <Button onClick={() => open('change')}>{words.change}</Button>}
        <Button unavailable={mayDesignate ? undefined : words.commanderOnly} onClick={() => open('designate')}>
          {status === 'active' ? words.designateInactive : words.designateActive}
        </Button>
      </div>
      <p className={css.facts}>
        <Tag look={status === 'active' ? 'line' : 'ground'}>{listWords.statuses[status]}</Tag>
        <span>{listWords.kinds[kind]}</span>
        <span>{listWords.district(district)}</span>
        <span>{words.liaison(liaisonId === null ? null : nameOf(liaisonId))}</span>
        <span>{words.people(residents, addresses)}</span>
      </p>
      <p className={css.pattern}>
        {meetingPattern === '' ? words.noPattern : meetingPattern}. {words.attend(group.attendTargetPercent)}.{' '}
        {mayCompare && (
          <Link to="/compare" search={{ a: group.groupId }} className="link">
            {words.compare}
          </Link>
        )}
      </p>
      <ToPage groupId={group.groupId} />
      {status === 'inactive' && latest && (
        <Notice
          kind="plain"
          title={words.decided(latest.status, latest.decidedOn, nameOf(latest.decidedBy), latest.reviewOn)}
        >
          {latest.reason}
        </Notice>
      )}
      {opened === 'change' && <GroupDialog group={group} onClose={() => open(null)} />}
      {opened === 'designate' && <DesignateDialog group={group} onClose={() => open(null)} />}
    </header>
  );
}

/** The way to the page that is handed out at the next meeting. */
function ToPage({ groupId }: { groupId: string }) {
  const { nowLocal } = useSession();
  const mayPrepare = useMay('hand-out.write');
  const mayRead = useMay('hand-out.read');
  const { data: meetings = [] } = useMeetings(groupId);
  if (!mayRead) return null;
  const coming = meetings.filter(({ status, startsAt }) => status === 'planned' && startsAt >= nowLocal);
  const next = coming.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  return (
    <p className={css.toPage}>
      <Link to="/groups/$groupId/briefing" params={{ groupId }} className={(mayPrepare ? css.prepare : css.read) ?? ''}>
        {mayPrepare ? words.prepare : words.readPage}
      </Link>
      <span className="caption">
        {next ? words.forNext(momentInWords(next.startsAt, nowLocal), next.place) : words.forNone}
      </span>
    </p>
  );
}

function Decisions({ designations }: { designations: readonly Designation[] }) {
  const { nameOf } = useConcernNames();
  return (
    <section className={css.part}>
      <header className={css.partHead}>
        <h2>{words.decisions}</h2>
      </header>
      <ul>
        {designations.map(({ designationId, status, decidedOn, decidedBy, reviewOn, reason }) => (
          <li key={designationId} className={css.row}>
            <p>{reason}</p>
            <p className="caption">{words.decided(status, decidedOn, nameOf(decidedBy), reviewOn)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
