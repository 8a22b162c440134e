import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SingleBar } from 'cli-progress';
import { HandOutLanguage } from '#data/schema/records/hand-out.ts';
import { filesOfRun } from '#server/hand-out/run/run-files.ts';
import { workRun } from '#server/hand-out/run/work-run.ts';
import { readRun, startRun } from '#server/store/hand-out-runs.ts';
import { type Desk, type Made, tellAudit } from './brief-desk.ts';
import type { DaysIn } from './days-in.ts';

/** The page of every active group, in a folder; what could not be made is said with why. */
export async function briefAll(desk: Desk, { said: note, ...days }: DaysIn): Promise<Made> {
  const { home, records, acting, papers, words } = desk;
  const languages = words.language === undefined ? HandOutLanguage.options : [words.language];
  const order = { ...days, languages, paper: words.paper };
  const { runId, pages: waiting } = await records.as(acting, (tx) => startRun(tx, acting, order));
  const bar = new SingleBar({ format: 'Making pages {bar} {value}/{total}', noTTYOutput: false });
  if (!words.json) bar.start(waiting.length, 0);
  await workRun({ home, records, papers, nowLocal: () => acting.nowLocal }, runId, () => bar.increment());
  bar.stop();
  const run = await records.as(acting, (tx) => readRun(tx, runId));
  const { pages } = run;
  await mkdir(words.out, { recursive: true });
  const files: string[] = [];
  for await (const { name, bytes } of filesOfRun(desk, acting, run)) {
    const file = join(words.out, name);
    await writeFile(file, bytes);
    files.push(file);
  }
  await tellAudit(desk, 'hand-out-run', runId);
  const notMade = pages.filter(({ state }) => state !== 'made');
  return {
    said: { runId, ...days, note, files, pages },
    lines: [
      `${pages.length - notMade.length} of ${pages.length} pages, ${days.from} to ${days.to}, are in ${words.out} (${files.length} files).`,
      ...(note === '' ? [] : [note]),
      ...notMade.map(({ groupName, why }) => `not made: ${groupName}. ${why}`),
    ],
  };
}
