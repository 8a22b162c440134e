import { windowInWords } from '#web/ask/date-words.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { type Clash, type Draft, draftOf, isSynopsis } from './draft.ts';
import css from './pattern.module.css';
import type { DraftDesk } from './use-draft.ts';
import { words } from './words.ts';

/** Two people changed the pattern: what went together is said, what did not is shown twice for a person to choose. */
export function Conflict({ desk }: { desk: DraftDesk }) {
  const { theirs, clashes, isDirty, draft, settle } = desk;
  if (theirs === null || !isDirty) return null;
  if (clashes.length === 0) {
    return (
      <Notice kind="stale" title={words.mergedTitle}>
        {words.merged}
      </Notice>
    );
  }
  return (
    <Notice kind="stale" title={words.clashTitle}>
      {words.clash}
      {clashes.map((clash) => (
        <div key={labelOf(clash)} className={css.both}>
          <b>{labelOf(clash)}</b>
          <p>
            <b>{words.yours}</b> {inWords(draft, clash)}
          </p>
          <p>
            <b>{words.theirs}</b> {inWords(draftOf(theirs), clash)}
          </p>
          <div className={css.tags}>
            <Button small onClick={() => settle(clash, 'mine')}>
              {words.keepMine}
            </Button>
            <Button small onClick={() => settle(clash, 'theirs')}>
              {words.takeTheirs}
            </Button>
          </div>
        </div>
      ))}
    </Notice>
  );
}

function labelOf({ part }: Clash): string {
  if (typeof part === 'object') return words.callPart(part.callId);
  if (isSynopsis(part)) return words.parts[part];
  return {
    name: words.name,
    type: words.type,
    groupIds: words.groups,
    days: words.columns.days,
    label: words.label,
    release: words.release,
    status: words.closeWhy,
  }[part];
}

function inWords(draft: Draft, { part }: Clash): string {
  if (typeof part === 'object') {
    const call = draft.calls.find(({ callId }) => callId === part.callId);
    return call === undefined || call.kept ? words.callKept : words.leftOut(call.reason);
  }
  if (isSynopsis(part)) return draft.synopsis[part] || words.nothing;
  if (part === 'days') return windowInWords(draft);
  if (part === 'groupIds') return draft.groupIds.join(', ') || words.nothing;
  if (part === 'status') return draft.status === 'closed' ? words.closedOn(draft.closedWhy) : words.open;
  if (part === 'name') return draft.name;
  if (part === 'type') return words.types[draft.type];
  return part === 'label' ? words.labels[draft.label] : words.releases[draft.release];
}
