import { plural, wordsOf } from '#web/ui/words.ts';

export const words = wordsOf({
  en: {
    title: 'Operations',
    letters: 'Letters that came in',
    forbiddenTitle: 'Operations are for who runs the server',
    failedTitle: 'The state of the server could not be read',
    loading: 'Reading the state of the server',
    answer: (jobs: number, letters: number, files: number) => {
      const trouble = [
        ...(files > 0 ? [plural(files, 'call file waits to be mended', 'call files wait to be mended')] : []),
        ...(jobs > 0 ? [plural(jobs, 'job failed', 'jobs failed')] : []),
        ...(letters > 0 ? [plural(letters, 'letter waits or failed', 'letters wait or failed')] : []),
      ];
      return trouble.length === 0 ? 'The server’s own work goes as it should.' : `${trouble.join('; ')}.`;
    },
    jobs: 'What the server does by itself',
    jobNames: {
      nightly: 'Each night: the audit’s head, notices, recurring issues, drafts of reports',
      'letters-in': 'Sorting letters that came in',
      'letters-out': 'Posting letters that go out',
      'boundaries-on-map': 'Boundaries that waited for the map',
      'call-files': 'Each night: the watched folder, and whether calls still come',
      'call-files-failed': 'Letters of call files that were not taken in',
      'pages-for-groups': 'Pages for every group, where a run was cut off',
    } as Record<string, string>, // a job that has no words here shows its name
    job: 'Job',
    last: 'Last run',
    came: 'What came of it',
    failed: 'Failed',
    done: 'Done',
    noJobs: 'Nothing has run yet. The first jobs run within a minute of the start.',
    postTitle: 'Letters that wait or failed',
    noPost: 'None waits.',
    to: 'To',
    queued: 'Written',
    tries: 'Tries',
    tried: (n: number) => plural(n, 'try', 'tries'),
    state: 'State',
    states: { waiting: 'Waits', failed: 'Failed', sent: 'Sent' },
    why: 'Why',
    notTried: 'Not tried yet',
    noServerTitle: 'No mail server is named',
    noServer:
      'Letters that go out wait here; nothing is lost. The administrator sets COMMONBEAT_SMTP_URL and COMMONBEAT_MAIL_FROM and starts the server again.',
    noBox: 'No letters come in by e-mail: COMMONBEAT_MAIL_ADDRESS is not set.',
    box: (address: string) => `Letters to ${address} are taken in.`,
    out: (from: string) => `Letters go out as ${from}.`,
    aside: 'Mail and database',
    mail: 'Mail',
    database: 'Database',
    databaseIs: (version: string, megabytes: string) => `PostgreSQL ${version}, ${megabytes} MB`,
    upToDate: (n: number) => `Its tables are up to date (${plural(n, 'step', 'steps')}).`,
    newer: 'It was written by a newer Commonbeat. Install that one.',
    behind: (n: number) => `${plural(n, 'step', 'steps')} behind. The next start brings it up to date.`,
    doctor: 'On the machine itself, the command doctor checks all of this and says what to do.',
  },
});
