import { chartSlide } from './chart-slide.ts';
import { bodyText, type Slides, saidSpans, sizeFor } from './slides.ts';

/** One concern a slide, under the words it was said in; behind it the calls of its kind, where they can be drawn. */
export function concernSlides(slides: Slides): void {
  const { content, add } = slides;
  const [saidHead, didHead, notYetHead] = content.concerns.heads;
  for (const { said, did, notYet, reference, calls } of content.concerns.rows) {
    const title = [said.words, said.marked, said.after].filter((each) => each !== '').join(' ');
    const slide = add(title);
    const kicker = [saidHead, reference, calls].filter((each) => each !== '').join(' · ');
    slide.addText(kicker, { ...bodyText(1.45, 0.5), fontSize: 24, color: '3D3D3D' });
    const fontSize = Math.min(...[did, notYet].map(({ words, after }) => sizeFor(words + after, 32)));
    for (const [i, [head, words]] of (
      [
        [didHead, did],
        [notYetHead, notYet],
      ] as const
    ).entries()) {
      const column = { x: 0.6 + i * 6.2, w: 5.9 };
      slide.addShape('line', { ...column, y: 2.75, h: 0, line: { color: '111111', width: 2 }, objectName: 'plain' });
      slide.addText(head, { ...bodyText(2.15, 0.55), ...column, fontSize: 28, bold: true });
      slide.addText(saidSpans(words, content.language, {}), {
        ...bodyText(2.95, 4),
        ...column,
        fontSize,
      });
    }
    const chart = content.charts.concerns.find((each) => each.reference === reference);
    if (chart !== undefined) chartSlide(slides, chart);
  }
}
