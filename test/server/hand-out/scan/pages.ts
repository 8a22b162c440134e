import type { HandOutFacts, HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { UNCUT } from '#server/hand-out/page/cuts.ts';
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

/** A street along its line, with its halo. */
const STREET =
  '<path id="street" d="M40 200L300 60" fill="none"/><text font-size="15" fill="#111" stroke="#fff" stroke-width="4" paint-order="stroke"><textPath href="#street">Linnet Avenue</textPath></text></svg>';

/** The page as it is served, whole, with the boundary and one street for a map. */
export async function htmlOf(facts: HandOutFacts, { content }: Expected): Promise<string> {
  const draw = await openHandOutMap('/nowhere', { geometry: EASTBANK_AREA, dots: facts.calls.dots });
  const map = draw(UNCUT.map, content.map.label);
  const named = { ...map, svg: map.svg.replace('</svg>', STREET) };
  return pageHtml(content, named, { ...UNCUT, paper: 'letter', fontUrl: null });
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
