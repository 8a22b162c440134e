import { type AreaAnswers, type SurveyAnswer, showSurvey } from '#analysis/survey/survey.ts';
import type { RegisterEntry } from '#data/schema/records/register.ts';

type Row = { question: string; area: string; answers: number | null; favorable: number | null };

/** A survey wave without the answers of areas where few people answered; any other entry as it is. */
export function withoutFewAnswers(entry: RegisterEntry): RegisterEntry {
  if (entry.kind !== 'survey-wave') return entry;
  const rows = rowsOf(entry.fields);
  const withheld = new Set(
    questionsOf(rows).flatMap((question) =>
      showRows(entry, rows, question)
        .areas.filter((area) => area.withheld !== null)
        .map(({ area }) => `${question}\n${area}`),
    ),
  );
  const results = rows.map((row) =>
    withheld.has(`${row.question}\n${row.area}`) ? { ...row, answers: null, favorable: null } : row,
  );
  return { ...entry, fields: { ...entry.fields, results } };
}

/** The answers of a wave, question by question, as anybody may see them. */
export function showWave(
  whole: RegisterEntry,
): { question: string; words: string; favorable: string; answer: SurveyAnswer }[] {
  const rows = rowsOf(whole.fields);
  const asked = (whole.fields.questions ?? []) as { code: string; words: string; favorable: string }[]; // the row boundary: checked when written
  return asked.map(({ code, words, favorable }) => ({
    question: code,
    words,
    favorable,
    answer: showRows(whole, rows, code),
  }));
}

/** What was sent, with the numbers that its writer was not shown put back. */
export function keepWithheld(current: RegisterEntry, sent: Record<string, unknown>): Record<string, unknown> {
  if (current.kind !== 'survey-wave' || !Array.isArray(sent.results)) return sent;
  const stored = new Map(rowsOf(current.fields).map((row) => [`${row.question}\n${row.area}`, row]));
  const results = rowsOf(sent).map((row) =>
    row.answers === null || row.answers === undefined ? (stored.get(`${row.question}\n${row.area}`) ?? row) : row,
  );
  return { ...sent, results };
}

const rowsOf = (fields: Record<string, unknown>): Row[] => (fields.results ?? []) as Row[]; // the row boundary: checked when written

const questionsOf = (rows: readonly Row[]): string[] => [...new Set(rows.map(({ question }) => question))];

function showRows({ fields }: RegisterEntry, rows: readonly Row[], question: string): SurveyAnswer {
  const counted = rows.flatMap((row): AreaAnswers[] =>
    row.question === question && row.answers !== null
      ? [{ area: row.area, answers: row.answers, favorable: row.favorable ?? 0 }]
      : [],
  );
  return showSurvey(counted, typeof fields.leastAnswers === 'number' ? fields.leastAnswers : 10);
}
