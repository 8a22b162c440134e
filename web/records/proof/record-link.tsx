import { Link } from '@tanstack/react-router';
import type { ProofRow } from '#data/schema/records/proof.ts';
import { RegisterKind } from '#data/schema/records/register.ts';

/** A record by its title, which opens the page that it is read on. */
export function RecordLink({ row: { record, title, page, of } }: { row: ProofRow }) {
  const look = { className: 'link', children: title };
  switch (page) {
    case 'concern':
      return <Link {...look} to="/concerns/$concernId" params={{ concernId: of }} />;
    case 'contacts':
      return <Link {...look} to="/contacts" search={{ group: of }} />;
    case 'group':
      return <Link {...look} to="/groups/$groupId" params={{ groupId: of }} />;
    case 'boundary':
      return <Link {...look} to="/groups/$groupId/boundary" params={{ groupId: of }} />;
    case 'meeting':
      return <Link {...look} to="/meetings/$meetingId" params={{ meetingId: of }} />;
    case 'report':
      return <Link {...look} to="/reports/$reportId" params={{ reportId: of }} />;
    case 'escalations':
      return <Link {...look} to="/escalations" />;
    case 'settings':
      return <Link {...look} to="/settings" />;
    case 'spikes':
      return <Link {...look} to="/spikes" />;
    case 'pattern':
      return <Link {...look} to="/patterns/$patternId" params={{ patternId: of }} />;
    case 'hand-out':
      return <Link {...look} to="/hand-outs/$handOutId" params={{ handOutId: of }} />;
    case 'register': {
      const kind = RegisterKind.catch('objective').parse(record); // a notice tells of an objective
      return <Link {...look} to="/register/$kind/$entryId" params={{ kind, entryId: of }} />;
    }
  }
}
