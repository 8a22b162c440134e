import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import { WallBoard, WallPulse } from '#data/schema/wall.ts';
import { makeApp } from '#server/app.ts';
import { openAccounts } from '#server/auth/accounts.ts';
import { openPort } from '#server/commands/open-port.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { writeWhole } from '#server/store/store-index.ts';
import { setting } from '#server/store/tables/people.ts';
import { type HubOptions, openHub } from '#server/wall/hub/hub.ts';
import type { BoardSource } from '#server/wall/hub/keep-board.ts';
import { type Hearing, hearStream } from '#test/fixture/hear-stream.ts';
import { seedPeople } from '#test/server/routes/people-of-each-role.ts';
import { cookieOf } from '#test/server/routes/serve-home.ts';

const NOW = '2027-01-04T09:00:00';

/** A real server whose boards tell two things that a test can change: how many settings there are, and the manifest. */
export async function servedHub(records: RecordStore, more: Partial<HubOptions> = {}) {
  const home = await mkdtemp(join(tmpdir(), 'commonbeat-hub-'));
  let now = NOW;
  const nowLocal = () => now;
  const accounts = await openAccounts({
    records,
    secret: 'a secret of the tests, and of them only',
    publicUrl: 'http://localhost',
    nowLocal,
    isDemo: true,
  });
  await seedPeople(records, NOW);
  await writeWhole(join(home, 'dist', 'index.html'), '<script src="/assets/app-1.js"></script>');
  const reads = { count: 0 };
  const hub = openHub({
    home,
    records,
    nowLocal,
    dist: join(home, 'dist'),
    log: pino({ level: 'silent' }),
    openBoard: () => settingsBoard(home, records, nowLocal, reads),
    ...more,
    pace: { pulse: 200, quiet: 50, longest: 300, look: 50, linger: 100_000, ...more.pace },
  });
  const app = makeApp({ home, records, accounts, dist: join(home, 'dist'), hub });
  const { server, port } = await openPort(app.fetch, '127.0.0.1', 0, true);
  const address = `http://127.0.0.1:${port}`;
  const listening: Hearing[] = [];
  afterAll(async () => {
    for (const hearing of listening) hearing.close();
    await hub.close();
    await closed(server);
    await accounts.close();
    await rm(home, { recursive: true, force: true });
  });
  const enter = (personId = 'p-desk') => cookieOf(app, personId);
  const hear = async (cookie: string, headers: Record<string, string> = {}) => {
    const hearing = await hearStream(`${address}/api/wall/stream`, { cookie, ...headers });
    listening.push(hearing);
    return hearing;
  };
  const change = (key: string) => setSetting(records, key);
  const cut = (manifest: string) => writeWhole(join(home, 'manifest-public.json'), JSON.stringify({ manifest }));
  return {
    ...{ home, hub, app, server, address, accounts, reads, enter, hear, change, cut },
    setClock: (moment: string) => {
      now = moment;
    },
  };
}

export const setSetting = (records: RecordStore, key: string) =>
  records.as(systemActing(NOW), async (tx) => void (await tx.insert(setting).values({ key, value: 1 })));

const closed = (server: Server) =>
  new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });

export const pulsesOf = ({ events }: Hearing): WallPulse[] =>
  events.filter(({ event }) => event === 'pulse').map(({ data }) => WallPulse.parse(data));
export const boardsOf = ({ events }: Hearing): WallBoard[] =>
  events.filter(({ event }) => event === 'board').map(({ data }) => WallBoard.parse(data));

function settingsBoard(
  home: string,
  records: RecordStore,
  nowLocal: () => string,
  reads: { count: number },
): BoardSource {
  return {
    read: async () => {
      reads.count++;
      const settings = await records.as(systemActing(nowLocal()), (tx) => tx.select().from(setting));
      const file = await readFile(join(home, 'manifest-public.json'), 'utf8').catch(() => '{"manifest":"none"}');
      const city = JSON.parse(file).manifest;
      return {
        board: `${settings.length} ${nowLocal().slice(0, 10)} ${city.slice(0, 40)}`,
        city,
        calls: null,
        records: {
          asOfLocal: nowLocal(),
          quarter: nowLocal().slice(0, 10),
          quarterEnds: '2027-03-31',
          duties: [{ kind: 'concerns', count: settings.length, of: settings.length, waiting: [], code: 'B2C3' }],
        },
      };
    },
    close: async () => undefined,
  };
}
