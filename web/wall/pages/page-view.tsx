import type { WallBoard } from '#data/schema/wall.ts';
import type { WallGround } from '#web/wall/map/ground.ts';
import type { WallPage } from '#web/wall/page.ts';
import { AlertPage } from './alert-page.tsx';
import { DutyPage } from './duty-page.tsx';
import { Size, useMeasuredPage } from './page-size.ts';
import css from './page-view.module.css';
import { PicturePage } from './picture-page.tsx';
import { TrendsPage } from './trends-page.tsx';

export type PageProps = {
  page: WallPage;
  board: WallBoard;
  clockLocal: string;
  ground: WallGround | null; // null: not here yet, or no calls were taken in
  isStale: boolean; // older than its source allows: the figures grey out
};

const PAGES: Record<WallPage['kind'], (props: PageProps) => React.ReactNode> = {
  city: PicturePage,
  district: PicturePage,
  alert: AlertPage,
  trends: TrendsPage,
  concerns: DutyPage,
  groups: DutyPage,
  escalations: DutyPage,
};

// Wall pixels: a screen of 1366 by 768, or one read from 6 m, leaves a page less height than this.
const LOW = { wide: 780, tall: 1400 };

/** One page of the wall, filling its parent. All its sizes are in `--u`, so it reflows as that grows. */
export function PageView(props: PageProps) {
  const { page, isStale } = props;
  const [frame, ruler, size] = useMeasuredPage();
  const shape = size && size.height > size.width ? 'tall' : 'wide';
  const Page = PAGES[page.kind];
  return (
    <section
      ref={frame}
      className={css.page}
      aria-label={page.title}
      data-theme="dark"
      data-stale={isStale}
      data-shape={shape}
      data-height={size && size.height < LOW[shape] ? 'low' : 'full'}
    >
      <i ref={ruler} className={css.ruler} />
      {size && (
        <Size value={size}>
          <Page key={page.key} {...props} />
        </Size>
      )}
    </section>
  );
}
