import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPrograms, groundFor, type Programs } from './embedded-programs.ts';
import { isAlive, isZombie } from './is-alive.ts';
import { writeWhole } from './store-index.ts';

const run = promisify(execFile);
const PATIENCE_MILLISECONDS = 60_000; // the processes of a killed database hold its memory until they notice
const PAUSE_MILLISECONDS = 200;
const MOST_TRIES = 25;
const NOBODY = 2 ** 22 + 1; // above the largest process id of Linux

export type Embedded = {
  url: string;
  isRunning(): Promise<boolean>;
  /** Starts it again at the same address where it has died. */
  revive(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A PostgreSQL beside this process, its data in the home. One that still runs (its starter was
 * killed, or works beside us) is taken over as it is; the last process to stop using it stops it.
 */
export async function openEmbedded(home: string, say: (line: string) => void = () => undefined): Promise<Embedded> {
  const programs = await findPrograms();
  const folder = resolve(home, 'records');
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const data = groundFor(folder, name, programs.runAs);
  const password = await passwordOf(home);
  await claim(home);
  if (!existsSync(join(data, 'PG_VERSION'))) {
    say('Making the database of records');
    await initialize(programs, data, password);
  }
  const port = await portOfRunning(programs, data, password);
  return {
    url: `postgres://commonbeat:${password}@127.0.0.1:${port}/commonbeat`,
    isRunning: async () => isAlive(Number((await pidLines(data))[0])),
    revive: async () => {
      if ((await runningPort(programs, data)) === null) await startPatiently(programs, data, port);
    },
    stop: async () => {
      if (await release(home)) return;
      if ((await runningPort(programs, data)) !== null) await pgCtl(programs, ['stop', '-D', data, '-m', 'fast', '-w']);
    },
  };
}

async function initialize(programs: Programs, data: string, password: string): Promise<void> {
  await rm(data, { recursive: true, force: true }); // a run that was killed in the middle of this left half a folder
  await mkdir(data, { recursive: true });
  await chmod(data, 0o700);
  if (programs.runAs) await chown(data, programs.runAs.uid, programs.runAs.gid);
  const secret = `${data}.password`;
  await writeFile(secret, password, { mode: 0o600 });
  if (programs.runAs) await chown(secret, programs.runAs.uid, programs.runAs.gid);
  const words = [
    '-D',
    data,
    '-U',
    'commonbeat',
    '-A',
    'scram-sha-256',
    `--pwfile=${secret}`,
    '-E',
    'UTF8',
    '--locale=C',
  ];
  try {
    await run(programs.initdb, words, { ...programs.runAs, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
  } catch (cause) {
    await rm(data, { recursive: true, force: true });
    throw new Error(`the database of records could not be made in ${data}`, { cause });
  } finally {
    await rm(secret, { force: true });
  }
}

/** Starts it where it does not run. What stands in the way at first, a port just taken or processes of a killed one, passes. */
async function portOfRunning(programs: Programs, data: string, password: string): Promise<number> {
  let trouble: unknown;
  const deadline = performance.now() + PATIENCE_MILLISECONDS;
  while (performance.now() < deadline) {
    const running = await runningPort(programs, data);
    if (running !== null && (await answers(running, password))) return running;
    try {
      await start(programs, data, await freePort(await portInFile(data)));
    } catch (cause) {
      trouble = cause;
      await sleep(PAUSE_MILLISECONDS);
    }
  }
  throw new Error(`the database of records does not start; ${data}/server.log says why`, { cause: trouble });
}

async function start(programs: Programs, data: string, port: number): Promise<void> {
  const words = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=60 -c log_min_messages=warning`;
  await pgCtl(programs, ['start', '-D', data, '-l', `${data}/server.log`, '-w', '-t', '60', '-o', words]);
}

/** What stands in the way at first, processes of a killed one that hold its memory, passes. */
async function startPatiently(programs: Programs, data: string, port: number): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await start(programs, data, port);
    } catch (cause) {
      if (tries === MOST_TRIES) throw cause;
      await sleep(PAUSE_MILLISECONDS);
    }
  }
}

async function runningPort(programs: Programs, data: string): Promise<number | null> {
  await disown(data);
  try {
    await pgCtl(programs, ['status', '-D', data]);
  } catch {
    return null;
  }
  return (await portInFile(data)) || null;
}

/**
 * PostgreSQL takes a killed database that nobody reaped for a running one. Its pid file is given a
 * process that cannot be; the rest stands, since by it a new database finds out whether processes
 * of the old one still hold its memory.
 */
async function disown(data: string): Promise<void> {
  const [pid, ...rest] = await pidLines(data);
  if (isZombie(Number(pid))) await writeFile(pidFile(data), [NOBODY, ...rest].join('\n'));
}

/** Where it listens, or listened until it was killed: those who still use it look for it there. 0: it was stopped. */
const portInFile = async (data: string): Promise<number> => Number((await pidLines(data))[3]) || 0;

const pidFile = (data: string): string => join(data, 'postmaster.pid');

async function pidLines(data: string): Promise<string[]> {
  return (await readFile(pidFile(data), 'utf8').catch(() => '')).split('\n');
}

/** True once it takes our sign-in; makes our database in it at the first time. */
async function answers(port: number, password: string): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'commonbeat', password, database: 'postgres' });
  try {
    await client.connect();
    const { rowCount } = await client.query("select from pg_database where datname = 'commonbeat'");
    if (rowCount === 0) await client.query('create database commonbeat');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function pgCtl({ pgCtl: program, runAs }: Programs, words: string[]): Promise<void> {
  await run(program, words, { ...runAs, cwd: '/', env: { ...process.env, LC_ALL: 'C' } });
}

async function passwordOf(home: string): Promise<string> {
  const path = join(home, 'records-password');
  if (existsSync(path)) return (await readFile(path, 'utf8')).trim();
  await mkdir(home, { recursive: true });
  const password = randomBytes(24).toString('hex');
  await writeWhole(path, password);
  await chmod(path, 0o600);
  return password;
}

const claims = (home: string): string => join(home, 'records-users');
const openings = new Map<string, number>(); // of this process, by the folder of its claims

async function claim(home: string): Promise<void> {
  openings.set(claims(home), (openings.get(claims(home)) ?? 0) + 1);
  await mkdir(claims(home), { recursive: true });
  await writeFile(join(claims(home), String(process.pid)), '');
}

/** Gives the claim back; true where this process, or another that lives, still uses the database. */
async function release(home: string): Promise<boolean> {
  const left = (openings.get(claims(home)) ?? 1) - 1;
  openings.set(claims(home), left);
  if (left > 0) return true;
  await rm(join(claims(home), String(process.pid)), { force: true });
  return readdirSync(claims(home)).some((pid) => isAlive(Number(pid)));
}

/** The wanted port where it is free, else any. */
function freePort(wanted: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', (error) => (wanted === 0 ? fail(error) : done(freePort(0))));
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
