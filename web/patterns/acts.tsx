import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Live } from '#web/ui/live.tsx';
import css from './pattern.module.css';
import type { DraftDesk } from './use-draft.ts';
import { pathOf } from './use-pattern.ts';
import { words } from './words.ts';

const PAGES = [
  { ending: 'html', label: words.preview },
  { ending: 'pdf', label: words.pdf },
  { ending: 'docx', label: words.word },
] as const;

/** Always in sight: keep it, look at it, send it. What is printed is what is kept. */
export function Acts({ desk, onSend }: { desk: DraftDesk; onSend: () => void }) {
  const { draft, kept, isDirty, isSaving, clashes, save, letGo } = desk;
  const notYet = isDirty ? words.notSavedYet : undefined;
  const cannotSave = isSaving ? words.saving : clashes.length > 0 ? words.chooseFirst : undefined;
  const state = isSaving ? words.saving : isDirty ? words.unsaved : words.saved;
  return (
    <footer className={css.acts}>
      <div className={css.state}>
        <span className="caption">{isDirty ? `${state}. ${words.notSavedYet}` : state}</span>
        {isDirty && (
          <Button look="quiet" small onClick={letGo}>
            {words.letGo}
          </Button>
        )}
        <Live>{state}</Live>
      </div>
      <div className={css.buttons}>
        {PAGES.map(({ ending, label }) =>
          notYet ? (
            <Button key={ending} unavailable={notYet}>
              {label}
            </Button>
          ) : (
            <a
              key={ending}
              className={css.document}
              href={`${pathOf(kept.patternId)}/bulletin.${ending}`}
              target="_blank"
              rel="noreferrer"
            >
              {ending === 'pdf' && <Icon name="export" />}
              {label}
            </a>
          ),
        )}
      </div>
      <div className={css.buttons}>
        <Button
          look={isDirty ? 'filled' : 'plain'}
          onClick={() => void save()}
          unavailable={isDirty ? cannotSave : words.saved}
        >
          {words.save}
        </Button>
        <Button
          look={isDirty ? 'plain' : 'filled'}
          onClick={onSend}
          unavailable={notYet ?? (draft.status === 'closed' ? words.isClosed : undefined)}
        >
          {words.sendBulletin}
        </Button>
      </div>
    </footer>
  );
}
