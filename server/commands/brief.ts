import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { type Command, Option } from 'commander';
import { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { closePrinter } from '#server/documents/open-page.ts';
import { RecordRefused, UsageError } from '#server/errors.ts';
import { makeHandOut } from '#server/hand-out/desk/make-hand-out.ts';
import type { KeptPapers } from '#server/hand-out/public/kept-papers.ts';
import { openPapers } from '#server/hand-out/public/open-papers.ts';
import { workRun } from '#server/hand-out/run/work-run.ts';
import { boundariesOn } from '#server/store/boundaries.ts';
import { readDemoNow } from '#server/store/demo-clock.ts';
import { listGroups } from '#server/store/groups.ts';
import { readRun, startRun } from '#server/store/hand-out-runs.ts';
import { openRecords } from '#server/store/open-records.ts';
import { auditAct, type RecordStore, systemActing } from '#server/store/record-store.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { getReleased } from '#server/store/told-cells.ts';
import { cityClock } from './city-clock.ts';
import { daysOf } from './period-days.ts';
import { prepareDemo } from './prepare-demo.ts';
import { seedDemo } from './seed-demo.ts';

type BriefWords = {
  demo: boolean;
  home?: string;
  group: string;
  period: string;
  out: string;
  language?: HandOutLanguage;
  paper: PaperSize;
  json: boolean;
};
type Desk = { home: string; records: RecordStore; acting: Acting; papers: KeptPapers; words: BriefWords };

/** `brief`: the page that a group is handed, released and printed without a server. */
export function addBrief(program: Command): void {
  program
    .command('brief')
    .description('release the page of a group, or of every group, and print it')
    .requiredOption('--group <id>', 'a group; first: the first by name; all: every active group')
    .requiredOption('--period <days>', 'last-month, 2026-11, 2026-Q3, or 2026-11-01..2026-11-30')
    .requiredOption('--out <place>', 'a file that ends in .pdf; a folder with --group all')
    .addOption(
      new Option('--language <code>', 'of the page (default: English; with --group all both)').choices(
        HandOutLanguage.options,
      ),
    )
    .addOption(new Option('--paper <size>', 'what it is printed on').choices(PaperSize.options).default('letter'))
    .option('--demo', 'of the demo city', false)
    .option('--home <folder>', 'data home; .commonbeat, or a folder in it for the demo')
    .option('--json', 'say what was made as JSON, and nothing else', false)
    .action(brief);
}

async function brief(words: BriefWords): Promise<void> {
  if (words.group !== 'all' && !words.out.endsWith('.pdf')) throw new UsageError(`--out ${words.out}: end it in .pdf`);
  const say = words.json ? () => undefined : (line: string) => console.log(line);
  const home = words.home ?? (words.demo ? join('.commonbeat', 'demo-small') : '.commonbeat');
  if (words.demo) await prepareDemo(home, 'small', say);
  const { timeZone } = await readStoreIndex(home);
  const records = await openRecords({ home, databaseUrl: process.env.DATABASE_URL, say });
  try {
    if (words.demo) await seedDemo(home, records, say);
    const demoNow = words.demo ? (await import('#data/demo/city.ts')).DEMO_NOW : null;
    const now = (await readDemoNow(records)) ?? demoNow ?? cityClock(timeZone);
    const desk = { home, records, words, acting: systemActing(now), papers: openPapers(home, records, () => now) };
    const made = await (words.group === 'all' ? briefAll(desk) : briefOne(desk));
    console.log(words.json ? JSON.stringify(made.said) : made.lines.join('\n'));
  } finally {
    await closePrinter();
    await records.close();
  }
}

type Made = { readonly said: unknown; readonly lines: readonly string[] };

async function briefOne(desk: Desk): Promise<Made> {
  const { home, records, acting, papers, words } = desk;
  const days = daysOf(words.period, acting.nowLocal.slice(0, 10));
  const groupId = words.group === 'first' ? await firstGroup(desk, days.to) : words.group;
  const { handOut, leftOut } = await makeHandOut(home, records, acting, groupId, days);
  const { handOutId, hash, code } = handOut;
  const language = words.language ?? 'en';
  await writeFile(words.out, await papers({ handOutId, hash, language, paper: words.paper }));
  await tellAudit(desk, 'hand_out', handOutId);
  return {
    said: { handOutId, code, groupId, ...days, language, out: words.out, leftOut },
    lines: [
      `${handOutId} of ${groupId}, ${days.from} to ${days.to}, is in ${words.out}. Its code is ${code}.`,
      ...leftOut.map(({ itemId, text, message }) => `left out: ${itemId}, “${text}”. ${message}`),
    ],
  };
}

async function firstGroup({ records, acting }: Desk, day: string): Promise<string> {
  const { groups, drawn } = await records.as(acting, async (tx) => ({
    groups: await listGroups(tx),
    drawn: new Set((await boundariesOn(tx, day)).features.map(({ id }) => id)),
  }));
  const first = groups.find(({ groupId, status }) => status === 'active' && drawn.has(groupId));
  if (first === undefined) throw new RecordRefused('group', `No active group has a boundary on ${day}: draw one.`);
  return first.groupId;
}

async function briefAll(desk: Desk): Promise<Made> {
  const { home, records, acting, papers, words } = desk;
  const days = daysOf(words.period, acting.nowLocal.slice(0, 10));
  const languages = words.language === undefined ? HandOutLanguage.options : [words.language];
  const order = { ...days, languages, paper: words.paper };
  const { runId, pages: waiting } = await records.as(acting, (tx) => startRun(tx, acting, order));
  const bar = new SingleBar({ format: 'Making pages {bar} {value}/{total}', noTTYOutput: false });
  if (!words.json) bar.start(waiting.length, 0);
  await workRun({ home, records, papers, nowLocal: () => acting.nowLocal }, runId, () => bar.increment());
  bar.stop();
  const { pages } = await records.as(acting, (tx) => readRun(tx, runId));
  await mkdir(words.out, { recursive: true });
  const files: string[] = [];
  for (const { groupId, handOutId } of pages) {
    if (handOutId === null) continue;
    const { hash } = (await records.as(acting, (tx) => getReleased(tx, handOutId))).handOut;
    for (const language of languages) {
      const file = join(words.out, `${groupId}.${language}.pdf`);
      await writeFile(file, await papers({ handOutId, hash, language, paper: words.paper }));
      files.push(file);
    }
  }
  await tellAudit(desk, 'hand_out_run', runId);
  const notMade = pages.filter(({ state }) => state !== 'made');
  return {
    said: { runId, ...days, files, pages },
    lines: [
      `${pages.length - notMade.length} of ${pages.length} pages, ${days.from} to ${days.to}, are in ${words.out} (${files.length} files).`,
      ...notMade.map(({ groupName, why }) => `not made: ${groupName}. ${why}`),
    ],
  };
}

const tellAudit = ({ records, acting }: Desk, kind: string, recordId: string) =>
  records.as(acting, (tx) => auditAct(tx, { action: 'export', kind, recordId, words: 'Command line' }));
