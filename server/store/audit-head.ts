import { mkdir, open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';

/** The chain's head as it stood, kept where whoever can write the database cannot. */
export type KeptHead = {
  readonly number: number; // of the audit's last line then
  readonly hash: string;
  readonly at: string; // the city's clock
  readonly why: 'start' | 'night' | 'backup' | 'restore';
  readonly backupOf: string | null; // of a restore: the moment of the backup that came back
};

/** One line for each head, in a file that is only ever appended to. */
export const HEADS = 'audit-head';

const LINE = /^(\d{1,9}) ([0-9a-f]{64}) (\S+) (?:(start|night|backup)|restore of (\S+))$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

const inWords = ({ number, hash, at, why, backupOf }: KeptHead): string =>
  `${number} ${hash} ${at} ${why}${backupOf === null ? '' : ` of ${backupOf}`}`;

function readHead(line: string): KeptHead | null {
  const [, number, hash = '', at = '', plain, backupOf] = LINE.exec(line) ?? [];
  if (number === undefined || ![at, ...(backupOf ? [backupOf] : [])].every((each) => MOMENT.test(each))) return null;
  if (backupOf !== undefined) return { number: Number(number), hash, at, why: 'restore', backupOf };
  return { number: Number(number), hash, at, why: plain as 'night', backupOf: null }; // LINE knows the three
}

/** Keeps the head of the audit as it stands now; gives its number, or null where nothing is audited yet. */
export async function keepHead(
  home: string,
  pool: pg.Pool,
  kept: Pick<KeptHead, 'at' | 'why'> & { backupOf?: string },
): Promise<number | null> {
  const { rows } = await pool.query<{ number: number; hash: string }>(
    'select number, hash from audit order by number desc limit 1',
  );
  const [last] = rows;
  if (last === undefined) return null;
  await appendHeads(home, [inWords({ backupOf: null, ...kept, ...last })]);
  return last.number;
}

/** Keeps a head that was read before: of a backup, at its moment. */
export const keepThisHead = (home: string, head: KeptHead): Promise<void> => appendHeads(home, [inWords(head)]);

/** Adds what another home kept to what this one keeps: a restore brings heads and takes none away. */
export async function addHeadsOf(home: string, other: string): Promise<void> {
  const here = new Set(await linesOf(home));
  const lacking = (await linesOf(other)).filter((line) => !here.has(line));
  if (lacking.length > 0) await appendHeads(home, lacking);
}

/** The heads that were kept, oldest first, and the numbers of the lines that are none. */
export async function readHeads(home: string): Promise<{ heads: KeptHead[]; unreadable: number[] }> {
  const read = (await linesOf(home)).map((line, at) => ({ head: readHead(line), at: at + 1 }));
  return {
    heads: read.flatMap(({ head }) => head ?? []),
    unreadable: read.filter(({ head }) => head === null).map(({ at }) => at),
  };
}

async function linesOf(home: string): Promise<string[]> {
  const text = await readFile(join(home, HEADS), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw cause;
  });
  return text
    .replace(/\n$/, '')
    .split('\n')
    .slice(text === '' ? 1 : 0);
}

/** In one write, and on the disk before it is told; a line that a lost power cut short stays a line of its own. */
async function appendHeads(home: string, lines: readonly string[]): Promise<void> {
  await mkdir(home, { recursive: true });
  const file = await open(join(home, HEADS), 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = Buffer.alloc(1);
    if (size > 0) await file.read(last, 0, 1, size - 1);
    const isTorn = size > 0 && last.toString() !== '\n';
    await file.appendFile(`${isTorn ? '\n' : ''}${lines.join('\n')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
