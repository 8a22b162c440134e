import { eq } from 'drizzle-orm';
import { profileOf } from '#data/policy/profiles.ts';
import type { Clause, PolicyProfile } from '#data/schema/policy.ts';
import type { Acting } from '#data/schema/records/person.ts';
import { type ClauseProof, Crosswalk, type Owed, type Proof, type ProofRow } from '#data/schema/records/proof.ts';
import { RecordChanged, RecordMissing, RecordRefused } from '#server/errors.ts';
import { findOwed } from './proof-owed.ts';
import { findUnsentReports } from './proof-reports.ts';
import { readSources, type SourceRow } from './proof-sources.ts';
import { auditAct, type Tx } from './record-store.ts';
import { findUnserved } from './register-views.ts';
import { setting } from './tables/people.ts';

export type ProofQuestion = { readonly profile: string; readonly from: string; readonly to: string };
const MOST_ROWS = 100;

/** Each clause of a policy with the records of a period that prove it, and what is missing. */
export async function readProof(tx: Tx, acting: Acting, asked: ProofQuestion, most = MOST_ROWS): Promise<Proof> {
  const profile = profileOf(asked.profile);
  if (profile === undefined) throw new RecordMissing(`The policy ${asked.profile}`);
  if (asked.from > asked.to) throw new RecordRefused('from', 'The period ends before it begins.');
  const { profileId, title, department } = profile;
  const sources = await readSources(tx, asked);
  const unserved = (await findUnserved(tx)).without.map(({ name }) => name);
  const unsent = await findUnsentReports(tx, { ...asked, today: acting.nowLocal.slice(0, 10) });
  const owedBy = await findOwed(tx, acting, asked);
  const crosswalk = await readCrosswalk(tx);
  const clauses = profile.clauses.map((clause): ClauseProof => {
    const rows = sources.filter((row) => proves(clause, row));
    const owed = isReported(clause) ? [] : (owedBy.get(clause.clause) ?? []); // an unsent report is told with its month
    return {
      clause: clause.clause,
      text: clause.text,
      count: rows.length,
      rows: rows.slice(0, most).map(({ tags: _, ...row }) => row),
      gaps: [...gapsOf(clause, rows, unserved, unsent), ...owedInWords(owed)],
      owed,
      standards: crosswalk.rows.filter((row) => row.clause === clause.clause),
    };
  });
  return { profileId, title, department, from: asked.from, to: asked.to, clauses, crosswalk };
}

/** What a clause asks of a record beyond being of its kind: one of these tags. */
function tagsFor({ clause }: Clause, record: string): readonly string[] | null {
  const letter = /^V\.A\.1\.([a-n])$/.exec(clause)?.[1];
  if (letter && (record === 'program' || record === 'program-activity')) return [letter];
  if (record === 'notice') return [clause];
  if (record === 'report') return clause === 'A.4' ? ['monthly'] : ['quarterly'];
  return TAGS[`${clause} ${record}`] ?? null;
}

const TAGS: Readonly<Record<string, readonly string[]>> = {
  'A.2 concern': ['shared'],
  'A.2 update': ['partner'],
  'A.5 meeting': ['attended'],
  'A.6 update': ['told', 'said'],
  'B.1 contact': ['meeting'],
  'B.3 meeting': ['invited'],
  'B.5 contact': ['consultation'],
  '1902.2 C contact': ['made'],
  'V.A.1.c publication': ['prevention-material'],
  'V.B.2.e update': ['conveyed'],
  'Header policy-review': ['andover-p3103'],
};

function proves(clause: Clause, { record, tags }: SourceRow): boolean {
  if (!clause.records.includes(record)) return false;
  const wanted = tagsFor(clause, record);
  return wanted === null || wanted.some((tag) => tags.includes(tag));
}

function gapsOf(
  clause: Clause,
  rows: readonly SourceRow[],
  unserved: readonly string[],
  unsent: Readonly<Record<'month' | 'quarter', string[]>>,
): string[] {
  const gaps: string[] = [];
  if (clause.clause.startsWith('V.A.1.') && rows.length > 0 && !rows.some(({ record }) => record !== 'program'))
    gaps.push('The program is listed, and nothing was done under it in this period.');
  if (clause.clause === 'V.B.2.a' && unserved.length > 0)
    gaps.push(
      `${unserved.length} without a liaison officer today: ${unserved.slice(0, 10).join(', ')}${unserved.length > 10 ? ' …' : ''}.`,
    );
  const { every } = clause.cadence;
  if (isReported(clause) && (every === 'month' || every === 'quarter')) return [...gaps, ...unsent[every]];
  if (rows.length === 0) gaps.push(`No ${inWords(clause.records)} in this period.`);
  return gaps;
}

const isReported = ({ records }: Clause): boolean => records.includes('report');

function owedInWords(owed: readonly Owed[]): string[] {
  const late = owed.filter(({ dueOn }) => dueOn !== null).length;
  const unread = owed.length - late;
  return [...(late > 0 ? [`${late} not done in time.`] : []), ...(unread > 0 ? [`${unread} not acknowledged.`] : [])];
}

const inWords = (records: readonly string[]): string =>
  records.map((record) => record.replaceAll('-', ' ')).join(', no ');

const KEY = 'crosswalk';

async function readCrosswalk(tx: Tx): Promise<Crosswalk> {
  const [kept] = await tx.select().from(setting).where(eq(setting.key, KEY));
  return kept ? Crosswalk.parse(kept.value) : { revision: 0, rows: [] };
}

/** The crosswalk to standards, as the department fills it in. */
export async function writeCrosswalk(tx: Tx, sent: Crosswalk, profiles: readonly PolicyProfile[]): Promise<Crosswalk> {
  const current = await readCrosswalk(tx);
  if (current.revision !== sent.revision) throw new RecordChanged('The crosswalk', current);
  const known = new Set(profiles.flatMap(({ clauses }) => clauses.map(({ clause }) => clause)));
  const stranger = sent.rows.findIndex(({ clause }) => !known.has(clause));
  if (stranger >= 0) throw new RecordRefused(`rows.${stranger}.clause`, 'No policy of the department has this clause.');
  const value: Crosswalk = { revision: current.revision + 1, rows: sent.rows };
  await tx.insert(setting).values({ key: KEY, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
  return value;
}

/** The whole proof for an assessor, told to the audit. */
export async function exportProof(tx: Tx, acting: Acting, asked: ProofQuestion, format: string): Promise<Proof> {
  const proof = await readProof(tx, acting, asked, Number.POSITIVE_INFINITY);
  const words = `${asked.profile}, ${asked.from} to ${asked.to}, ${format}`;
  await auditAct(tx, { action: 'export', kind: 'proof', recordId: asked.profile, words });
  return proof;
}

export const linesOf = (
  proof: Proof,
): (Omit<ProofRow, 'page' | 'of'> & { clause: string; standards: string; gap: string })[] =>
  proof.clauses.flatMap(({ clause, rows, gaps, owed, standards }) => {
    const beside = {
      clause,
      standards: standards.map(({ standard, edition }) => `${standard} ${edition}`.trim()).join('; '),
      gap: gaps.join(' '),
    };
    const lines = [
      ...owed.map(({ what, dueOn }) => ({ record: 'not-done', id: '', on: dueOn ?? '', title: what })),
      ...rows,
    ];
    return (lines.length > 0 ? lines : [{ record: '', id: '', on: '', title: '' }]).map((line) => ({
      ...line,
      ...beside,
    }));
  });
