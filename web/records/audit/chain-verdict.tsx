import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './audit.module.css';
import { useVerdict } from './use-audit.ts';
import { words } from './words.ts';

/** Whether anybody changed a line from outside: the first thing an auditor asks. */
export function ChainVerdict() {
  const { data, error, isFetching, refetch } = useVerdict(true);
  const again = (
    <Button unavailable={isFetching ? words.judging : undefined} onClick={() => void refetch()}>
      {words.judge}
    </Button>
  );
  if (error) {
    return (
      <Notice kind="fault" title={words.unjudged} actions={again}>
        {error.message}
      </Notice>
    );
  }
  if (data && data.brokenAt !== null) {
    return (
      <Notice kind="fault" title={words.broken(data.brokenAt)} actions={again}>
        {words.brokenMore}
      </Notice>
    );
  }
  return (
    <div className={css.verdict}>
      <p className="answer" role="status">
        {data && <Icon name="check" size={16} />} {data ? words.whole(data.lines) : words.judging}
      </p>
      {data && again}
    </div>
  );
}
