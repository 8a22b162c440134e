import { useQuery } from '@tanstack/react-query';
import { SurveyAnswers } from '#data/schema/records/register-answers.ts';
import { getJson } from '#web/records/shared/send.ts';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { count } from '#web/ui/words.ts';
import css from './entry.module.css';

const said = {
  'few-answers': 'Withheld: too few answers',
  'protects-another': 'Withheld: it would give another away',
  heads: ['Area', 'Answers', 'Favorable', 'Margin'],
  whole: 'All areas',
  note: 'The margin covers chance alone, at 95%. Areas whose margins touch are not different.',
};

/** Each question's answers by area; a withheld area is hatched and says why (V.A.1.b). */
export function SurveyResults({ entryId }: { entryId: string }) {
  const { data, error } = useQuery({
    queryKey: ['register', 'survey-wave', 'answers', entryId],
    queryFn: () => getJson(SurveyAnswers, `/api/records/survey-waves/${encodeURIComponent(entryId)}/answers`),
  });
  if (error) return <p>{error.message}</p>;
  if (data === undefined) return <Skeleton height={160} />;
  return (
    <>
      {data.map(({ question, words, favorable, answer }) => (
        <div key={question} className={css.tableBox}>
          <table className={css.table}>
            <caption>
              {words} <span className="caption">Favorable: {favorable}</span>
            </caption>
            <thead>
              <tr>
                {said.heads.map((head, at) => (
                  <th key={head} scope="col" className={at > 0 ? 'number' : undefined}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {answer.whole && (
                <tr>
                  <th scope="row">{said.whole}</th>
                  <td className="number">{count(answer.whole.answers)}</td>
                  <td className="number">{answer.whole.percent}%</td>
                  <td className="number">± {answer.whole.margin}</td>
                </tr>
              )}
              {answer.areas.map((row) => (
                <tr key={row.area}>
                  <th scope="row">{row.area}</th>
                  {row.withheld === null ? (
                    <>
                      <td className="number">{count(row.answers)}</td>
                      <td className="number">{row.percent}%</td>
                      <td className="number">± {row.margin}</td>
                    </>
                  ) : (
                    <td colSpan={3} className={css.withheld}>
                      <span>{said[row.withheld]}</span>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
      <p className="caption">{said.note}</p>
    </>
  );
}
