import { Menu } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { type HTMLAttributes, useContext } from 'react';
import { momentInWords, monthInWords } from '#web/ask/date-words.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useView } from '#web/ask/use-view.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { DeskNotices } from './desk-notices.tsx';
import { FindBox } from './find-box.tsx';
import { LockContext } from './lock.ts';
import { Logo } from './logo.tsx';
import css from './shell.module.css';
import { words } from './words.ts';

/** Header, notices and the screen. */
export function Shell() {
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
        <Screens />
        <span className={css.space} />
        <FindBox />
        <DataAge />
        <Me />
      </header>
      <DeskNotices />
      <main id="main" className={css.main} tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}

type Screen = { to: '/' | '/spikes' | '/sql' | '/sources'; label: string; table?: boolean };
const SCREENS: readonly Screen[] = [
  { to: '/', label: words.explore },
  { to: '/spikes', label: words.spikes },
  { to: '/', label: words.table, table: true },
  { to: '/sql', label: words.sql },
  { to: '/sources', label: words.sources },
];

/** Only what exists. The filter goes along wherever the next screen can use it. */
function Screens() {
  const { view, addressOf } = useView();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const spikes = useSpikes();
  const links = SCREENS.map(({ to, label, table }) => {
    const isHere = path === to && (to !== '/' || (view.shows === 'table') === (table === true));
    const search = addressOf({ shows: table ? 'table' : 'map' });
    const count = to === '/spikes' ? spikes.toLookAt.length : 0;
    return { to, label, search, isHere, count };
  });
  return (
    <>
      <nav className={css.nav} aria-label={words.nav}>
        {links.map(({ to, label, search, isHere, count }) => (
          <Link key={label} to={to} search={search} aria-current={isHere ? 'page' : undefined}>
            {label}
            {count > 0 && <i>{count}</i>}
          </Link>
        ))}
      </nav>
      <div className={css.smallNav}>
        <Menu position="bottom-start">
          <Menu.Target>
            <IconButton icon="menu" label={words.menu} />
          </Menu.Target>
          <Menu.Dropdown>
            {links.map(({ to, label, search, isHere }) => (
              <Menu.Item
                key={label}
                renderRoot={(props: HTMLAttributes<HTMLAnchorElement>) => (
                  <Link {...props} to={to} search={search} aria-current={isHere ? 'page' : undefined} />
                )}
              >
                {label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
    </>
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

function Me() {
  const { session } = useDesk();
  const { shade, setShade } = useContext(ShadeContext);
  const lock = useContext(LockContext);
  const role = session.role.replaceAll('-', ' ');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={css.me}>
          <span aria-hidden="true">{role.charAt(0).toUpperCase() + role.charAt(1)}</span>
          <span className="visually-hidden">{words.you(role)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {words.you(role)}; {words.level[session.releaseLevel]}.
        </Menu.Label>
        <Menu.Item
          leftSection={<Icon name={shade === 'dark' ? 'sun' : 'moon'} />}
          onClick={() => setShade(shade === 'dark' ? 'light' : 'dark')}
        >
          {shade === 'dark' ? words.light : words.dark}
        </Menu.Item>
        <Menu.Item leftSection={<Icon name="lock" />} onClick={lock}>
          {words.lock}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
