import PptxGenJS from 'pptxgenjs';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { concernSlides } from './concern-slides.ts';
import { finishPptx } from './finish-pptx.ts';
import { lineSlides, otherSlides } from './line-slides.ts';
import { mapInWords } from './map-in-words.ts';
import { bodyText, FONT, type Slides, saidSpans, sizeFor } from './slides.ts';
import { pngSize } from './strip-png.ts';

const MAP = { x: 0.6, y: 1.45, w: 6.6, h: 5.6 };

/** The hand-out as slides for the meeting, 16:9 and never below 24 pt. `picture` is the map as PNG; null where none could be drawn. */
export async function handOutPptx(content: HandOutContent, picture: Uint8Array | null): Promise<Buffer> {
  const slides = openSlides(content);
  answerSlide(slides);
  mapSlide(slides, picture);
  lineSlides(slides);
  otherSlides(slides);
  concernSlides(slides);
  for (const { heading, items } of content.sections) {
    const slide = slides.add(heading);
    slide.addText(
      items.flatMap((item) => saidSpans(item, content.language, { bullet: { indent: 24 }, paraSpaceAfter: 12 })),
      { ...bodyText(1.6, 5.2), fontSize: 28 },
    );
  }
  talkSlide(slides);
  const made = await slides.deck.write({ outputType: 'nodebuffer' });
  if (!(made instanceof Uint8Array)) throw new TypeError('the slides came as something else than bytes');
  return finishPptx(made, content);
}

function openSlides(content: HandOutContent): Slides {
  const deck = new PptxGenJS();
  Object.assign(deck, { title: content.title, subject: content.foot, author: content.department, company: '' });
  deck.layout = 'LAYOUT_WIDE';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  const title = { name: 'title', type: 'title' as const, x: 0.6, y: 0.2, w: 12.13, h: 1.2 }; // three lines of the smallest letters
  const look = { margin: 0, align: 'left' as const, valign: 'middle' as const, bold: true, color: '111111' };
  deck.defineSlideMaster({
    title: 'Commonbeat',
    background: { color: 'FFFFFF' },
    objects: [{ placeholder: { options: { ...title, ...look, fontSize: 32 }, text: '' } }],
  });
  const notes = [content.caveat, ...content.notes, content.foot];
  const add: Slides['add'] = (said, { largest = 32, inWords = '' } = {}) => {
    const slide = deck.addSlide({ masterName: 'Commonbeat' });
    slide.addText([{ text: said, options: { fontSize: sizeFor(said, largest) } }], { placeholder: 'title' }); // the place's own size wins otherwise
    if (content.draft !== '') slide.addText(content.draft, DRAFT);
    slide.addNotes([inWords, ...notes].filter((each) => each !== '').join('\n'));
    return slide;
  };
  return { deck, content, add };
}

const DRAFT = {
  ...{ x: 0.6, y: 0.06, w: 12.13, h: 0.42, margin: 0, align: 'right' as const },
  ...{ fontFace: FONT, fontSize: 24, bold: true, color: '3D3D3D' },
};

function answerSlide({ content, add }: Slides): void {
  const slide = add(content.groupName, { largest: 48 });
  slide.addText(content.days, { ...bodyText(1.4, 0.5), fontSize: 28, color: '3D3D3D', valign: 'middle' });
  slide.addShape('line', { x: 0.6, y: 2.1, w: 12.13, h: 0, line: { color: '111111', width: 3 }, objectName: 'plain' });
  slide.addText(content.answer, { ...bodyText(2.35, 2.1), fontSize: sizeFor(content.answer, 40), bold: true });
  if (content.changed !== '') slide.addText(content.changed, { ...bodyText(4.5, 1.5), fontSize: 28 });
  const whose = [content.department, content.forMeeting].filter((each) => each !== '').join('\n');
  slide.addText(whose, { ...bodyText(6.1, 0.95), fontSize: 24, color: '3D3D3D', valign: 'bottom' });
}

function mapSlide({ content, add }: Slides, picture: Uint8Array | null): void {
  const slide = add(content.title);
  if (picture === null) {
    slide.addText(mapInWords(content.map), { ...bodyText(1.6, 5), fontSize: 28 });
    return;
  }
  const { width, height } = pngSize(picture);
  const scale = Math.min(MAP.w / width, MAP.h / height);
  const [w, h] = [width * scale, height * scale];
  slide.addImage({
    data: `image/png;base64,${Buffer.from(picture).toString('base64')}`,
    altText: mapInWords(content.map),
    objectName: 'map',
    ...{ x: MAP.x, y: MAP.y, w, h },
  });
  const beside = { x: MAP.x + w + 0.5, w: 13.333 - 0.6 - MAP.x - w - 0.5 };
  slide.addText(content.map.note, { ...bodyText(MAP.y, h), ...beside, fontSize: 28 });
}

function talkSlide({ content, add }: Slides): void {
  const { tips, talk } = content;
  const slide = add(tips.items.length > 0 ? tips.heading : talk.heading);
  if (tips.items.length > 0)
    slide.addText(
      tips.items.map((text) => ({ text, options: { bullet: { indent: 24 }, paraSpaceAfter: 12, breakLine: true } })),
      { ...bodyText(1.6, 5), w: 6, fontSize: 28 },
    );
  const box = tips.items.length > 0 ? { x: 7, w: 5.73 } : { x: 0.6, w: 12.13 };
  const lines = [
    ...(tips.items.length > 0 ? [{ text: talk.heading, options: { fontSize: 28 } }] : []),
    { text: talk.phone, options: { fontSize: 54, bold: true } },
    { text: talk.who, options: { fontSize: 24 } },
    { text: talk.nextMeeting, options: { fontSize: 28, bold: true } },
  ].filter(({ text }) => text !== '');
  slide.addText(
    lines.map(({ text, options }) => ({ text, options: { ...options, breakLine: true } })),
    { ...bodyText(1.6, 4.6), ...box, margin: 14, line: { color: '111111', width: 2.5 }, valign: 'middle' },
  );
}
