import { Link } from '@tanstack/react-router';
import type { Contact } from '#data/schema/records/contact.ts';
import { useMay } from '#web/ask/session.tsx';
import { shortDate } from '#web/chart/week-axis.ts';
import { RaisedConcerns } from '#web/records/shared/concerns-raised.tsx';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './contact.module.css';
import type { Names } from './use-contacts.ts';
import { momentInWords, words } from './words.ts';

type Props = { contacts: readonly Contact[]; names: Names; today: string; onCorrect: (contact: Contact) => void };

/** The log, a line a contact; on a phone a card each. */
export function ContactTable({ contacts, ...rest }: Props) {
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{words.title}</caption>
      <thead>
        <tr>
          {(['when', 'group', 'how', 'officer', 'about'] as const).map((head) => (
            <th key={head} scope="col">
              {words.heads[head]}
            </th>
          ))}
          <th scope="col">
            <span className="visually-hidden">{words.heads.act}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {contacts.map((contact) => (
          <Row key={contact.contactId} contact={contact} {...rest} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ contact, names, today, onCorrect }: Omit<Props, 'contacts'> & { contact: Contact }) {
  const { result, topics, next, revision, updatedAt, contactId } = contact;
  const when = momentInWords(contact.at, today);
  const groupName = names.groupName(contact.groupId);
  const speaker = names.speakerName(contact);
  return (
    <tr>
      <td className={css.when}>
        {when}
        <span className="caption">{contactId}</span>
      </td>
      <th scope="row">
        {groupName}
        {speaker && <span className="caption">{speaker}</span>}
      </th>
      <td className={css.how}>
        <Tag look={result === 'made' ? 'ground' : 'line'}>{result === 'made' ? words.made : words.attempted}</Tag>{' '}
        {words.ways[contact.way]}
      </td>
      <td className={css.officer}>{names.nameOf(contact.officerId)}</td>
      <td className={css.about}>
        {topics || <span className="caption">{words.nothing}</span>}
        <RaisedConcerns concernIds={contact.concernIds} />
        {next && <span className="caption">{words.next(next)}</span>}
        {revision > 1 && <span className="caption">{words.corrected(shortDate(updatedAt.slice(0, 10)))}</span>}
      </td>
      <td className={css.act}>
        <RowAct contact={contact} label={words.correctOf(groupName, when)} onCorrect={onCorrect} />
      </td>
    </tr>
  );
}

function RowAct({
  contact,
  label,
  onCorrect,
}: {
  contact: Contact;
  label: string;
  onCorrect: (contact: Contact) => void;
}) {
  const mayWrite = useMay('contact.write');
  if (contact.meetingId !== null) {
    return (
      <Link to={`/meetings/${contact.meetingId}`} className="link" title={words.byMeetingWhy}>
        {words.byMeeting}
      </Link>
    );
  }
  if (!mayWrite) return null;
  return (
    <Button small aria-label={label} onClick={() => onCorrect(contact)}>
      {words.correct}
    </Button>
  );
}
