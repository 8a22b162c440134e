import { Link, Outlet } from '@tanstack/react-router';
import { momentInWords, monthInWords } from '#web/ask/date-words.ts';
import { useDesk, useDeskIfOpen } from '#web/ask/desk.tsx';
import { useMay } from '#web/ask/session.tsx';
import { useAddress } from '#web/ask/use-view.ts';
import { Icon } from '#web/ui/icons.tsx';
import { DeskNotices } from './desk-notices.tsx';
import { FindBox } from './find-box.tsx';
import { Logo } from './logo.tsx';
import { Me } from './me.tsx';
import { ScreenLinks } from './screen-links.tsx';
import css from './shell.module.css';
import { words } from './words.ts';

/** Header, notices and the screen. What needs the calls appears once they are open. */
export function Shell() {
  const desk = useDeskIfOpen();
  const mayAsk = useMay('wall.ask');
  const { manifest } = useAddress();
  // Calls as they once stood belong to the addresses that ask for them.
  const hasCalls = desk !== null && (manifest !== null || !desk.opened.isFormer);
  return (
    <div className={css.shell}>
      <a className={css.skip} href="#main">
        {words.skip}
      </a>
      <header className={css.top}>
        <Link to="/" className={css.brand ?? ''} aria-label={words.brand}>
          <Logo />
          <b>{words.brand}</b>
        </Link>
        <ScreenLinks hasCalls={hasCalls} />
        <span className={css.space} />
        {(hasCalls || mayAsk) && <FindBox />}
        {hasCalls && <DataAge />}
        <Me />
      </header>
      {hasCalls && <DeskNotices />}
      <main id="main" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

function DataAge() {
  const { opened, session } = useDesk();
  return (
    <Link to="/sources" className={css.age ?? ''}>
      <Icon name="clock" />
      <span>
        <b>{words.callsTo}</b>{' '}
        {words.to(
          opened.months.length > 0
            ? monthInWords(opened.lastDay)
            : momentInWords(opened.manifest.cutoffLocal, session.nowLocal),
        )}
      </span>
    </Link>
  );
}
