import { Link } from '@tanstack/react-router';
import { Quiet } from '#web/ui/notice.tsx';
import css from './shell.module.css';
import { words } from './words.ts';

export function Missing() {
  return (
    <div className={css.page}>
      <Quiet
        title={words.missingTitle}
        actions={
          <Link to="/" className="link">
            {words.backToExplore}
          </Link>
        }
      />
    </div>
  );
}
