import { createEvent, type DateTime } from 'ics';
import type { Meeting } from '#data/schema/records/contact.ts';

const asParts = (moment: string): DateTime => {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = moment.split(/[-T:]/).map(Number);
  return [year, month, day, hour, minute];
};

type Dated = Pick<Meeting, 'meetingId' | 'revision' | 'startsAt' | 'endsAt' | 'place' | 'agenda' | 'status'>;

/** A meeting as iCalendar, in the city's wall clock; null where it cannot be said so. */
export function toIcs(meeting: Dated, title: string): string | null {
  const { value } = createEvent({
    uid: `${meeting.meetingId}@commonbeat`,
    sequence: meeting.revision - 1,
    title,
    location: meeting.place,
    description: meeting.agenda.join('\n'),
    status: meeting.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    start: asParts(meeting.startsAt),
    end: asParts(meeting.endsAt),
    startInputType: 'local',
    startOutputType: 'local',
    endInputType: 'local',
    endOutputType: 'local',
  });
  return value ?? null;
}
