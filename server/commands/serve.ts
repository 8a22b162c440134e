import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { pino } from 'pino';
import { Role } from '#data/schema/release-level.ts';
import { makeApp } from '#server/app.ts';
import { openAccounts } from '#server/auth/accounts.ts';
import { cookieSecret } from '#server/auth/cookie-secret.ts';
import { signOnFrom } from '#server/auth/sign-on.ts';
import { closePrinter } from '#server/documents/open-page.ts';
import { UsageError } from '#server/errors.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { handOutEncloser } from '#server/hand-out/delivery/enclose.ts';
import { openPapers } from '#server/hand-out/public/open-papers.ts';
import { openRunDesk } from '#server/hand-out/run/run-desk.ts';
import { type DemoClock, openDemoClock } from '#server/jobs/demo-clock.ts';
import { startOwnWork } from '#server/jobs/own-work.ts';
import { readMailPlace } from '#server/mail/mail-place.ts';
import { isLoopback } from '#server/routes/own-origin.ts';
import { keepHead } from '#server/store/audit-head.ts';
import { openRecords } from '#server/store/open-records.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { hubOfHome } from '#server/wall/hub/hub-of-home.ts';
import { buildClient } from './build-client.ts';
import { cityClock, startAt, toMoment } from './city-clock.ts';
import { keepCut } from './keep-cut.ts';
import { openPort, stopOnSignal } from './open-port.ts';
import { prepareDemo } from './prepare-demo.ts';
import { seedDemo } from './seed-demo.ts';
import { feedFrom, serveFeed } from './serve-feed.ts';

type ServeWords = {
  demo: boolean;
  demoSize: 'small' | 'large';
  port?: number;
  host: string;
  now?: string;
  role?: Role;
  home?: string;
  logLevel: string;
  build: boolean;
  json: boolean;
  watch?: string;
  source?: string;
  poll: boolean;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const FIRST_CHOICE = 8080;

export function addServe(command: Command): void {
  command
    .option('--demo', 'with the demo city', false)
    .addOption(
      new Option('--demo-size <size>', 'about 128,000 calls, or 1.2 million')
        .choices(['small', 'large'])
        .default('small'),
    )
    .option('--port <number>', `port; ${FIRST_CHOICE}, or a free one where that is taken`, toPort)
    .option('--host <address>', 'address to listen on; TLS comes from the agency’s proxy', '127.0.0.1')
    .addOption(new Option('--role <role>', 'demo: enter as the first person of this role').choices(Role.options))
    .option('--now <moment>', 'demo: the city’s day and time, like 2027-01-04T09:00; forward only', toMoment)
    .option('--home <folder>', 'data home; .commonbeat, or a folder in it for the demo')
    .addOption(
      new Option('--log-level <level>', 'answers and failures').choices(['silent', 'error', 'info']).default('error'),
    )
    .option('--no-build', 'serve the page as it was built last')
    .option('--json', 'say the address as JSON, and nothing else', false)
    .option('--watch <folder>', 'take in the call files that lie in this folder and come to it; needs --source')
    .option('--source <profile>', 'with --watch: name of a source profile, or a JSON file with one')
    .option('--poll', 'with --watch: look every two seconds, for a network share', false)
    .action(serve);
}

async function serve(words: ServeWords): Promise<void> {
  const say = words.json ? () => undefined : (line: string) => console.log(line);
  const publicUrl = publicUrlOf(words);
  const mail = readMailPlace(process.env);
  const home = words.home ?? (words.demo ? join('.commonbeat', `demo-${words.demoSize}`) : '.commonbeat');
  const feed = await feedFrom(words, home);
  const demoNow = words.demo ? await prepareDemo(home, words.demoSize, say) : null;
  const cutNew = async (onStanding?: () => void) => {
    const { cut } = await cutExtracts(home, {
      ...(onStanding && { onStanding }),
      onProgress: ({ done, total, what }) => say(`Cut ${what} (${done} of ${total})`),
    });
    if (cut > 0) say(`Cut ${cut} extracts.`);
  };
  await cutNew();
  const dist = join(root, 'dist');
  if (words.build) await buildClient(root, dist, say);

  const { city, timeZone } = await readStoreIndex(home);
  const log = pino({ level: words.logLevel, redact: ['req.headers', '*.cookie', '*.authorization', '*.password'] });
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL, say });
  const demoClock = demoNow === null ? null : await openDemo({ home, records, demoNow, now: words.now, say });
  const nowLocal = demoClock?.nowLocal ?? (() => cityClock(timeZone));
  await keepHead(home, records.pool, { at: nowLocal(), why: 'start' });
  const secret = await cookieSecret(home);
  const signOn = signOnFrom(process.env, records, nowLocal);
  if (signOn !== null && publicUrl === null) {
    throw new UsageError('COMMONBEAT_OIDC_ISSUER needs COMMONBEAT_URL: the sign-on sends people back to that address');
  }
  const accounts = await openAccounts({
    records,
    secret,
    nowLocal,
    publicUrl: publicUrl ?? `http://${words.host}`,
    isDemo: words.demo,
    signOn,
  });
  const enterRole = words.role ?? null;
  const papers = openPapers(home, records, nowLocal);
  const runDesk = openRunDesk({ home, records, nowLocal, papers }, log);
  const hub = hubOfHome({ home, records, nowLocal, dist, log });
  const more = { demoClock, dist, enterRole, publicUrl, mail, papers, runDesk, hub, log };
  const app = makeApp({ home, records, accounts, ...more });
  const { server, port } = await openPort(app.fetch, words.host, words.port ?? FIRST_CHOICE, words.port === undefined);
  const stopped = stopOnSignal(server, () => void hub.close()); // who reads the address may want it stopped before its own work has begun
  const host = words.host.includes(':') ? `[${words.host}]` : words.host;
  const where = words.demo ? 'demo city' : city || 'no calls yet';
  const address = `http://${host}:${port}`;
  say(`Commonbeat is at ${publicUrl ?? address} (${where}). Stop with Ctrl+C.`);
  if (words.json) console.log(JSON.stringify({ address, home, demo: words.demo }));
  const acting = () => systemActing(nowLocal());
  const enclose = handOutEncloser({ papers, secret, publicUrl, acting });
  const stopWork = await startOwnWork({ home, store: records, timeZone, nowLocal, log, mail, enclose, runDesk });
  const cutAndTell = () => {
    hub.prepare();
    return cutNew(hub.tell);
  };
  const stopCutting = keepCut(home, cutAndTell, (cause) => log.error(cause, 'the new calls could not be cut'));
  const stopFeeding = feed && serveFeed({ ...feed, ...(demoClock ? { nowLocal } : {}) }, words.poll, log);
  await stopped;
  await stopFeeding?.();
  stopCutting();
  await hub.close();
  await stopWork();
  await closePrinter();
  await accounts.close();
  await records.close();
}

