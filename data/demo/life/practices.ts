import type { Concern } from '#data/schema/records/concern.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { COORDINATOR } from './people.ts';
import { entriesOf } from './register-entry.ts';

/** What was published, which practices changed, and what members have to learn. */
export function makePractices(concerns: readonly Concern[]): RegisterEntry[] {
  const solved = concerns.filter(
    ({ closeReason, residentAgrees }) => closeReason === 'resolved' && residentAgrees === true,
  );
  return [
    ...entriesOf('publication', [
      publication(
        '2025-07-14',
        'published',
        'success',
        'The underpass is clean',
        'You told us of paint on the underpass. It is painted over within two days now, each time.',
        'web-page',
        solved.slice(0, 1).map(({ concernId }) => concernId),
      ),
      publication(
        '2026-02-09',
        'published',
        'objective',
        'What we set ourselves for 2026',
        'Whoever tells us a concern hears what became of it.',
        'web-page',
        [],
      ),
      publication(
        '2026-06-15',
        'published',
        'problem',
        'Fireworks before the Fourth',
        'Last year calls for fireworks were fifteen times the usual in these weeks. Here is what is allowed and where to call.',
        'social-media',
        [],
      ),
      publication(
        '2026-10-05',
        'published',
        'success',
        'Sheds in Upper Linden',
        'Neighbors marked their tools and lit the alley. No shed was opened since the end of September.',
        'print',
        solved.slice(-1).map(({ concernId }) => concernId),
      ),
      publication(
        '2026-12-10',
        'draft',
        'prevention-material',
        'Your car on weekday afternoons',
        'Nothing in sight, not even a cord.',
        'print',
        [],
      ),
    ]),
    ...entriesOf('practice-change', [
      practice(
        '2025-02-17',
        'in-force',
        'police',
        'Owners learned of an open garage the next day',
        'Officers ring at once, until eleven',
        'Garages were emptied between midnight and morning.',
        '2025-03-01',
      ),
      practice(
        '2026-04-13',
        'in-force',
        'communications',
        'Dispatch sent residents to the web form',
        'Dispatch files the concern while the resident is on the line',
        'Older residents gave up at the form.',
        '2026-05-01',
      ),
      practice(
        '2026-08-10',
        'trial',
        'both',
        'Spanish speakers were called back the next day',
        'An interpreter is on the line within three minutes',
        'Cedar Hollow and Riverbend asked for it.',
        '2026-09-01',
      ),
      practice(
        '2026-11-30',
        'proposed',
        'police',
        'Reports to a group were written by hand',
        'The one-page hand-out goes to every meeting',
        'Groups asked for figures by block.',
        null,
      ),
    ]),
    ...entriesOf('training-need', [
      need(
        '2026-01-26',
        'met',
        'citizen-representatives',
        'language-access',
        'patrol',
        'Say the first three sentences in Spanish.',
        'Four evenings with a teacher',
      ),
      need(
        '2026-05-18',
        'planned',
        'supervisors',
        'community-policing',
        'community-officers',
        'Write a project so that its measure can fail.',
        'Workshop in February',
      ),
      {
        title: 'Courtesy and listening',
        status: 'open',
        ownerId: COORDINATOR,
        happenedOn: '2026-09-14',
        fields: { sourceKind: 'internal-investigations', topic: 'courtesy-and-listening', audience: 'patrol' },
      },
      need(
        '2026-11-09',
        'open',
        'citizen-representatives',
        'communications-and-dispatch',
        'communications-officers',
        'Tell callers what happens next before hanging up.',
        '',
      ),
    ]),
  ];
}

const publication = (
  happenedOn: string,
  status: string,
  publicationKind: string,
  title: string,
  words: string,
  outlet: string,
  concernIds: string[],
) => ({
  title,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  concernIds,
  release: status === 'published' ? ('public' as const) : ('internal' as const),
  fields: { publicationKind, words, outlet, publishedOn: status === 'published' ? happenedOn : null },
});

const practice = (
  happenedOn: string,
  status: string,
  bearsOn: string,
  before: string,
  after: string,
  why: string,
  inForceOn: string | null,
) => ({
  title: after,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  dueOn: status === 'trial' ? '2027-03-01' : null,
  fields: { bearsOn, before, after, why, inForceOn },
});

const need = (
  happenedOn: string,
  status: string,
  sourceKind: string,
  topic: string,
  audience: string,
  words: string,
  training: string,
) => ({
  title: words,
  status,
  ownerId: COORDINATOR,
  happenedOn,
  fields: { sourceKind, topic, audience, need: words, training },
});
