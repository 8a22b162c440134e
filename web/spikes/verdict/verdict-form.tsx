import { useRef } from 'react';
import type { SweepChoice, SweepVerdict } from '#data/schema/records/sweep.ts';
import { useSession } from '#web/ask/session.tsx';
import type { SweepDesk } from '#web/ask/use-sweep.ts';
import { useKeys } from '#web/spikes/keys.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Choices } from './choices.tsx';
import { type Decided, type Draft, toggleReason, watchFromOf } from './draft.ts';
import { SendTo } from './send-to.tsx';
import { decidedInWords } from './standing.tsx';
import type { useAddressees } from './use-addressees.ts';
import { type Subject, useSaving } from './use-saving.ts';
import css from './verdict.module.css';
import { words } from './words.ts';

export type Then = 'open-next' | 'stay';

type Props = {
  subject: Subject;
  areCallsRead: boolean;
  sweep: SweepDesk;
  standing: SweepVerdict | null; // what is kept already and would be replaced
  addressees: ReturnType<typeof useAddressees>;
  draft: Draft;
  onChange: (changed: Partial<Draft>) => void;
  onForget: () => void;
  onKept: (verdict: SweepVerdict, then: Then) => void;
};

/** A person's verdict, before it is kept. By keys: P, W or D, a number for a quick reason, Enter. */
export function VerdictForm(props: Props) {
  const { subject, sweep, standing, addressees, draft, areCallsRead, onChange, onForget, onKept } = props;
  const { personId } = useSession();
  const saving = useSaving(subject, sweep);
  const radios = useRef<HTMLFieldSetElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const told = standing?.sentTo ?? [];
  const isTold = (personId: string) => told.some((each) => each.personId === personId);
  const chosen = [
    ...addressees.officers.filter(({ personId }) => !draft.left.includes(personId) && !isTold(personId)),
    ...addressees.readers.filter(({ personId }) => draft.added.includes(personId) && !isTold(personId)),
  ];
  const others = addressees.readers.filter(
    ({ personId }) => !isTold(personId) && !chosen.some((each) => each.personId === personId),
  );
  const missing = saving.isSaving ? words.saving : whatIsMissing(draft, areCallsRead);

  const save = async (then: Then) => {
    if (missing !== undefined || draft.choice === null) return;
    const decided: Decided = { ...draft, choice: draft.choice };
    const sendTo = chosen.map(({ personId }) => personId);
    const kept = await saving.save(decided, sendTo, standing, (patternId) => onChange({ patternId }));
    if (kept === null) return;
    onForget();
    onKept(kept, then);
  };
  const choose = (choice: SweepChoice) => () => {
    onChange({ choice });
    radios.current?.querySelector<HTMLInputElement>(`input[value=${choice}]`)?.focus(); // then Enter keeps it
  };
  const quick = words.quickReasons.map((reason, at) => [
    String(at + 1),
    draft.choice === 'dismiss' ? () => onChange({ reason: toggleReason(draft.reason, reason) }) : undefined,
  ]);
  useKeys({
    p: choose('pattern'),
    w: choose('watch'),
    d: choose('dismiss'),
    enter: () => form.current?.requestSubmit(),
    ...Object.fromEntries(quick),
  });

  const isMine = standing?.updatedBy === personId;
  const replaces = isMine ? words.saveChange : words.replace;
  const isPattern = draft.choice === 'pattern' && standing === null;
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        void save(isPattern ? 'stay' : 'open-next');
      }}
    >
      {standing && (
        <Notice
          kind="stale"
          title={isMine ? words.youDecided : words.decidedMeanwhile(addressees.nameOf(standing.updatedBy))}
        >
          <p>{decidedInWords(standing)}.</p>
          {!isMine && words.yoursBelow}
        </Notice>
      )}
      {saving.trouble && !saving.isOvertaken && (
        <Notice kind="fault" title={words.failed}>
          {saving.trouble.message} {words.failedMore}
        </Notice>
      )}
      <Choices
        draft={draft}
        calls={areCallsRead ? subject.calls.length : null}
        fault={saving.fault}
        radios={radios}
        onChange={onChange}
      />
      <SendTo
        chosen={chosen}
        others={others}
        told={told.map(({ name }) => name)}
        barred={addressees.barred}
        without={addressees.without}
        fault={saving.fault('sendTo')}
        draft={draft}
        onChange={onChange}
      />
      <div className={css.buttons}>
        <span className={css.wide}>
          <Button look="filled" type="submit" unavailable={missing}>
            {standing ? replaces : isPattern ? words.makeAndOpen : words.saveNext}
          </Button>
        </span>
        {standing ? (
          <Button
            onClick={() => {
              saving.forget();
              onForget();
            }}
          >
            {words.leaveTheirs}
          </Button>
        ) : (
          <Button unavailable={missing} onClick={() => void save(isPattern ? 'open-next' : 'stay')}>
            {isPattern ? words.makeNext : words.save}
          </Button>
        )}
      </div>
    </form>
  );
}

function whatIsMissing(draft: Draft, areCallsRead: boolean): string | undefined {
  if (draft.choice === null) return words.chooseFirst;
  if (!areCallsRead) return words.callsFirst;
  if (draft.choice === 'dismiss' && draft.reason.trim() === '') return words.reasonFirst;
  return watchFromOf(draft) === undefined ? words.watchFromFault : undefined;
}
