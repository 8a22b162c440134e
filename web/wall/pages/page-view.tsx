import type { WallBoard } from '#data/schema/wall.ts';
import type { WallGround } from '#web/wall/map/ground.ts';
import type { WallPage } from '#web/wall/page.ts';

export type PageProps = {
  page: WallPage;
  board: WallBoard;
  clockLocal: string;
  ground: WallGround | null; // null: not here yet, or no calls were taken in
  isStale: boolean; // older than its source allows: the figures grey out
};

/** One page of the wall, filling its parent. All sizes are in `--u`. */
export function PageView({ page, board }: PageProps) {
  return (
    <section aria-label={page.title} style={{ width: '100%', height: '100%' }}>
      <h1>{page.title}</h1>
      <p>{board.city}</p>
    </section>
  );
}
