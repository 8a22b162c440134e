import type { Report } from '#data/schema/records/report.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { heldAt } from './drafts.ts';
import css from './report.module.css';
import type { Desk } from './use-report.ts';
import { words } from './words.ts';

/** Two people wrote at the same place: both are shown, and a person chooses. */
export function Conflict({
  clash,
  shown,
  onMine,
  onTheirs,
}: {
  clash: NonNullable<Desk['clash']>;
  shown: Report;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const titleOf = (part: string, itemId: string) =>
    shown.parts.find((each) => each.part === part)?.items.find((item) => item.itemId === itemId)?.title ??
    words.summary;
  return (
    <div className={css.conflict}>
      <Notice
        kind="stale"
        title={words.conflictTitle}
        actions={
          <>
            <Button onClick={onMine}>{words.keepMine}</Button>
            <Button onClick={onTheirs}>{words.takeTheirs}</Button>
          </>
        }
      >
        {words.conflict}
        {clash.edits.map((edit) => (
          <dl key={`${edit.part}${edit.itemId}${edit.field}`} className={css.both}>
            <dt>{titleOf(edit.part, edit.itemId)}</dt>
            <dd>
              <b>{words.yours}</b> {edit.value || words.nothing}
            </dd>
            <dd>
              <b>{words.theirs}</b> {heldAt(clash.theirs.report, edit) || words.nothing}
            </dd>
          </dl>
        ))}
      </Notice>
    </div>
  );
}
