import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Command, Option } from 'commander';
import { HandOutLanguage, PaperSize } from '#data/schema/records/hand-out.ts';
import { closePrinter, NoPrinter } from '#server/documents/open-page.ts';
import { RecordRefused, UsageError } from '#server/errors.ts';
import { releasedPage } from '#server/hand-out/desk/known-of-page.ts';
import { leftOutInWords, makeHandOut } from '#server/hand-out/desk/make-hand-out.ts';
import { openGate } from '#server/hand-out/gate/open-gate.ts';
import { type HandOutFile, handOutFile } from '#server/hand-out/page/hand-out-file.ts';
import { openPapers } from '#server/hand-out/public/open-papers.ts';
import { boundariesOn } from '#server/store/boundaries.ts';
import { readDemoNow } from '#server/store/demo-clock.ts';
import { listGroups } from '#server/store/groups.ts';
import { openRecords } from '#server/store/open-records.ts';
import { systemActing } from '#server/store/record-store.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { briefAll } from './brief-all.ts';
import { type BriefWords, type Desk, type Made, tellAudit } from './brief-desk.ts';
import { cityClock } from './city-clock.ts';
import { type DaysIn, daysIn } from './days-in.ts';
import { daysOf } from './period-days.ts';
import { prepareDemo } from './prepare-demo.ts';
import { seedDemo } from './seed-demo.ts';

/** `brief`: the page that a group is handed, released and printed without a server. */
export function addBrief(command: Command): void {
  command
    .requiredOption('--group <id>', 'a group; first: the first by name; all: every active group')
    .requiredOption('--period <days>', 'last-month, 2026-11, 2026-Q3, or 2026-11-01..2026-11-30')
    .requiredOption('--out <place>', 'a file that ends in .pdf, .html, .docx or .pptx; a folder with --group all')
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
  if (words.group !== 'all') kindOf(words); // refused before anything is released
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
    const days = daysIn(await openGate(home), daysOf(words.period, now.slice(0, 10)));
    const made = await (words.group === 'all' ? briefAll(desk, days) : briefOne(desk, days));
    console.log(words.json ? JSON.stringify(made.said) : made.lines.join('\n'));
  } finally {
    await closePrinter();
    await records.close();
  }
}

async function briefOne(desk: Desk, { said: note, ...days }: DaysIn): Promise<Made> {
  const { home, records, acting, words } = desk;
  const groupId = words.group === 'first' ? await firstGroup(desk, days.to) : words.group;
  const { handOut, leftOut } = await makeHandOut(home, records, acting, groupId, days);
  const { handOutId, code } = handOut;
  const language = words.language ?? 'en';
  const out = await writePage(desk, handOutId, language);
  await tellAudit(desk, 'hand-out', handOutId);
  return {
    said: { handOutId, code, groupId, ...days, language, out, note, leftOut },
    lines: [
      `${handOutId} of ${groupId}, ${days.from} to ${days.to}, is in ${out}. Its code is ${code}.`,
      ...(note === '' ? [] : [note]),
      ...leftOut.map(leftOutInWords),
    ],
  };
}

const KINDS: Readonly<Record<string, (paper: PaperSize) => HandOutFile>> = {
  '.pdf': (paper) => `${paper}.pdf`,
  '.html': () => 'html',
  '.docx': () => 'docx',
  '.pptx': () => 'pptx',
};

function kindOf({ out, paper }: BriefWords): HandOutFile {
  const kind = KINDS[extname(out).toLowerCase()];
  if (kind === undefined) throw new UsageError(`--out ${out}: end it in ${Object.keys(KINDS).join(', ')}`);
  return kind(paper);
}

/** Writes the page, and gives where: without a Chromium to print with, its twin in HTML stands there instead. */
async function writePage({ home, records, acting, words }: Desk, handOutId: string, language: HandOutLanguage) {
  const { page, known } = await records.as(acting, (tx) => releasedPage(home, tx, handOutId));
  const write = async (out: string, file: HandOutFile) => {
    await writeFile(out, await handOutFile(home, page, { language, file, known }));
    return out;
  };
  return write(words.out, kindOf(words)).catch((error: unknown) => {
    if (!(error instanceof NoPrinter)) throw error;
    process.stderr.write(`commonbeat: ${error.message} The same page is written as HTML.\n`);
    return write(`${words.out.slice(0, -extname(words.out).length)}.html`, 'html');
  });
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
