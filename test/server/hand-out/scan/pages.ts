import type { HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { pageHtml } from '#server/hand-out/page/page-html.ts';
import type { Expected } from '#server/hand-out/scan/leak.ts';
import { EASTBANK_AREA, RELEASED } from '#test/fixture/hand-out-facts.ts';

/** What the gate knows by the fixture's ground. Ann Kowalski is a resident. */
export const expectedOf = (facts: HandOutFacts, language: HandOutLanguage): Expected => ({
  content: contentOf(facts, language, RELEASED),
  known: {
    knownNames: ['Ann Kowalski', 'Kowalski'],
    mayStand: [
      ...[facts.department.name, facts.department.phone, facts.department.email, facts.groupName],
      ...['CRO Whitlock', 'Officer Whitlock', 'Eastbank Library', 'Tern Park', 'Linnet Avenue', 'Pell Street'],
    ],
    exactPlaces: [[-82.58817, 35.59213]],
  },
});

/** The page as it is served, whole, with the boundary alone for a map. */
export async function htmlOf(facts: HandOutFacts, { content }: Expected): Promise<string> {
  const draw = await openHandOutMap('/nowhere', { geometry: EASTBANK_AREA, dots: facts.calls.dots });
  return pageHtml(content, draw(320, content.map.label), {
    paper: 'letter',
    space: 'roomy',
    othersAs: 'rows',
    fontUrl: null,
  });
}

/** A gray square: a picture of a map that says nothing. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** Words that got in behind the gate's back, and what each must be found as. */
export const PLANTED = [
  ['Talk to Maria Alvarez about it', 'name'],
  ['ask kowalski', 'word'],
  ['or call 828-555-0177 at night', 'phone'],
  ['write to maria@example.org', 'email'],
  ['it is at 1412 Linnet Avenue', 'address'],
  ['license plate KTR-4821', 'plate'],
  ['Family violence', 'protected-kind'],
  ['Domestic violence: 12', 'protected-kind'],
  ['3 Robberies', 'number'],
  ['at 35.59213, -82.58817', 'place'],
] as const;
