import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { RunDesk } from '#server/hand-out/run/run-desk.ts';
import { openLetterBox } from '#server/mail/letter-server.ts';
import type { MailPlace } from '#server/mail/mail-place.ts';
import { type Enclose, postLetters } from '#server/mail/post-letters.ts';
import { sortLetters } from '#server/mail/sort-letters.ts';
import { catchUpBoundaries } from '#server/store/group-layer.ts';
import { type RecordStore, systemActing } from '#server/store/record-store.ts';
import { lookThroughFolders, tellFailedFiles } from './call-files.ts';
import { type Job, startJobs } from './start-jobs.ts';
import { NIGHT_AT, NIGHTLY, sweepNight } from './sweep-night.ts';

type Place = {
  home: string;
  store: RecordStore;
  timeZone: string;
  nowLocal: () => string;
  log: Logger;
  mail: MailPlace;
  enclose?: Enclose; // what goes with a letter that has more than words
  runDesk?: Pick<RunDesk, 'goOn'>; // where pages for every group are made
};

/** Starts what the server does by itself: letters in and out, and each night's sweep. Gives what stops it. */
export async function startOwnWork(place: Place): Promise<() => Promise<void>> {
  const { home, store, nowLocal, log, mail, runDesk } = place;
  const acting = () => systemActing(nowLocal());
  const nightly: Job = {
    name: NIGHTLY,
    when: `${NIGHT_AT.minute} ${NIGHT_AT.hour} * * *`,
    run: () => sweepNight(home, store, nowLocal()),
  };
  const sort: Job = {
    name: 'letters-in',
    when: '*/5 * * * *', // for those that a killed server left
    run: async () => {
      const sorted = await sortLetters(store, acting());
      if (sorted > 0) await jobs.ask(post.name); // receipts and questions need not wait for the minute
      return `${sorted} letters sorted`;
    },
  };
  const post: Job = {
    name: 'letters-out',
    when: '* * * * *',
    run: async () => {
      if (mail.out === null) return 'No mail server is named (COMMONBEAT_SMTP_URL): letters wait.';
      const transport = createTransport(mail.out.url);
      const { sent, failed, stoppedBy } = await postLetters(store, acting(), transport, mail.out.from, place.enclose);
      transport.close();
      if (stoppedBy !== null) throw new Error(`${sent} sent; then the mail server did not take them: ${stoppedBy}`);
      return `${sent} sent, ${failed} refused`;
    },
  };
  const map: Job = {
    name: 'boundaries-on-map',
    when: '* * * * *', // for those that an ingest kept waiting
    run: () => catchUpBoundaries(home, store, acting()),
  };
  const pages: Job = {
    name: 'pages-for-groups',
    when: '* * * * *', // for those that a stopped server left
    run: async () => runDesk?.goOn() ?? 'No run waits',
  };
  const jobs = await startJobs(place, [
    nightly,
    sort,
    post,
    map,
    pages,
    lookThroughFolders(place),
    tellFailedFiles(place),
  ]);
  const onKept = () => {
    jobs.ask(sort.name).catch((error: Error) => log.error(error, 'a letter waits for the next round'));
  };
  const box = mail.in ? await openLetterBox({ store, nowLocal, ...mail.in, onKept }) : null;
  return async () => {
    await box?.close();
    await jobs.stop();
  };
}
