import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Argument, type Command } from 'commander';
import type { Acting } from '#data/schema/records/person.ts';
import type { ReportKind } from '#data/schema/records/report.ts';
import { ReportOrder, type ReportSheet } from '#data/schema/records/report-view.ts';
import { callsBeside } from '#server/brief/concern-calls.ts';
import { closePrinter } from '#server/documents/open-page.ts';
import { pageFont } from '#server/documents/page-font.ts';
import { printPdf } from '#server/documents/print-pdf.ts';
import { contentOf, type ReportContent } from '#server/documents/report-content.ts';
import { reportDocx } from '#server/documents/report-docx.ts';
import { reportPage } from '#server/documents/report-page.ts';
import { UsageError } from '#server/errors.ts';
import { reportGrounds } from '#server/store/concern-grounds.ts';
import { readDemoNow } from '#server/store/demo-clock.ts';
import { openRecords } from '#server/store/open-records.ts';
import { auditAct, systemActing } from '#server/store/record-store.ts';
import { sheetOf } from '#server/store/report-sheet.ts';
import { orderReport } from '#server/store/reports.ts';
import { readStoreIndex } from '#server/store/store-index.ts';
import { cityClock } from './city-clock.ts';

type ReportWords = { home: string; period: string; officer?: string; group?: string; out: string; json: boolean };

/** `report`: a month or a quarter on paper; drafted from the records where nobody has drafted it yet. */
export function addReport(command: Command): void {
  command
    .addArgument(new Argument('<cadence>', 'which one').choices(['monthly', 'quarterly']))
    .requiredOption('--period <period>', 'a month (2026-11) or a quarter (2026-Q3)')
    .option('--officer <id>', 'an officer’s month; default: the division’s')
    .option('--group <id>', 'a community group’s month')
    .requiredOption('--out <file>', 'ends in .pdf, .docx or .html')
    .option('--home <folder>', 'data home', '.commonbeat')
    .option('--json', 'say the report as JSON, and nothing else', false)
    .action(report);
}

async function report(cadence: 'monthly' | 'quarterly', words: ReportWords): Promise<void> {
  const order = orderOf(cadence, words);
  const write = WRITERS[extname(words.out).toLowerCase()];
  if (write === undefined) throw new UsageError(`--out ${words.out}: end it in ${Object.keys(WRITERS).join(', ')}`);
  const { timeZone } = await readStoreIndex(words.home);
  const records = await openRecords({ home: words.home, databaseUrl: process.env.DATABASE_URL });
  try {
    const acting: Acting = systemActing((await readDemoNow(records)) ?? cityClock(timeZone));
    const { sheet, grounds } = await records.as(acting, async (tx) => {
      const { report: kept } = await orderReport(tx, acting, order);
      await auditAct(tx, { action: 'export', kind: 'report', recordId: kept.reportId, words: 'Command line' });
      return { sheet: await sheetOf(tx, acting, kept), grounds: await reportGrounds(tx, kept) };
    });
    const calls = await callsBeside(words.home, grounds, sheet.report.to);
    await writeFile(words.out, await write(contentOf(sheet, calls), sheet.report.reportId));
    const said = { reportId: sheet.report.reportId, status: sheet.report.status, out: words.out, lacks: sheet.lacks };
    console.log(words.json ? JSON.stringify(said) : sheetInWords(sheet, words.out));
  } finally {
    await closePrinter();
    await records.close();
  }
}

function orderOf(cadence: 'monthly' | 'quarterly', { period, officer, group }: ReportWords): ReportOrder {
  if (officer !== undefined && group !== undefined) throw new UsageError('name --officer or --group, not both');
  const subject = officer ?? group ?? null;
  if (cadence === 'quarterly' && subject !== null)
    throw new UsageError('a quarterly report is the department’s: leave out --officer and --group');
  const whose: ReportKind = officer ? 'monthly-officer' : group ? 'monthly-group' : 'monthly-division';
  const order = ReportOrder.safeParse({ kind: cadence === 'quarterly' ? 'quarterly' : whose, period, subject });
  if (!order.success) throw new UsageError(`--period ${period}: name a month as 2026-11, a quarter as 2026-Q3`);
  return order.data;
}

type Writer = (content: ReportContent, reportId: string) => Promise<Buffer | string>;
const WRITERS: Readonly<Record<string, Writer>> = {
  '.pdf': async (content, reportId) =>
    printPdf(reportPage(content, await pageFont()), `Report ${reportId.replace(/[^\w/-]/g, '')}`),
  '.docx': (content) => reportDocx(content),
  '.html': async (content) => reportPage(content, null),
};

const sheetInWords = ({ report: kept, lacks }: ReportSheet, out: string): string =>
  [
    `Report ${kept.reportId} (${kept.status}) is in ${out}.`,
    ...lacks.map(({ words }) => `before it can be sent: ${words}`),
  ].join('\n');
