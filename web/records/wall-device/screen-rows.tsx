import type { WallDevice } from '#data/schema/wall.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './screens.module.css';
import { originInWords, stateInWords, words } from './words.ts';

/** One screen in use: its name, whether it is on, where it came from. */
export function ScreenRow({
  screen,
  onRename,
  onRemove,
}: {
  screen: WallDevice;
  onRename: () => void;
  onRemove: () => void;
}) {
  const { nowLocal } = useSession();
  const state = stateInWords(screen, nowLocal);
  return (
    <li className={css.row}>
      <div className={css.who}>
        <h3>{screen.name}</h3>
        <p className="caption">{originInWords(screen, nowLocal)}</p>
      </div>
      <p className={css.state}>{screen.isOn ? state : <Tag>{state}</Tag>}</p>
      <div className={css.acts}>
        <Button aria-label={words.renameOf(screen.name)} onClick={onRename}>
          {words.rename}
        </Button>
        <Button aria-label={words.removeOf(screen.name)} onClick={onRemove}>
          {words.remove}
        </Button>
      </div>
    </li>
  );
}

/** Those that are out of use, for whoever asks which there were. */
export function RemovedScreens({ screens }: { screens: readonly WallDevice[] }) {
  const { nowLocal } = useSession();
  return (
    <details className={css.removed}>
      <summary>{words.removed(screens.length)}</summary>
      <ul>
        {screens.map((screen) => (
          <li key={screen.deviceId}>
            <b>{screen.name}</b>{' '}
            <span className="caption">
              {originInWords(screen, nowLocal)}, {words.removedAt(momentInWords(screen.revokedAt ?? '', nowLocal))}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
