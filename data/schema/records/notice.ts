import { z } from 'zod';
import { Role } from '#data/schema/release-level.ts';
import { Kept, LocalMoment, Words } from './common.ts';

export const NoticeKind = z.enum([
  'no-contact', // to the section commander: a quarter without contact (1902.2 C)
  'representative-changed', // to the division commander (1902.3 B)
  'escalation', // recurring or significant issue, to leadership (1902.2 A.8)
  'objective', // to all personnel (P3103 V.B.2.a to b)
  'report-sent', // to whoever receives it
  'concern-filed', // to the coordinator (V.B.4)
  'referral-silent', // to its owner
  'sweep', // to the officers of the groups that an unusual week touches (A.9)
  'bulletin', // a pattern bulletin, to whom it was sent (A.9)
]);
export type NoticeKind = z.infer<typeof NoticeKind>;

/** Something told to a role or a person, with the proof that it was read. `onceKey` makes it happen once. */
export const Notice = Kept.extend({
  noticeId: z.string(),
  kind: NoticeKind,
  onceKey: z.string(), // no-contact/eastbank/2026-Q4
  clause: z.string(), // 1902.2 C
  toRole: Role.nullable(),
  toPersonId: z.string().nullable(),
  groupId: z.string().nullable(),
  concernIds: z.array(z.string()),
  title: Words(200),
  words: Words(2000),
  sentAt: LocalMoment,
  acknowledgments: z.array(z.object({ by: z.string(), name: z.string(), at: LocalMoment, words: z.string() })),
});
export type Notice = z.infer<typeof Notice>;
