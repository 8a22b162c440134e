import { Button } from '#web/ui/button.tsx';
import type { Picture } from './use-picture.ts';
import { useRegistered } from './use-registered.ts';
import { words } from './words.ts';

/** The address as it stands, after its figure code was registered: whoever opens it sees the same numbers. */
export function CopyLink({ picture }: { picture: Picture }) {
  const { state, reason, copy } = useRegistered(picture);
  return (
    <>
      <Button look="quiet" small icon={state === 'copied' ? 'check' : 'link'} onClick={() => copy(location.href)}>
        {state === 'copied' ? words.copied : words.copyLink}
      </Button>
      {state === 'failed' && <span role="alert">{reason}</span>}
    </>
  );
}
