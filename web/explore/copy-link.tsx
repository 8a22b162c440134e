import { useDesk } from '#web/ask/desk.tsx';
import { Button } from '#web/ui/button.tsx';
import type { Picture } from './use-picture.ts';
import { useRegistered } from './use-registered.ts';
import { words } from './words.ts';

/** The address as it stands and the calls it stands over, once its figure code is registered: who opens it sees the same numbers. */
export function CopyLink({ picture }: { picture: Picture }) {
  const { opened } = useDesk();
  const { state, reason, copy } = useRegistered(picture);
  return (
    <>
      <Button
        look="quiet"
        small
        icon={state === 'copied' ? 'check' : 'link'}
        onClick={() => copy(addressOver(opened.manifest.manifest))}
      >
        {state === 'copied' ? words.copied : words.copyLink}
      </Button>
      {state === 'failed' && <span role="alert">{reason}</span>}
    </>
  );
}

function addressOver(manifest: string): string {
  const { origin, pathname, search } = location;
  const view = search.replace(/[?&]data=[^&]*/, '').replace(/^&/, '?');
  return `${origin}${pathname}${view}${view === '' ? '?' : '&'}data=${manifest}`;
}
