import { useState } from 'react';
import type { BoardGroup } from '#data/schema/records/duty.ts';
import { Notice } from '#data/schema/records/notice.ts';
import { longDate, shortDate } from '#web/chart/week-axis.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { DUTIES_KEY } from './use-board.ts';
import { words } from './words.ts';

/** The notice as it was prepared from the log; a person reads it, mends its words and sends it. */
export function SendNotice({ group, onClose }: { group: BoardGroup; onClose: () => void }) {
  const act = useAct([DUTIES_KEY]);
  const [draft, setDraft] = useState(draftOf(group));
  return (
    <FormDialog
      title={words.noticeTitle(group.name)}
      sends={words.send}
      act={act}
      unavailable={draft.trim() === '' ? words.noWords : undefined}
      onClose={onClose}
      onSend={async () => {
        const body = { groupId: group.groupId, words: draft };
        if (await act.send(() => send(Notice, 'POST', '/api/records/notices/no-contact', body))) onClose();
      }}
    >
      <p className="caption">{words.noticeWhy}</p>
      <LongField
        label={words.noticeWords}
        rows={6}
        maxLength={2000}
        value={draft}
        fault={act.fault('words') ?? act.fault('groupId')}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

function draftOf({ name, marks, lastMadeOn, clock }: BoardGroup): string {
  const dates = marks
    .filter(({ result, at }) => result === 'attempted' && at.slice(0, 10) >= (clock?.span.from ?? ''))
    .map(({ at }) => shortDate(at.slice(0, 10)));
  const tries = dates.length > 0 ? words.noticeTries(dates.join(', ')) : words.noticeNoTries;
  return words.noticeDraft(name, tries, lastMadeOn ? `on ${longDate(lastMadeOn)}` : words.noticeNever);
}
