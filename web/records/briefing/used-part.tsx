import { Link } from '@tanstack/react-router';
import type { HandOut, HandOutFacts } from '#data/schema/records/hand-out.ts';
import { Awaited } from '#web/records/shared/awaited.tsx';
import css from './hand-out.module.css';
import { handOutWords } from './hand-out-words.ts';
import parts from './parts.module.css';
import { useDeliveries } from './use-hand-out.ts';

/** The meeting it lay on the table of, and who got it by mail. */
export function UsedPart({ handOut: { handOutId }, facts: { meeting } }: { handOut: HandOut; facts: HandOutFacts }) {
  const deliveries = useDeliveries(handOutId);
  return (
    <section className={parts.part} aria-labelledby="part-used">
      <h2 id="part-used">{handOutWords.used}</h2>
      <p>
        {meeting === null ? (
          handOutWords.atNone
        ) : (
          <Link to="/meetings/$meetingId" params={{ meetingId: meeting.meetingId }} className="link">
            {handOutWords.atMeeting(meeting.startsAt, meeting.place)}
          </Link>
        )}
      </p>
      <Awaited query={deliveries} failed={handOutWords.unread} reading={handOutWords.readingPart} height={32} />
      {deliveries.data?.length === 0 && <p className="caption">{handOutWords.notSent}</p>}
      <ul className={css.sent}>
        {deliveries.data?.map(({ deliveryId, email, sentAt }) => (
          <li key={deliveryId}>{handOutWords.sentTo(email, sentAt)}</li>
        ))}
      </ul>
    </section>
  );
}
