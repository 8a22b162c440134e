import type { Trouble } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { words } from './words.ts';

/** The door did not open: what failed, that nothing is shown, and the way out. */
export function Refusal({ trouble, onRetry }: { trouble: Trouble; onRetry: () => void }) {
  const isTooLarge = trouble.code === 'too-large';
  return (
    <Notice
      kind="fault"
      title={isTooLarge ? words.tooLargeTitle : words.openFailedTitle}
      actions={
        <Button look="filled" onClick={onRetry}>
          {words.again}
        </Button>
      }
    >
      <p>{sentence(trouble.message)}</p>
      <p>{isTooLarge ? words.tooLarge : words.nothingShown}</p>
    </Notice>
  );
}

const sentence = (text: string): string =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;
