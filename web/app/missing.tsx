import { useLocation } from '@tanstack/react-router';
import { Quiet } from '#web/ui/notice.tsx';
import css from './shell.module.css';
import { WayHome } from './way-home.tsx';
import { words } from './words.ts';

/** An address of ours where nothing stands: which one, what may be wrong with it, and the way on. */
export function Missing() {
  const { pathname } = useLocation();
  return (
    <div className={css.page}>
      <Quiet title={words.missingTitle} actions={<WayHome />}>
        {words.missing(pathname)}
      </Quiet>
    </div>
  );
}
