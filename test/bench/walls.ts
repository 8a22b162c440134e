import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NewConcern } from '#data/schema/records/concern-filing.ts';
import { hearStream } from '#test/fixture/hear-stream.ts';

const RENEW_EVERY = 14 * 60_000; // as a paired screen does
const POLL_EVERY = 5_000;
const FILE_EVERY = 10_000;

export type Walls = {
  readonly arrivals: number[]; // milliseconds from the filing of a concern to the board that tells of it, on each wall
  readonly boardBytes: () => number;
  /** Walls that hear the stream, each by a session of its own; resolves when each has a board. */
  hear(count: number): Promise<() => void>;
  /** The same as clients that ask for the board again and again. */
  poll(count: number): Promise<() => void>;
  /** Files a concern every ten seconds while `work` goes on. */
  whileFiling<T>(work: Promise<T>): Promise<T>;
};

/** A hundred screens, as the server sees them. A stream that ends by itself, or an answer that is none, fails the run. */
export async function wallsOf(address: string): Promise<Walls> {
  const officer = await enter(address, 'p-whitlock');
  const arrivals: number[] = [];
  let filedAt = Number.NaN;
  let boardBytes = 0;

  const hearOne = async () => {
    const cookie = await enter(address, 'p-wall');
    let isOpen = true;
    let hasBoard: () => void = () => undefined;
    const first = new Promise<void>((resolve) => {
      hasBoard = resolve;
    });
    const hearing = await hearStream(`${address}/api/wall/stream`, { cookie }, ({ event, data }) => {
      if (event !== 'board') return;
      boardBytes ||= JSON.stringify(data).length;
      if (!Number.isNaN(filedAt)) arrivals.push(performance.now() - filedAt);
      hasBoard();
    });
    if (hearing.status !== 200) throw new Error(`a wall was answered ${hearing.status}`);
    const renew = setInterval(async () => {
      if (isOpen && hearing.isOver()) throw new Error('a stream ended by itself');
      await enter(address, 'p-wall');
    }, RENEW_EVERY);
    await first;
    return () => {
      isOpen = false;
      clearInterval(renew);
      hearing.close();
    };
  };
  const pollOne = async () => {
    const cookie = await enter(address, 'p-wall');
    const stop = new AbortController();
    const go = async () => {
      await sleep(Math.random() * POLL_EVERY);
      for (let tag = ''; !stop.signal.aborted; await sleep(POLL_EVERY)) {
        const response = await fetch(`${address}/api/wall/board`, { headers: { cookie, 'If-None-Match': tag } });
        if (response.status !== 200 && response.status !== 304)
          throw new Error(`a peer was answered ${response.status}`);
        tag = response.headers.get('ETag') ?? '';
        if (response.status === 200) await response.json();
      }
    };
    void go();
    return () => stop.abort();
  };
  const many = async (count: number, one: () => Promise<() => void>) => {
    const stops = await Promise.all(Array.from({ length: count }, one));
    return () => {
      for (const stop of stops) stop();
    };
  };
  return {
    arrivals,
    boardBytes: () => boardBytes,
    hear: (count) => many(count, hearOne),
    poll: (count) => many(count, pollOne),
    whileFiling: async (work) => {
      let isOver = false;
      const file = async () => {
        while (!isOver) {
          filedAt = performance.now();
          await fileConcern(address, officer);
          await sleep(FILE_EVERY);
        }
        filedAt = Number.NaN;
      };
      const filing = file();
      const result = await work;
      isOver = true;
      await filing;
      return result;
    },
  };
}

async function enter(address: string, personId: string): Promise<string> {
  const response = await post(`${address}/api/demo/enter`, { personId });
  await response.arrayBuffer();
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function fileConcern(address: string, cookie: string): Promise<void> {
  const filing: NewConcern = {
    clientKey: randomUUID(),
    aboutOfficer: 'not-asked',
    meetingId: null,
    words: 'Cars are tried at night on our street again.',
    title: '',
    category: 'theft-from-vehicle',
    way: 'patrol',
    heardAt: '2026-12-01T07:30:00',
    place: null,
    placeWords: 'Linnet Avenue',
    placeConfidence: 'words-only',
    groupIds: [],
    ...{ whenHappens: '', since: '', howOften: '', whoAffected: '' },
    safetyNow: false,
    peopleCount: null,
    contactWish: 'none-given',
    ...{ contactName: '', contactReach: '' },
    language: 'en',
    efforts: '',
    recommendedSolutions: '',
    caseNumbers: [],
  };
  const response = await post(`${address}/api/records/concerns`, filing, cookie);
  if (response.status !== 201) throw new Error(`a concern was answered ${response.status}: ${await response.text()}`);
  await response.arrayBuffer();
}

const post = (url: string, body: unknown, cookie = '') =>
  fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', origin: new URL(url).origin, cookie },
    body: JSON.stringify(body),
  });
