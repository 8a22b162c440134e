import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { Role } from '#data/schema/release-level.ts';
import { makeApp } from '#server/app.ts';
import { UsageError } from '#server/errors.ts';
import { cutExtracts } from '#server/extract/cut-extracts.ts';
import { isLoopback } from '#server/routes/loopback.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { buildClient } from './build-client.ts';
import { keepCut } from './keep-cut.ts';
import { openPort, stopOnSignal } from './open-port.ts';
import { prepareDemo } from './prepare-demo.ts';

type ServeWords = {
  demo: boolean;
  demoSize: 'small' | 'large';
  port?: number;
  host: string;
  role: Role;
  home?: string;
  logLevel: string;
  build: boolean;
  json: boolean;
};

const root = fileURLToPath(new URL('../../', import.meta.url));
const FIRST_CHOICE = 8080;

export function addServe(program: Command): void {
  program
    .command('serve')
    .description('open the dashboard on this machine')
    .option('--demo', 'with the demo city', false)
    .addOption(
      new Option('--demo-size <size>', 'about 128,000 calls, or 1.2 million')
        .choices(['small', 'large'])
        .default('small'),
    )
    .option('--port <number>', `port; ${FIRST_CHOICE}, or a free one where that is taken`, toPort)
    .option('--host <address>', 'only this machine’s own address until accounts exist', '127.0.0.1')
    .addOption(new Option('--role <role>', 'who looks').choices(Role.options).default('analyst'))
    .option('--home <folder>', 'data home; .commonbeat, or a folder in it for the demo')
    .addOption(
      new Option('--log-level <level>', 'answers and failures').choices(['silent', 'error', 'info']).default('error'),
    )
    .option('--no-build', 'serve the page as it was built last')
    .option('--json', 'say the address as JSON, and nothing else', false)
    .action(serve);
}

async function serve(words: ServeWords): Promise<void> {
  const say = words.json ? () => undefined : (line: string) => console.log(line);
  if (!isLoopback(words.host)) {
    throw new UsageError(
      `--host ${words.host} is refused: until accounts exist everybody who reaches the server has the role given at start, so it listens on 127.0.0.1 only`,
    );
  }
  const home = words.home ?? (words.demo ? join('.commonbeat', `demo-${words.demoSize}`) : '.commonbeat');
  const demoNow = words.demo ? await prepareDemo(home, words.demoSize, say) : null;
  const cutNew = async () => {
    const { cut } = await cutExtracts(home, {
      onProgress: ({ done, total, what }) => say(`Cut ${what} (${done} of ${total})`),
    });
    if (cut > 0) say(`Cut ${cut} extracts.`);
  };
  await cutNew();
  const dist = join(root, 'dist');
  if (words.build) await buildClient(root, dist, say);

  const { city, timeZone } = await readStoreIndex(home);
  const nowLocal = () => demoNow ?? clockOf(timeZone);
  const log = pino({ level: words.logLevel, redact: ['req.headers', '*.cookie', '*.authorization', '*.password'] });
  const app = makeApp({ home, role: words.role, nowLocal, dist, demo: words.demo, log });
  const { server, port } = await openPort(app.fetch, words.host, words.port ?? FIRST_CHOICE, words.port === undefined);
  const host = words.host.includes(':') ? `[${words.host}]` : words.host;
  const where = words.demo ? 'demo city' : city || 'no calls yet';
  const address = `http://${host}:${port}`;
  say(`Commonbeat is at ${address} (${where}, role ${words.role}). Stop with Ctrl+C.`);
  if (words.json) console.log(JSON.stringify({ address, home, role: words.role, demo: words.demo }));
  const stopCutting = keepCut(home, cutNew, (cause) => log.error(cause, 'the new calls could not be cut'));
  await stopOnSignal(server);
  stopCutting();
}

/** The city's wall clock; the machine's own where no source has told the zone yet. */
const clockOf = (timeZone: string): string =>
  Temporal.Now.plainDateTimeISO(timeZone || undefined).toString({ smallestUnit: 'second' });

function toPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port;
  throw new InvalidArgumentError('a port is a whole number from 0 to 65535');
}
