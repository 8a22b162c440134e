import { useEffect, useRef, useState } from 'react';
import type { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { Notice } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './preview.module.css';
import { whyNoPage } from './use-refusals.ts';
import { words } from './words.ts';

export type Print = { readonly language: HandOutLanguage; readonly paper: PaperSize };

const PAPERS: Record<PaperSize, { width: number; height: number }> = {
  letter: { width: 816, height: 1056 },
  a4: { width: 794, height: 1123 },
};
const MARGIN = 16;

type Props = {
  pathOf: (print: Print) => string;
  print: Print;
  onPrint: (print: Print) => void;
  onDrawn?: (page: Document) => void;
  onRefused?: (path: string, why: string) => void;
};

/** The page itself, the very HTML that is printed, as large as there is room for it. */
export function Preview({ pathOf, print, onPrint, ...told }: Props) {
  const [zoom, setZoom] = useState<'whole' | 'wide'>('whole');
  const { room, width, height } = useRoom();
  const paper = PAPERS[print.paper];
  const wide = Math.min((width - 2 * MARGIN) / paper.width, 1.25);
  const scale = Math.max(0.1, zoom === 'whole' ? Math.min(wide, (height - 2 * MARGIN) / paper.height) : wide);
  return (
    <section className={css.preview} aria-label={words.preview}>
      <header className={css.choices}>
        <Segmented
          label={words.language}
          value={print.language}
          segments={(['en', 'es'] as const).map((value) => ({ value, label: words.languages[value] }))}
          onChange={(language) => onPrint({ ...print, language })}
        />
        <Segmented
          label={words.paper}
          value={print.paper}
          segments={(['letter', 'a4'] as const).map((value) => ({ value, label: words.papers[value] }))}
          onChange={(next) => onPrint({ ...print, paper: next })}
        />
        <Segmented
          label={words.zoom}
          value={zoom}
          segments={(['whole', 'wide'] as const).map((value) => ({ value, label: words.zooms[value] }))}
          onChange={setZoom}
        />
      </header>
      <div className={css.room} ref={room}>
        {width > 0 && <Frame src={pathOf(print)} paper={paper} scale={scale} {...told} />}
      </div>
    </section>
  );
}

/** The paper at its own size, scaled as a whole. The former page stays until the new one is there, so nothing flickers. */
function Frame({
  src,
  paper,
  scale,
  onDrawn,
  onRefused,
}: {
  src: string;
  paper: { width: number; height: number };
  scale: number;
} & Pick<Props, 'onDrawn' | 'onRefused'>) {
  const [shown, setShown] = useState<string | null>(null);
  const [long, setLong] = useState(paper.height);
  const [trouble, setTrouble] = useState<{ at: string; why: string } | null>(null);
  const isRefused = trouble?.at === src;
  const frames = shown === null || shown === src ? [src] : [shown, src];
  const height = Math.max(paper.height, long);
  const refuse = async (at: string) => {
    const why = await whyNoPage(at); // a refusal may not be framed, so it is asked for again
    setTrouble({ at, why: why ?? words.noPage });
    if (why !== null) onRefused?.(at, why);
  };
  const drawn = (frame: HTMLIFrameElement, at: string) => {
    if (at !== src) return;
    const page = frame.contentDocument;
    setShown(at);
    if (!page?.querySelector('h1')) return void refuse(at);
    setLong(page.documentElement.scrollHeight);
    onDrawn?.(page);
  };
  return (
    <>
      {isRefused && (
        <Notice kind="fault" title={words.notDrawn}>
          {trouble.why}
        </Notice>
      )}
      <div
        className={css.paper}
        style={{ width: paper.width * scale, height: height * scale }}
        aria-busy={shown !== src}
        hidden={isRefused}
      >
        {frames.map((at) => (
          <iframe
            key={at}
            src={at}
            title={words.preview}
            sandbox="allow-same-origin allow-popups"
            style={{ width: paper.width, height, transform: `scale(${scale})` }}
            className={at === src && shown !== src ? css.coming : css.frame}
            aria-hidden={at !== src || undefined}
            tabIndex={at === src ? 0 : -1}
            onLoad={(event) => drawn(event.currentTarget, at)}
          />
        ))}
        {shown === null && (
          <div className={css.waiting} role="status" aria-label={words.drawing}>
            <Skeleton height={Math.round(height * scale)} />
          </div>
        )}
      </div>
    </>
  );
}

/** How much room there is, as it changes. */
function useRoom() {
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const place = room.current;
    if (place === null) return undefined;
    const measure = () => setSize({ width: place.clientWidth, height: place.clientHeight });
    const watch = new ResizeObserver(measure);
    watch.observe(place);
    measure();
    return () => watch.disconnect();
  }, []);
  return { room, ...size };
}
