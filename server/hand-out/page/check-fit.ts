import type { AreaGeometry } from '#data/schema/area.ts';
import { type HandOutFacts, HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { NoPrinter } from '#server/documents/open-page.ts';
import { FieldsRefused } from '#server/errors.ts';
import { contentOf } from '#server/hand-out/content-of.ts';
import { openHandOutMap } from '#server/hand-out/hand-out-map.ts';
import { fitAtAll } from './fit-page.ts';

/** As long as what a page is called by once it is released. */
const RELEASED = { handOutId: 'HO-0000', code: 'CB-0000-0000', releasedAt: '2000-01-01T00:00:00' };
const LANGUAGES = { en: 'English', es: 'Spanish' } as const;
const PAPERS = { letter: 'Letter', a4: 'A4' } as const;

/**
 * Refuses a page that does not fit on one sheet in every language and on every paper that it is handed out in. Without a
 * Chromium nothing can be measured, and nothing printed either: its web page has room for all.
 */
export async function checkFit(home: string, facts: HandOutFacts, geometry: AreaGeometry): Promise<void> {
  const draw = await openHandOutMap(home, { geometry, dots: null });
  const { hasStreets } = draw(LOWEST, '');
  const pages = HandOutLanguage.options.flatMap((language) =>
    PaperSize.options.map((paper) => ({ language, paper, hasStreets, content: contentOf(facts, language, RELEASED) })),
  );
  const fits = await fitAtAll(pages).catch((error: unknown) => {
    if (error instanceof NoPrinter) return null;
    throw error;
  });
  const tooLong = pages.filter((_, at) => fits?.[at] === false);
  if (tooLong.length > 0) throw new FieldsRefused(tooLong.map(toFault));
}

const LOWEST = 150; // pixels

const toFault = ({ language, paper }: { language: HandOutLanguage; paper: PaperSize }) => ({
  path: `page.items.${language}`,
  message: `In ${LANGUAGES[language]}, the page does not fit on one sheet of ${PAPERS[paper]}: leave out one item, or say it in fewer words.`,
});
