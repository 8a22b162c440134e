import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { type Drawn, useShared } from './use-boundary.ts';

/** Which neighbors the drawn ground would share, while it is drawn. Sharing is allowed; nobody should be surprised by it. */
export function SharedPart({ groupId, drawn, on }: { groupId: string; drawn: Drawn | null; on: string }) {
  const { data, error } = useShared(groupId, drawn, on);
  return (
    <section className={css.block}>
      <h2 className={css.blockHead}>{words.shared}</h2>
      <div role="status">
        {drawn === null && <p className="caption">{words.sharedNothing}</p>}
        {drawn !== null && error && <p className="caption">{error.message}</p>}
        {drawn !== null && data?.length === 0 && <p className="caption">{words.sharedNone}</p>}
        {drawn !== null && data && (
          <ul>
            {data.map(({ groupId: id, name, shareOfThis, squareMeters }) => (
              <li key={id}>{words.share(name, shareOfThis, squareMeters)}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
