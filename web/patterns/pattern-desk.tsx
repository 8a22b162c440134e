import { useMemo, useState } from 'react';
import type { Bulletin } from '#data/schema/records/pattern.ts';
import { useDeskIfOpen } from '#web/ask/desk.tsx';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Acts } from './acts.tsx';
import { Bulletins } from './bulletins.tsx';
import { CallsList } from './calls-list.tsx';
import { CallsMap } from './calls-map.tsx';
import { Chosen } from './chosen.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { Conflict } from './conflict.tsx';
import { withCall } from './draft.ts';
import { Fields } from './fields.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import css from './pattern.module.css';
import { PatternHead } from './pattern-head.tsx';
import { Reading } from './reading.tsx';
import { RedraftDialog } from './redraft-dialog.tsx';
import { SendDialog } from './send-dialog.tsx';
import { useAudience } from './use-audience.ts';
import { useCalls } from './use-calls.ts';
import { useDraft } from './use-draft.ts';
import type { PatternSheet } from './use-pattern.ts';
import { When } from './when.tsx';
import { words } from './words.ts';

type Dialog = 'send' | 'close' | 'redraft' | null;

/** One pattern on the desk of whoever makes it, or before the eyes of whoever reads it. */
export function PatternDesk({ sheet: { pattern, bulletins } }: { sheet: PatternSheet }) {
  const mayWrite = useMay('pattern.write');
  const mayMap = useMay('extract.read');
  const isOpen = useDeskIfOpen() !== null;
  const desk = useDraft(pattern);
  const { draft, kept } = desk;
  const calls = useCalls(draft.calls);
  const audience = useAudience(draft.groupIds);
  const [pointed, setPointed] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<Dialog>(null);
  const [sent, setSent] = useState<Bulletin | null>(null);
  const isWriting = mayWrite && draft.status === 'open';
  const canRedraft = calls.lines.some((line) => line.kept && line.row !== null);
  const close = () => setDialog(null);
  const { change } = desk;
  const point = useMemo(() => (callIds: readonly string[]) => setPointed(callIds), []);
  return (
    <div className={css.columns}>
      <div className={css.left}>
        <PatternHead pattern={kept} name={draft.name} desk={mayWrite ? desk : null} />
        <CallsList
          calls={calls}
          mayWrite={isWriting}
          pointed={pointed}
          onPoint={point}
          onCall={(call) => change(withCall(draft, call))}
        />
      </div>
      <div className={css.middle}>
        {mayWrite && <Conflict desk={desk} />}
        {desk.trouble && (
          <Notice kind="fault" title={words.notTaken}>
            {desk.trouble.message}
          </Notice>
        )}
        {sent && <Notice kind="plain" title={words.sentSaid(sent.bulletinId, sent.sentTo.length)} inline />}
        {mayMap && !isOpen && <Skeleton height={380} />}
        {mayMap && isOpen && <CallsMap name={draft.name} lines={calls.lines} pointed={pointed} onPoint={point} />}
        {calls.is === 'read' && <When lines={calls.lines} />}
        <Bulletins bulletins={bulletins} />
      </div>
      <aside className={css.right} aria-label={words.bulletin}>
        <div className={css.form}>
          {isWriting ? (
            <>
              <Fields desk={desk} onRedraft={canRedraft ? () => setDialog('redraft') : null} />
              <Chosen
                label={words.audience}
                hint={words.audienceHint}
                chosen={audience.chosen}
                others={audience.others}
                none={words.nobody}
                addLabel={words.addPerson}
                removeLabel={words.removePerson}
                onChange={audience.choose}
              />
              <Button onClick={() => setDialog('close')}>{words.closePattern}</Button>
            </>
          ) : (
            <Reading pattern={kept} />
          )}
        </div>
        {mayWrite && <Acts desk={desk} onSend={() => setDialog('send')} />}
      </aside>
      <LeaveGuard desk={desk} />
      {dialog === 'send' && (
        <SendDialog
          patternId={kept.patternId}
          revision={kept.revision}
          draft={draft}
          audience={audience}
          onSent={setSent}
          onClose={close}
        />
      )}
      {dialog === 'close' && <CloseDialog desk={desk} onClose={close} />}
      {dialog === 'redraft' && (
        <RedraftDialog
          now={draft}
          name={draft.name}
          source={kept.source}
          lines={calls.lines}
          onTake={change}
          onClose={close}
        />
      )}
    </div>
  );
}