type Demo = {
  home: string;
  records: RecordStore;
  demoNow: string;
  now: string | undefined;
  say: (line: string) => void;
};

/** Fills a demo's records where they are empty, and sets its clock. */
async function openDemo({ home, records, demoNow, now, say }: Demo): Promise<DemoClock> {
  await seedDemo(home, records, say);
  const clock = await openDemoClock(home, records, demoNow);
  if (now === undefined) return clock;
  try {
    await startAt(clock, now, say);
  } catch (error) {
    await records.close();
    throw error;
  }
  return clock;
}

/** The address people type: this machine's own, unless the environment names the one that the agency's proxy serves. */
function publicUrlOf({ host, role, now, demo }: ServeWords): string | null {
  if (now !== undefined && !demo) throw new UsageError('--now is for the demo: elsewhere the city’s clock is the time');
  if (role !== undefined && !demo) {
    throw new UsageError('--role is for the demo: elsewhere a person signs in and has the role of their account');
  }
  const named = process.env.COMMONBEAT_URL?.replace(/(?<=[^/])\/$/, ''); // letters put their links behind it
  if (named !== undefined && !/^https?:\/\/[^/]+\/?$/.test(named)) {
    throw new UsageError(`COMMONBEAT_URL is ${named}: name it like https://commonbeat.city.example`);
  }
  if (isLoopback(host)) return named ?? null;
  if (demo) throw new UsageError(`--host ${host} is refused: whoever reaches a demo enters it without a password`);
  if (named === undefined) {
    throw new UsageError(
      `--host ${host} needs COMMONBEAT_URL, the address that people type (https://commonbeat.city.example); the agency’s proxy serves it with TLS`,
    );
  }
  return named;
}

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
}
