import { dateOf, dayOf } from '#data/demo/call-rhythm.ts';
import { randomOf } from '#data/demo/random.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';
import { COORDINATOR, LIAISON_OF } from './people.ts';
import { entriesOf } from './register-entry.ts';

const item = (
  happenedOn: string,
  newsKind: string,
  title: string,
  words: string,
  groupIds: readonly string[],
  isInternal = 0,
) => ({
  title,
  status: groupIds.length > 0 ? 'told' : 'draft',
  ownerId: COORDINATOR,
  happenedOn,
  groupId: groupIds.length === 1 ? (groupIds[0] ?? null) : null,
  release: isInternal ? ('internal' as const) : ('group' as const),
  fields: {
    newsKind,
    words,
    eventOn: happenedOn,
    told: groupIds.map((groupId, i) => ({
      groupId,
      toldOn: dateOf(dayOf(happenedOn) + 2 + i),
      way: i % 2 ? 'e-mail' : 'meeting',
    })),
  },
});

/** Let out to everybody, so that it may stand on a hand-out. */
const forAll = (news: ReturnType<typeof item>, eventOn: string, wordsSpanish: string) => ({
  ...news,
  release: 'public' as const,
  fields: { ...news.fields, eventOn, wordsSpanish },
});

/** Cases, events and facilities that groups were told of (1902.2 B.2). */
export function makeNews(): RegisterEntry[] {
  return entriesOf('news', [
    item(
      '2024-10-01',
      'police-event',
      'National Night Out',
      'Grills, a fire truck and the dog unit on the Eastbank green.',
      ['eastbank', 'college-green', 'linden-flats'],
    ),
    item(
      '2025-01-20',
      'facility-change',
      'The north station’s desk closes at six',
      'From February the desk at the north station closes at 6 pm. The phone beside the door reaches dispatch at any hour.',
      ['northgate', 'college-green'],
    ),
    item(
      '2025-03-24',
      'significant-case',
      'Arrest in the Northgate garage break-ins',
      'One person was arrested after five break-ins. What was found is being given back.',
      ['northgate'],
    ),
    item(
      '2025-11-17',
      'significant-case',
      'Two arrests in the Southbank break-ins',
      'Two people were arrested after a neighbor’s picture of a plate.',
      ['southbank'],
    ),
    item(
      '2026-03-02',
      'other',
      'Eastbank has grown',
      'The blocks south of the canal joined the association; figures before March are those of the old ground.',
      ['eastbank'],
    ),
    item('2026-05-04', 'police-event', 'Foot patrol at the Canal Basin steps', 'Every day from three to seven.', [
      'canal-basin',
      'millrace',
    ]),
    item(
      '2026-09-30',
      'significant-case',
      'The shed break-ins of September belong together',
      'Same tool, same alleys. Mark what you can.',
      ['upper-linden', 'linden-flats'],
    ),
    item(
      '2026-10-12',
      'facility-change',
      'New beat office in the Depot',
      'The room by the platform opens on Tuesdays.',
      ['depot-square'],
    ),
    item(
      '2026-11-24',
      'significant-case',
      'Names known in the Tern Park case',
      'For the shift only: two names are being looked at.',
      [],
      1,
    ),
    forAll(
      item(
        '2026-12-08',
        'police-event',
        'Donuts with the chief, December',
        'Saturday at ten in the Pell Street bakery.',
        ['pell-street-merchants', 'eastbank'],
      ),
      '2026-12-19',
      'Donas con la jefatura de policía, diciembre. El sábado a las diez en la panadería de Pell Street.',
    ),
    forAll(
      item(
        '2026-12-11',
        'facility-change',
        'The east station’s lot is closed for paving',
        'From January 4 for two weeks.',
        [],
      ),
      '2027-01-04',
      'El estacionamiento de la estación este estará cerrado por obras. Desde el 4 de enero, por dos semanas.',
    ),
  ]);
}

const EXPLAINERS: readonly (readonly [title: string, topic: string, words: string])[] = [
  [
    'What happens after you call',
    'procedure',
    'A dispatcher asks where, what and when. Calls are sorted by danger to people, then by the order in which they came. Not every call becomes a report.',
  ],
  [
    'A call is not a crime',
    'statistics',
    'We count calls because they show what people ask for. A crime is counted when an officer has written a report.',
  ],
  [
    'Tickets on game days',
    'policy',
    'On game days one side of the street stays free. We warn until noon and write tickets after it.',
  ],
  [
    'Why an officer wears a camera',
    'policy',
    'The camera runs when an officer meets somebody in service. You may ask whether it is on.',
  ],
  [
    'How to complain about an officer',
    'procedure',
    'Complaints about an officer go to Professional Standards, not to the liaison officer, and are never kept here.',
  ],
  ['Your garage at night', 'self-protection', 'Close it before dark; put the remote into the house, not into the car.'],
  [
    'Your car on the street',
    'self-protection',
    'Nothing in sight, doors locked, windows up. Most are taken through an open door.',
  ],
  [
    'When people sleep outside',
    'policy',
    'Being without a home is no crime. Outreach goes first; we come along when somebody is in danger.',
  ],
];

const SPANISH: Readonly<Record<string, string>> = {
  'What happens after you call':
    'La operadora pregunta dónde, qué y cuándo. Primero vamos a donde hay peligro para las personas. No toda llamada se vuelve un reporte.',
};

export function makeExplainers(): RegisterEntry[] {
  return entriesOf(
    'explainer',
    EXPLAINERS.map(([title, topic, words], i) => ({
      title,
      status: 'current',
      ownerId: COORDINATOR,
      happenedOn: dateOf(dayOf('2024-07-08') + i * 60),
      dueOn: '2027-06-30',
      release: 'public' as const,
      fields: { topic, words, source: '', wordsSpanish: SPANISH[title] ?? '' },
    })),
  );
}

/** Explainers given to groups (1902.2 B.4). */
export function makeExplainersGiven(seed: number): RegisterEntry[] {
  const random = randomOf(seed, 'explainers');
  const groups = Object.keys(LIAISON_OF).filter((groupId) => groupId !== 'kiln-hill' && groupId !== 'linden-court');
  return entriesOf(
    'explainer-given',
    Array.from({ length: 40 }, (_, i) => {
      const on = dayOf('2025-09-15') + i * 11;
      const which = random.int(EXPLAINERS.length);
      const groupId = groups[(i * 7) % groups.length] ?? 'eastbank';
      return {
        groupId,
        title: EXPLAINERS[which]?.[0] ?? '',
        status: 'given',
        ownerId: LIAISON_OF[groupId] ?? COORDINATOR,
        happenedOn: dateOf(on),
        fields: {
          explainerId: `EX-000${which + 1}`,
          way: random.pick(['meeting', 'meeting', 'e-mail', 'hand-out', 'consultation']),
          people: 5 + random.int(20),
          questions: random.chance(0.3) ? 'Why does it take so long at night?' : '',
        },
      };
    }),
  );
}
