import type { RecordStore } from '#server/store/record-store.ts';

/** Fills a demo's records where they are empty. */
export async function seedDemo(home: string, records: RecordStore, say: (line: string) => void): Promise<void> {
  const { demoFeed, demoSource, seedDemoRecords } = await import('./demo-records.ts'); // with the generator
  if (!(await seedDemoRecords(records, demoSource(), demoFeed(home)))) return;
  const { sendDemoBulletin } = await import('./demo-bulletin.ts');
  await sendDemoBulletin(home, records);
  const { releaseDemoHandOuts } = await import('./demo-hand-outs.ts');
  await releaseDemoHandOuts(home, records);
  say('Wrote thirty months of records');
}
