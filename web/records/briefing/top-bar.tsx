import type { HandOutDesk } from '#data/schema/records/hand-out.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { BackToGroup } from './back-to-group.tsx';
import css from './builder.module.css';
import { ReleaseButton } from './release-button.tsx';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

type Props = {
  groupId: string;
  desk: HandOutDesk;
  draft: Draft;
  mayWrite: boolean;
  isPrintable: boolean;
  onTold: (said: string) => void;
};

/** Which page this is, how it is kept, and its release. */
export function TopBar({ groupId, desk, draft, mayWrite, isPrintable, onTold }: Props) {
  const { facts } = desk;
  const maySheet = useMay('briefing.read');
  const days = new URLSearchParams({ from: facts.from, to: facts.to });
  const undo = () => {
    if (draft.undoes !== null) onTold(words.didUndo(draft.undoes));
    draft.undo();
  };
  const redo = () => {
    if (draft.redoes !== null) onTold(words.didRedo(draft.redoes));
    draft.redo();
  };
  return (
    <header className={css.top}>
      <div className={css.which}>
        <BackToGroup groupId={groupId} />
        <h1>{words.title(facts.groupName)}</h1>
        <p className={css.facts}>
          <span>{facts.meeting ? words.forMeeting(facts.meeting) : words.forNone}</span>
          {mayWrite && <span role="status">{words.saving[draft.saving]}</span>}
          <a className="link" href={`/area/${encodeURIComponent(groupId)}`} target="_blank" rel="noreferrer">
            {words.publicPage}
          </a>
          {maySheet && (
            <a
              className="link"
              href={`/api/records/groups/${encodeURIComponent(groupId)}/officer-sheet.html?${days}`}
              target="_blank"
              rel="noreferrer"
            >
              {words.sheet}
            </a>
          )}
        </p>
      </div>
      {mayWrite && (
        <div className={css.acts}>
          <Button
            look="quiet"
            icon="undo"
            unavailable={draft.undoes === null ? words.nothingToUndo : undefined}
            title={draft.undoes === null ? undefined : words.undoWhat(draft.undoes)}
            onClick={undo}
          >
            {words.undo}
          </Button>
          <Button
            look="quiet"
            unavailable={draft.redoes === null ? words.nothingToRedo : undefined}
            title={draft.redoes === null ? undefined : words.redoWhat(draft.redoes)}
            onClick={redo}
          >
            {words.redo}
          </Button>
          <Button look="quiet" onClick={() => void draft.startAgain()}>
            {words.startAgain}
          </Button>
          <ReleaseButton groupId={groupId} desk={desk} draft={draft} isPrintable={isPrintable} />
        </div>
      )}
    </header>
  );
}
