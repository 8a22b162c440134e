import type { JobRun } from '#data/schema/records/job.ts';
import type { Acting } from '#data/schema/records/person.ts';
import type { RecordStore, Tx } from './record-store.ts';
import { jobRun } from './tables/jobs.ts';

/** Keeps what became of a job's last run; the run before it is forgotten. */
export async function tellJob(store: RecordStore, acting: Acting, run: Omit<JobRun, 'at'>): Promise<void> {
  const row = { ...run, at: acting.nowLocal };
  await store.as(acting, (tx) => tx.insert(jobRun).values(row).onConflictDoUpdate({ target: jobRun.name, set: row }));
}

export const listJobs = (tx: Tx): Promise<JobRun[]> => tx.select().from(jobRun).orderBy(jobRun.name);
