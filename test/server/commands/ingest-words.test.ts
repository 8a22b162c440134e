import { expect, test } from 'vitest';
import { reportInWords } from '#server/commands/ingest-words.ts';
import { explainQuarantine } from '#server/ingest/explain-quarantine.ts';
import type { IngestReport } from '#server/ingest/ingest-report.ts';
import { loadProfile } from '#server/ingest/load-profile.ts';

const report: IngestReport = {
  source: 'asheville-911',
  read: 34_562,
  accepted: 34_450,
  rejected: 0,
  duplicates: 112,
  superseded: 0,
  replaced: 0,
  placed: 31_044,
  unplaced: 3_048,
  quarantined: { outside: 236, 'default-point': 122 },
  rejects: [],
  rejectsFile: null,
  span: { from: '2017-01-01T00:11:41', to: '2021-11-03T09:37:28' },
  zones: [],
  unknownTypes: {},
  gaps: [],
  stacks: [],
  notes: ['a note'],
  manifest: { files: [], changed: true },
};

const numbersIn = (text: string) =>
  text.split('\n').flatMap((line) => {
    const found = /^ +([\d,]+) {2}/.exec(line)?.[1];
    return found === undefined ? [] : [Number(found.replaceAll(',', ''))];
  });

test('the parts stand under each other and add up, twice', () => {
  const [read = 0, accepted = 0, duplicates = 0, superseded = 0, rejected = 0, ...places] = numbersIn(
    reportInWords(report, false),
  );
  expect(read).toBe(34_562);
  expect(accepted + duplicates + superseded + rejected).toBe(read);
  expect(places.reduce((a, b) => a + b, 0)).toBe(accepted);
});

test('the same files again are said to be nothing new', () => {
  const again = { ...report, accepted: 0, duplicates: 34_562, placed: 0, unplaced: 0, quarantined: {}, span: null };
  expect(reportInWords(again, false)).toContain('Nothing new: the store is as it was.');
  expect(reportInWords(report, false)).not.toContain('Nothing new');
});

test('the first rejects are listed, and where all are', () => {
  const rejects = Array.from({ length: 12 }, (_, i) => ({
    file: 'calls.csv',
    line: i + 2,
    column: 'call_time',
    value: 'soon',
    reason: 'not a time',
  }));
  const said = reportInWords({ ...report, rejected: 12, rejects, rejectsFile: '/home/rejects/x.ndjson' }, true);
  expect(said).toContain('calls.csv, line 2, call_time "soon": not a time');
  expect(said).toContain('… and 2 more');
  expect(said).toContain('/home/rejects/x.ndjson');
  expect(said).toContain('Dry run: nothing was kept.');
});

test('each reason for holding calls back is explained by the profile', async () => {
  const notes = explainQuarantine(await loadProfile('asheville-911'), report.quarantined);
  expect(notes[0]).toMatch(/outside: 236 calls.*longitude -82.7 to -82.4, latitude 35.4 to 35.7/);
  expect(notes[1]).toMatch(/default-point: 122 calls.*Asheville, NC.*I-240.*I-40/);
});
