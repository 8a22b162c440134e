import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { escaped } from '#server/documents/escaped.ts';
import type { HandOutContent } from '#server/hand-out/content.ts';
import { LOCALE } from './docx-pieces.ts';

const DECORATION =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

/**
 * What pptxgenjs cannot say: the language of the whole file, what a shape stands for, which shapes are decoration, and
 * whose the file is.
 */
export function finishPptx(bytes: Uint8Array, { language, title, department }: HandOutContent): Buffer {
  const parts = unzipSync(bytes);
  const finished = Object.entries(parts).map(([path, part]): [string, Uint8Array] => {
    if (!path.endsWith('.xml')) return [path, part];
    let xml = strFromU8(part)
      .replaceAll(' altLang="en-US"', '')
      .replaceAll('lang="en-US"', `lang="${LOCALE[language]}"`)
      .replaceAll('lang="en"', `lang="${LOCALE.en}"`)
      .replaceAll('lang="es"', `lang="${LOCALE.es}"`);
    if (path === 'docProps/app.xml')
      xml = xml.replace(/<Company>[^<]*<\/Company>/, `<Company>${escaped(department)}</Company>`);
    if (path === 'ppt/notesMasters/notesMaster1.xml') xml = xml.replace(/<a:t>[\d/]+<\/a:t>/g, '<a:t></a:t>'); // the library's own date
    if (path.startsWith('ppt/notesSlides/'))
      xml = xml.replace(/(<a:fld [^>]*type="slidenum"[\s\S]*?<a:t>)\d+(<\/a:t>)/g, '$1‹#›$2'); // filled in when it is shown
    if (path.startsWith('ppt/slides/')) xml = withShapes(xml, escaped(title));
    return [path, strToU8(xml)];
  });
  return Buffer.from(zipSync(Object.fromEntries(finished)));
}

const withShapes = (xml: string, title: string): string =>
  xml
    .replace(/name="plain"([^>]*?)(?:\/>|><\/p:cNvPr>)/g, `name="Drawing"$1>${DECORATION}</p:cNvPr>`)
    .replace(/name="told:([^"]*)"/g, 'name="Mark" descr="$1"')
    .replace(/<p:cSld name="[^"]*"/, `<p:cSld name="${title}"`);
