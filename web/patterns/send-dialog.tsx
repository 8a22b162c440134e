import { Bulletin } from '#data/schema/records/pattern.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { type Draft, SYNOPSIS } from './draft.ts';
import css from './pattern.module.css';
import type { Audience } from './use-audience.ts';
import { keyOf, PATTERNS, pathOf } from './use-pattern.ts';
import { words } from './words.ts';

/** To whom, and what is printed, before it is sent for good. */
export function SendDialog({
  patternId,
  revision,
  draft,
  audience,
  onSent,
  onClose,
}: {
  patternId: string;
  revision: number;
  draft: Draft;
  audience: Audience;
  onSent: (bulletin: Bulletin) => void;
  onClose: () => void;
}) {
  const act = useAct([keyOf(patternId), [...PATTERNS, 'list']]);
  const kept = draft.calls.filter((call) => call.kept).length;
  const empty = SYNOPSIS.filter((part) => draft.synopsis[part].trim() === '');
  const { chosen } = audience;
  const sendNow = async () => {
    const body = { revision, sendTo: chosen.map(({ value }) => value) };
    const taken = await act.send(async () =>
      onSent(await send(Bulletin, 'POST', `${pathOf(patternId)}/bulletins`, body)),
    );
    if (taken) onClose();
  };
  return (
    <FormDialog
      title={words.sendTitle}
      sends={words.sendNow}
      act={act}
      onSend={() => void sendNow()}
      onClose={onClose}
      unavailable={chosen.length === 0 ? words.sendNobody : undefined}
    >
      <div>
        <p>{chosen.length === 0 ? words.sendNobody : words.sendTo(chosen.length)}</p>
        <ul className={css.names}>
          {chosen.map(({ value, label }) => (
            <li key={value}>{label}</li>
          ))}
        </ul>
      </div>
      <p>{draft.release === 'internal' ? words.sendPrints(kept, draft.calls.length - kept) : words.sendOpen}</p>
      <p>{words.sendLabel(words.labels[draft.label], words.releases[draft.release])}</p>
      {empty.length > 0 && (
        <p className="caption">{empty.map((part) => words.sendEmptyPart(words.parts[part])).join(' ')}</p>
      )}
      <p className="caption">{words.sendFrozen}</p>
    </FormDialog>
  );
}
