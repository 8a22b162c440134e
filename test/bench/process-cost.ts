import { readdir, readFile } from 'node:fs/promises';

const TICKS = 100; // a second, as Linux tells times of processes

type Cost = { cpu: number; megabytes: number };

/** What a process has used of the processor so far, in seconds, and the memory that it holds. */
async function costOf(pid: number): Promise<Cost> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' '); // from the state on
  const [user = 0, system = 0] = fields.slice(11, 13).map(Number);
  const held = /VmRSS:\s+(\d+) kB/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { cpu: (user + system) / TICKS, megabytes: Number(held ?? 0) / 1024 };
}

/** The same of a process and all that it has started, those that ended since included. */
async function costOfFamily(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ');
  const own = fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / TICKS;
  let children = 0;
  for (const name of (await readdir('/proc')).filter((each) => /^\d+$/.test(each))) {
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    if (Number(stat.replace(/^.*\) /s, '').split(' ')[1]) === pid)
      children += (await costOf(Number(name)).catch(() => NONE)).cpu;
  }
  return own + children;
}
const NONE: Cost = { cpu: 0, megabytes: 0 };

export type Minute = { server: number; database: number; megabytes: number };

/** Looks at a server and its database for as many minutes: shares of one core, and what the server holds in the end. */
export async function watchMinutes(server: number, database: number, minutes: number, seconds = 60): Promise<Minute[]> {
  const seen: Minute[] = [];
  for (let minute = 0; minute < minutes; minute++) {
    const before = { at: performance.now(), server: await costOf(server), database: await costOfFamily(database) };
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    const share = (100 * 1000) / (performance.now() - before.at);
    const now = await costOf(server);
    seen.push({
      server: (now.cpu - before.server.cpu) * share,
      database: ((await costOfFamily(database)) - before.database) * share,
      megabytes: now.megabytes,
    });
  }
  return seen;
}
