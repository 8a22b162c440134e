import type { PersonalKind } from '#analysis/release/find-personal.ts';
import { soundsAboutOfficer } from '#data/codes/officer-words.ts';
import type {
  HandOutFacts,
  HandOutFault,
  HandOutItem,
  HandOutLanguage,
  TwoTongues,
} from '#data/schema/records/hand-out.ts';
import type { KnownWords } from './known-words.ts';
import { personalWords } from './personal-words.ts';

type Where = Pick<HandOutFault, 'itemId' | 'field'>;
type Found = Pick<HandOutFault, 'kind' | 'text' | 'message'>;

const ROOM: Readonly<Record<string, number>> = { said: 160, did: 320, notYet: 260, words: 360 };
const MESSAGES: Readonly<Record<PersonalKind, string>> = {
  name: 'This may be the name of a person. Leave it out, or say “a neighbor”.',
  phone: 'This is a phone number. Only the department’s own stands on a page.',
  email: 'This is an e-mail address. Leave it out.',
  address: 'This is the address of a home. Say the street alone, or the block.',
  plate: 'This is a license plate. Leave it out.',
  'birth-date': 'This tells when somebody was born. Leave it out.',
  'social-security': 'This looks like a social security number. Leave it out.',
  coordinates: 'This is an exact place. Say the street alone.',
  'case-number': 'This is the number of a case. Leave it out.',
};

/** Everything that keeps a page from being released, in the order of the page. */
export function findFaults(facts: HandOutFacts, known: KnownWords): HandOutFault[] {
  return [
    ...(facts.department.phone === '' ? [NO_PHONE] : []),
    ...placesOf(facts).flatMap(([field, place]) =>
      inPlace(place, known).map((found) => ({ ...PAGE, field, ...found })),
    ),
    ...facts.items.flatMap((item) => textsOf(item).flatMap(([field, words]) => inWords(item, field, words, known))),
  ];
}

const PAGE = { itemId: null, language: null } as const;
const NO_PHONE: HandOutFault = {
  ...{ itemId: null, field: 'phone', language: null, kind: 'no-phone', text: '' },
  message: 'The page needs the one number to call: write it down in the settings, under what a hand-out says.',
};

const placesOf = ({ meeting, next }: HandOutFacts): [field: string, place: string][] => [
  ...(meeting === null ? [] : [['meeting.place', meeting.place] as [string, string]]),
  ...(next === null ? [] : [['next.place', next.place] as [string, string]]),
];

/** Where a group meets is told with its address; whose home it is, is not. */
function inPlace(place: string, { knownNames, firstNames }: KnownWords): Found[] {
  const found = personalIn(place, { knownNames, firstNames, mayStand: [] }, 'en');
  const isKnown = (text: string) => knownNames.some((name) => name.toLowerCase() === text.toLowerCase());
  return found
    .filter(({ kind, text }) => kind === 'phone' || kind === 'email' || (kind === 'name' && isKnown(text)))
    .map((one) => ({ ...one, message: `${one.message} Mend the place of the meeting.` }));
}

function textsOf(item: HandOutItem): [field: string, words: TwoTongues][] {
  if (item.part === 'tip') return [];
  if (item.part !== 'concern') return [['words', item.words]];
  return [
    ['said', item.said],
    ['did', item.did],
    ['notYet', item.notYet],
  ];
}

function inWords(item: HandOutItem, field: string, { en, es }: TwoTongues, known: KnownWords): HandOutFault[] {
  const where: Where = { itemId: item.itemId, field };
  if (field === 'said' && en === '') return [{ ...where, language: 'en', ...NO_WORDS }];
  return [
    ...inText(en, field, known, 'en').map((found): HandOutFault => ({ ...where, language: 'en', ...found })),
    ...inText(es ?? '', field, known, 'es').map((found): HandOutFault => ({ ...where, language: 'es', ...found })),
  ];
}

const NO_WORDS: Found = {
  ...{ kind: 'no-words', text: '' },
  message: 'Nobody has summed this concern up yet: write in a few words what was said.',
};

function inText(text: string, field: string, known: KnownWords, language: HandOutLanguage): Found[] {
  const room = ROOM[field] ?? 0;
  const tooLong = `Say it in ${room} letters at most: the page is one page.`;
  return [
    ...personalIn(text, known, language),
    ...(soundsAboutOfficer(text) ? [{ kind: 'about-officer', text, message: ABOUT_OFFICER }] : []),
    ...(text.length > room ? [{ kind: 'too-long', text: text.slice(0, 40), message: tooLong }] : []),
  ];
}

const ABOUT_OFFICER =
  'This sounds like a complaint about an officer. It goes to the office that looks into complaints, and stands on no page.';

const personalIn = (text: string, known: KnownWords, language: HandOutLanguage): Found[] =>
  personalWords(text, known, language).map(({ kind, text: words }) => ({ kind, text: words, message: MESSAGES[kind] }));
