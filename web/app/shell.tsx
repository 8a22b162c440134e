import { Menu } from '@mantine/core';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import type { HTMLAttributes } from 'react';
import { may, type Permission } from '#data/schema/permissions.ts';
import { momentInWords, monthInWords } from '#web/ask/date-words.ts';
import { useDesk, useDeskIfOpen } from '#web/ask/desk.tsx';
import { useSession } from '#web/ask/session.tsx';
import { useSpikes } from '#web/ask/use-spikes.ts';
import { useAddress } from '#web/ask/use-view.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { DeskNotices } from './desk-notices.tsx';
import { FindBox } from './find-box.tsx';
import { Logo } from './logo.tsx';
import { Me } from './me.tsx';
import css from './shell.module.css';
import { words } from './words.ts';

/** Header, notices and the screen. What needs the calls appears once they are open. */
export function Shell() {
  const hasCalls = useDeskIfOpen() !== null;
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
        <Screens hasCalls={hasCalls} />
        <span className={css.space} />
        {hasCalls && <FindBox />}
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

type Screen = { to: string; label: string; asks: Permission; table?: boolean };

/** The screens in the order of the header. Who may not do what a screen asks for is not shown it. */
const SCREENS: readonly Screen[] = [
  { to: '/', label: words.explore, asks: 'map.read' },
  { to: '/spikes', label: words.spikes, asks: 'map.read' },
  { to: '/', label: words.table, asks: 'map.read', table: true },
  { to: '/sql', label: words.sql, asks: 'map.read' },
  { to: '/sources', label: words.sources, asks: 'map.read' },
  { to: '/duties', label: words.duties, asks: 'duty.read' },
  { to: '/concerns', label: words.concerns, asks: 'concern.read' },
  { to: '/triage', label: words.triage, asks: 'concern.triage' },
  { to: '/letters', label: words.letters, asks: 'mail.review' },
  { to: '/referrals', label: words.referrals, asks: 'referral.read' },
  { to: '/escalations', label: words.escalations, asks: 'notice.read' },
  { to: '/reports', label: words.reports, asks: 'report.read' },
  { to: '/register', label: words.register, asks: 'register.read' },
  { to: '/proof', label: words.proof, asks: 'proof.read' },
  { to: '/accounts', label: words.accounts, asks: 'account.manage' },
  { to: '/audit', label: words.audit, asks: 'audit.read' },
  { to: '/operations', label: words.operations, asks: 'operations.read' },
];

/** Only what exists. The filter goes along wherever the next screen can use it. */
function Screens({ hasCalls }: { hasCalls: boolean }) {
  const { view, addressOf } = useAddress();
  const { role } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const links = SCREENS.filter(({ asks }) => may(role, asks)).map(({ to, label, asks, table }) => {
    const isAt = path === to || (to !== '/' && path.startsWith(`${to}/`));
    const isHere = isAt && (to !== '/' || (view.shows === 'table') === (table === true));
    const search = asks === 'map.read' ? addressOf({ shows: table ? 'table' : 'map' }) : {};
    return { to, label, search, isHere };
  });
  return (
    <>
      <nav className={css.nav} aria-label={words.nav}>
        {links.map(({ to, label, search, isHere }) => (
          <Link key={label} to={to} search={search} aria-current={isHere ? 'page' : undefined}>
            {label}
            {hasCalls && to === '/spikes' && <SpikeCount />}
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

function SpikeCount() {
  const { toLookAt } = useSpikes();
  return toLookAt.length > 0 ? <i>{toLookAt.length}</i> : null;
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
