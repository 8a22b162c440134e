import { ApiFailed } from '#web/api.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { words } from './words.ts';

/** Why nothing is shown, and the way out. */
export function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isForbidden = error instanceof ApiFailed && error.status === 403;
  return (
    <Notice
      kind={isForbidden ? 'locked' : 'fault'}
      title={isForbidden ? words.forbiddenTitle : words.failedTitle}
      actions={isForbidden ? null : <Button onClick={onRetry}>{words.again}</Button>}
    >
      {error.message}
    </Notice>
  );
}
