import { Awaited } from '#web/records/shared/awaited.tsx';
import { count } from '#web/ui/words.ts';
import css from './hand-out.module.css';
import { handOutWords, kindName } from './hand-out-words.ts';
import parts from './parts.module.css';
import { useRecount } from './use-hand-out.ts';

/** Every printed number, asked again of today's calls. */
export function RecountPart({ handOutId }: { handOutId: string }) {
  const query = useRecount(handOutId);
  const lines = query.data?.lines;
  const moved = (lines ?? []).filter(({ printed, now }) => printed !== now);
  return (
    <section className={parts.part} aria-labelledby="part-recount">
      <h2 id="part-recount">{handOutWords.recount}</h2>
      <p className="caption">{handOutWords.recountWhy}</p>
      <Awaited query={query} failed={handOutWords.unread} reading={handOutWords.readingPart} height={120} />
      {lines?.length === 0 && <p>{handOutWords.noNumbers}</p>}
      {lines && lines.length > 0 && (
        <>
          {moved.length === 0 && <p className={parts.answer}>{handOutWords.same(lines.length)}</p>}
          {moved.map((line) => (
            <p key={line.category} className={parts.answer}>
              {handOutWords.moved(line)}
            </p>
          ))}
          <table className={css.recount}>
            <thead>
              <tr>
                <th scope="col">{handOutWords.kind}</th>
                <th scope="col">{handOutWords.printed}</th>
                <th scope="col">{handOutWords.now}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ category, printed, now }) => (
                <tr key={category}>
                  <th scope="row">{kindName(category)}</th>
                  <td>{count(printed)}</td>
                  <td>{now === printed ? count(now) : <b>{count(now)}</b>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}
