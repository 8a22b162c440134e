import type { Recount } from '#data/schema/records/hand-out.ts';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { count } from '#web/ui/words.ts';
import css from './hand-out.module.css';
import { handOutWords, kindName } from './hand-out-words.ts';
import parts from './parts.module.css';
import { useRecount } from './use-hand-out.ts';

/** Every printed number, asked again of today's calls. */
export function RecountPart({ handOutId }: { handOutId: string }) {
  const query = useRecount(handOutId);
  const lines = query.data && inOneList(query.data);
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
            <p key={line.name} className={parts.answer}>
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
              {lines.map(({ name, printed, now }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
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

/** The numbers of the page, then those of the charts of its concerns. */
const inOneList = ({ lines, concernCalls }: Recount) => [
  ...lines.map(({ category, printed, now }) => ({ name: kindName(category), printed, now })),
  ...concernCalls.map(({ category, from, to, printed, now }) => ({
    ...{ name: handOutWords.overDays(kindName(category), from, to), printed, now },
  })),
];
