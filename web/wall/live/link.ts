import { WallBoard, WallPulse } from '#data/schema/wall.ts';

export type LinkEvents = {
  readonly onBoard: (board: WallBoard) => void;
  readonly onPulse: (pulse: WallPulse) => void;
  readonly onLost: () => void; // the server does not answer; it is asked again by itself
  readonly onOut: () => void; // it answers, and asks who we are
  readonly onRevoked: () => void;
  readonly onUnknownWords: () => void; // it speaks as another build of this page does
};

export const STREAM = '/api/wall/stream';
const BOARD = '/api/wall/board';
export const SILENCE_MS = 45_000; // a pulse comes every ten seconds
const LONGEST_WAIT_MS = 30_000;
const ANSWER_MS = 10_000; // a server that takes the question and says nothing is as good as gone

/**
 * Listens to the server until closed. A browser gives up a stream that was refused and never says why, and keeps one
 * whose other end is gone: so silence is measured here, and what is wrong is asked for.
 */
export function openLink(events: LinkEvents): () => void {
  let stream: EventSource | null = null;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | null = null;
  let tries = 0;
  let isClosed = false;

  const close = () => {
    isClosed = true;
    hangUp();
    clearTimeout(again);
    asking?.abort();
  };
  const hangUp = () => {
    clearTimeout(silence);
    stream?.close();
    stream = null;
  };
  const isHeard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => void ask(), SILENCE_MS);
  };
  const listen = () => {
    hangUp();
    const opened = new EventSource(STREAM);
    stream = opened;
    isHeard();
    opened.addEventListener('board', ({ data }) => {
      isHeard();
      const board = WallBoard.safeParse(parsed(data));
      if (board.success) events.onBoard(board.data);
      else events.onUnknownWords();
    });
    opened.addEventListener('pulse', ({ data }) => {
      isHeard();
      tries = 0;
      const pulse = WallPulse.safeParse(parsed(data));
      if (pulse.success) events.onPulse(pulse.data);
      else events.onUnknownWords();
    });
    opened.addEventListener('revoked', () => {
      close();
      events.onRevoked();
    });
    opened.addEventListener('error', () => void ask());
  };
  /** The stream broke or is silent: is the server gone, or are we? */
  const ask = async () => {
    hangUp();
    const question = new AbortController();
    asking = question;
    const limit = setTimeout(() => question.abort(), ANSWER_MS);
    const status = await fetch(BOARD, { cache: 'no-store', method: 'HEAD', signal: question.signal }).then(
      (answer) => answer.status,
      () => 0,
    );
    clearTimeout(limit);
    if (isClosed) return;
    if (status === 401 || status === 403) {
      close();
      return events.onOut();
    }
    if (status === 0 || status >= 500) events.onLost();
    again = setTimeout(listen, waitBefore(tries));
    tries += 1;
  };
  listen();
  return close;
}

/** A second, then twice as long each time; spread, so that a hundred walls do not come back at once. */
const waitBefore = (tries: number): number =>
  Math.min(LONGEST_WAIT_MS, 1000 * 2 ** Math.min(tries, 5)) * (0.75 + Math.random() / 2);

function parsed(data: unknown): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return null;
  }
}
