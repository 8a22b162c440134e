import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NewConcern } from '#data/schema/records/concern-filing.ts';
import { aScreen, postJson } from '#test/fixture/a-screen.ts';
import { hearStream } from '#test/fixture/hear-stream.ts';

const RENEW_EVERY = 14 * 60_000; // a screen's session lasts a minute longer
const POLL_EVERY = 5_000;
const FILE_EVERY = 10_000;

/** Enters as the screen that it is: signs what it is given, and has a cookie of its own from then on. */
export type PairedScreen = () => Promise<string>;

/** Screens paired one after the other, as an administrator would; the server takes so many in a minute. */
export async function pairScreens(address: string, count: number): Promise<PairedScreen[]> {
  const ask = (path: string, init: RequestInit = {}) => fetch(address + path, init);
  const administrator = await enterDemo(address, 'p-mercer');
  const screens: PairedScreen[] = [];
  while (screens.length < count) {
    const screen = await aScreen({ request: ask });
    const offer = await screen.ask();
    if (offer.code === undefined) {
      await sleep(5_000);
      continue;
    }
    const init = postJson({ code: offer.code, name: `Screen ${screens.length + 1}` });
    const paired = await ask('/api/wall-device-pairings', {
      ...init,
      headers: { ...init.headers, cookie: administrator },
    });
    if (paired.status !== 201) throw new Error(`a pairing was answered ${paired.status}: ${await paired.text()}`);
    screens.push(async () => String(await screen.enter(offer.deviceId)));
  }
  return screens;
}

export type Crowd = { readonly faults: string[]; stop(): void };

/** Screens that hear the stream and renew their sessions; resolves when each has a board. */
export async function hearAll(
  address: string,
  screens: readonly PairedScreen[],
  onBoard: (bytes: number) => void = () => undefined,
): Promise<Crowd> {
  const faults: string[] = [];
  const one = async (enter: PairedScreen) => {
    let last = '';
    const open = async () => {
      const headers = { cookie: await enter(), ...(last === '' ? {} : { 'Last-Event-ID': last }) };
      const hearing = await hearStream(`${address}/api/wall/stream`, headers, ({ event, data, id }) => {
        if (event !== 'board') return;
        last = id ?? '';
        onBoard(JSON.stringify(data).length);
      });
      if (hearing.status !== 200) faults.push(`a wall was answered ${hearing.status}`);
      return hearing;
    };
    let hearing = await open();
    const renew = async () => {
      if (hearing.isOver()) faults.push('a stream ended by itself');
      hearing.close();
      hearing = await open();
    };
    const first = setTimeout(renew, Math.random() * RENEW_EVERY);
    while (last === '' && faults.length === 0) await sleep(50);
    return () => {
      clearTimeout(first);
      hearing.close();
    };
  };
  return crowdOf(await Promise.all(screens.map(one)), faults);
}

/** The same as clients that ask for the board again and again. */
export async function pollAll(address: string, screens: readonly PairedScreen[]): Promise<Crowd> {
  const faults: string[] = [];
  const one = async (enter: PairedScreen) => {
    const cookie = await enter();
    let isOpen = true;
    const go = async () => {
      await sleep(Math.random() * POLL_EVERY);
      for (let tag = ''; isOpen; await sleep(POLL_EVERY)) {
        const response = await fetch(`${address}/api/wall/board`, { headers: { cookie, 'If-None-Match': tag } });
        if (response.status !== 200 && response.status !== 304) faults.push(`a peer was answered ${response.status}`);
        tag = response.headers.get('ETag') ?? '';
        await response.arrayBuffer();
      }
    };
    void go();
    return () => {
      isOpen = false;
    };
  };
  return crowdOf(await Promise.all(screens.map(one)), faults);
}

const crowdOf = (stops: (() => void)[], faults: string[]): Crowd => ({
  faults,
  stop: () => {
    for (const stop of stops) stop();
    if (faults.length > 0) throw new Error(`not a clean run: ${[...new Set(faults)].join('; ')}`);
  },
});

/** Files a concern every ten seconds until it is stopped. */
export async function fileConcerns(address: string, onFiling: () => void): Promise<() => void> {
  const cookie = await enterDemo(address, 'p-whitlock');
  const init = () => {
    const { headers, ...rest } = postJson(aConcern());
    return { ...rest, headers: { ...headers, cookie } };
  };
  const file = async () => {
    onFiling();
    const response = await fetch(`${address}/api/records/concerns`, init());
    if (response.status !== 201) throw new Error(`a concern was answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
  };
  await file();
  const timer = setInterval(file, FILE_EVERY);
  return () => clearInterval(timer);
}

async function enterDemo(address: string, personId: string): Promise<string> {
  const response = await fetch(`${address}/api/demo/enter`, postJson({ personId }));
  await response.arrayBuffer();
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const aConcern = (): NewConcern => ({
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
});
