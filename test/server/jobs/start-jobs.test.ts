import { pino } from 'pino';
import { expect, test } from 'vitest';
import { type Job, startJobs } from '#server/jobs/start-jobs.ts';
import { listJobs } from '#server/store/jobs.ts';
import { actingAs, freshStore, NOW } from '#test/fixture/record-desk.ts';

const store = await freshStore();
const place = { store, timeZone: 'America/New_York', nowLocal: () => NOW, log: pino({ level: 'silent' }) };
const runs = () => store.as(actingAs('administrator'), listJobs);

test('a job that was asked for runs, and its last run can be read', async () => {
  let asked = 0;
  const count: Job = { name: 'count', when: null, run: async () => `counted to ${++asked}` };
  const jobs = await startJobs(place, [count]);
  await jobs.ask('count');
  await expect
    .poll(runs, { timeout: 20_000 })
    .toEqual([{ name: 'count', at: NOW, isDone: true, words: 'counted to 1' }]);
  await jobs.stop();
});

test('a job that fails says so, and is tried again by itself', async () => {
  let tries = 0;
  const stumble: Job = {
    name: 'stumble',
    when: null,
    run: async () => {
      tries += 1;
      if (tries === 1) throw new Error('the mail server does not answer');
      return 'done at the second try';
    },
  };
  const jobs = await startJobs(place, [stumble]);
  await jobs.ask('stumble');
  const last = async () => (await runs()).find(({ name }) => name === 'stumble');
  await expect
    .poll(last, { timeout: 20_000 })
    .toMatchObject({ isDone: false, words: 'the mail server does not answer' });
  await expect.poll(last, { timeout: 40_000 }).toMatchObject({ isDone: true, words: 'done at the second try' });
  await jobs.stop();
});

test('a clock in the city’s zone asks for its job', async () => {
  const often: Job = { name: 'often', when: '* * * * * *', run: async () => 'ticked' };
  const jobs = await startJobs(place, [often]);
  await expect
    .poll(async () => (await runs()).find(({ name }) => name === 'often'), { timeout: 20_000 })
    .toMatchObject({ words: 'ticked' });
  await jobs.stop();
});
