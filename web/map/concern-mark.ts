import type { MapConcern } from '#data/schema/concern.ts';
import { paint } from './paint.ts';
import type { MapTokens } from './read-tokens.ts';

/** Outline of the speech square, its point at (0, 0), up to 22.6 px tall and 17 wide. */
export const SPEECH_SQUARE =
  'M-6.5 -21.6h13a2 2 0 0 1 2 2v11a2 2 0 0 1 -2 2h-1.9l-4.6 4.6l-4.6 -4.6h-1.9a2 2 0 0 1 -2 -2v-11a2 2 0 0 1 2 -2z';

/** The dark corner that says overdue. */
export const OVERDUE_CORNER = 'M2.5 -21.6h4a2 2 0 0 1 2 2v4z';

export type ConcernStatus = MapConcern['status'];

export const CONCERN_STATUSES: readonly ConcernStatus[] = ['open', 'overdue', 'answered'];

const WIDTH = 24;
const HEIGHT = 26;

/** Draws one speech square with its point at (0, 0). Never without its edge and halo: in grey they are all that tells it from its ground. */
export function drawConcern(context: CanvasRenderingContext2D, status: ConcernStatus, tokens: MapTokens): void {
  const square = new Path2D(SPEECH_SQUARE);
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = tokens.halo;
  context.stroke(square);
  context.fillStyle = status === 'answered' ? tokens.surface : tokens.concern;
  context.fill(square);
  context.lineWidth = 1.5;
  context.strokeStyle = status === 'answered' ? tokens.concernText : tokens.concernEdge;
  context.stroke(square);
  if (status !== 'overdue') return;
  context.fillStyle = tokens.concernEdge;
  context.fill(new Path2D(OVERDUE_CORNER));
}

/** The mark as a picture for the map; its foot is the point it stands on. */
export const concernImage = (status: ConcernStatus, tokens: MapTokens, pixelRatio: number): ImageData =>
  paint(WIDTH, HEIGHT, pixelRatio, (context) => {
    context.translate(WIDTH / 2, HEIGHT - 1);
    drawConcern(context, status, tokens);
  });
