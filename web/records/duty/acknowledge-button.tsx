import { isWaitingFor } from '#analysis/duty/addressed.ts';
import { Notice } from '#data/schema/records/notice.ts';
import { useSession } from '#web/ask/session.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { DUTIES_KEY } from './use-board.ts';
import { words } from './words.ts';

/** Only for whom it waits; what was refused is said beside it. */
export function AcknowledgeButton({ notice }: { notice: Notice }) {
  const session = useSession();
  const act = useAct([DUTIES_KEY]);
  if (!isWaitingFor(notice, session)) return null;
  const path = `/api/records/notices/${notice.noticeId}/acknowledgments`;
  return (
    <span>
      <Button
        aria-label={words.acknowledgeFor(notice.title)}
        onClick={() => act.send(() => send(Notice, 'POST', path, { revision: notice.revision, words: '' }))}
      >
        {words.acknowledge}
      </Button>
      {act.trouble && (
        <span className="caption" role="alert">
          {act.trouble.message}
        </span>
      )}
    </span>
  );
}
