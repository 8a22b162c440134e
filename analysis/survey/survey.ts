/** What one area answered to one question. */
export type AreaAnswers = { readonly area: string; readonly answers: number; readonly favorable: number };

export type ShownArea =
  | {
      readonly area: string;
      readonly withheld: null;
      readonly answers: number;
      readonly favorable: number;
      readonly percent: number;
      readonly margin: number; // percentage points, 95 %
    }
  | { readonly area: string; readonly withheld: 'few-answers' | 'protects-another' };

export type SurveyAnswer = {
  readonly areas: ShownArea[];
  readonly whole: { readonly answers: number; readonly percent: number; readonly margin: number } | null;
};

/**
 * The answers to one question by area. Areas with fewer than `least` answers are withheld; where that
 * leaves one alone, the next smallest is withheld too, for the total would give it away.
 */
export function showSurvey(rows: readonly AreaAnswers[], least: number): SurveyAnswer {
  const withheld = new Map<string, 'few-answers' | 'protects-another'>();
  for (const { area, answers } of rows) if (answers < least) withheld.set(area, 'few-answers');
  const hidden = rows.filter(({ area }) => withheld.has(area)).reduce((sum, { answers }) => sum + answers, 0);
  if (withheld.size === 1 || (withheld.size > 1 && hidden < least)) {
    const next = rows.filter(({ area }) => !withheld.has(area)).sort((a, b) => a.answers - b.answers)[0];
    if (next) withheld.set(next.area, 'protects-another');
  }
  const answers = rows.reduce((sum, row) => sum + row.answers, 0);
  const favorable = rows.reduce((sum, row) => sum + row.favorable, 0);
  return {
    areas: rows.map((row) => {
      const reason = withheld.get(row.area);
      if (reason) return { area: row.area, withheld: reason };
      return { ...row, withheld: null, percent: inPercent(row.favorable, row.answers), margin: marginOf(row.answers) };
    }),
    whole: answers < least ? null : { answers, percent: inPercent(favorable, answers), margin: marginOf(answers) },
  };
}

const inPercent = (part: number, whole: number): number => Math.round((100 * part) / whole);

/** Half the width of the 95 % interval at its widest, in percentage points: 98 / √n. */
const marginOf = (answers: number): number => Math.round(980 / Math.sqrt(answers)) / 10;
