import type { Representative } from '#data/schema/records/group.ts';
import type { HandOutReader, HandOutReaderFields } from '#data/schema/records/hand-out.ts';
import { keptAt, reference } from './kept.ts';
import { LIAISON_OF } from './people.ts';

type Asked = Pick<HandOutReaderFields, 'language' | 'consentedOn' | 'consentHow'> & {
  groupId: string;
  ended?: { on: string; how: string };
};

/** Who asked for the pages of their group. The last was ended by the link in a letter. */
const ASKED: readonly Asked[] = [
  { groupId: 'eastbank', language: 'en', consentedOn: '2026-10-19', consentHow: 'At the meeting, in writing' },
  { groupId: 'juniper-rise', language: 'en', consentedOn: '2026-10-26', consentHow: 'At the meeting, in writing' },
  {
    groupId: 'riverbend-apartments',
    language: 'es',
    consentedOn: '2026-11-09',
    consentHow: 'By phone, to the liaison officer',
  },
  { groupId: 'linden-flats', language: 'en', consentedOn: '2026-12-03', consentHow: 'By e-mail of December 3' },
  {
    ...{ groupId: 'orchard-loop', language: 'en', consentedOn: '2026-10-05', consentHow: 'At the meeting, in writing' },
    ended: { on: '2026-11-24', how: 'By the link in a letter' },
  },
];

/** Readers of the demo's pages. What is kept of each one's secret is put in where the server's own is known: when a letter is posted. */
export const makeReaders = (representatives: readonly Representative[]) =>
  ASKED.flatMap(
    ({ groupId, ended, ...asked }, i): (HandOutReader & { tokenHash: string } & ReturnType<typeof keptAt>)[] => {
      const speaks = representatives.find((each) => each.groupId === groupId && each.validTo === null);
      if (speaks === undefined || speaks.email === null) return [];
      const readerId = reference('RD', i + 1);
      const kept = keptAt(ended?.on ?? asked.consentedOn, LIAISON_OF[groupId] ?? 'system', ended ? 2 : 1);
      return [
        {
          ...{ readerId, groupId, representativeId: speaks.representativeId, email: speaks.email },
          ...{ ...asked, endedOn: ended?.on ?? null, endedHow: ended?.how ?? '' },
          ...{ tokenHash: readerId, ...kept },
        },
      ];
    },
  );
