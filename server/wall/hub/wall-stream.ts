import type { Hub } from './hub.ts';
import type { Seat, Visitor } from './seat.ts';

/** The events of one wall, as the body of an answer. Nothing is made before it is read, so it cannot run ahead of its reader. */
export function wallStream(hub: Hub, visitor: Visitor): ReadableStream<Uint8Array> {
  let seat: Promise<Seat> | null = null;
  let isGone = false;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        seat ??= hub.sit(visitor);
        const frame = await (await seat).next();
        if (isGone) return;
        if (frame === null) controller.close();
        else controller.enqueue(frame);
      },
      cancel: async () => {
        isGone = true;
        if (seat) hub.leave(await seat);
      },
    },
    { highWaterMark: 0 },
  );
}
