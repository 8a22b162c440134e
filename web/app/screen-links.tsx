import { Menu } from '@mantine/core';
import { Link, useRouterState } from '@tanstack/react-router';
import { Fragment, type HTMLAttributes } from 'react';
import { may } from '#data/schema/permissions.ts';
import type { Address } from '#web/ask/address.ts';
import { useSession } from '#web/ask/session.tsx';
import { useCandidates } from '#web/ask/use-candidates.ts';
import { useSweep } from '#web/ask/use-sweep.ts';
import { useAddress } from '#web/ask/use-view.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { SCREENS, type Screen, SHELVES } from './screens.ts';
import css from './shell.module.css';
import { words } from './words.ts';

type ScreenLink = Screen & { search: Address; isHere: boolean };

/** Ways to the screens: a few in the header and the rest behind "More"; on a phone all in one menu. */
export function ScreenLinks({ hasCalls }: { hasCalls: boolean }) {
  const links = useScreenLinks();
  const more = links.filter(({ shelf }) => shelf !== 'header');
  const here = more.find(({ isHere }) => isHere);
  return (
    <>
      <nav className={css.nav} aria-label={words.nav}>
        {links
          .filter(({ shelf }) => shelf === 'header')
          .map(({ to, label, search, isHere }) => (
            <Link key={label} to={to} search={search} aria-current={isHere ? 'page' : undefined}>
              {label}
              {hasCalls && to === '/spikes' && <SpikeCount />}
            </Link>
          ))}
        {more.length > 0 && (
          <Menu position="bottom-start">
            <Menu.Target>
              <button type="button" className={css.more} data-here={here !== undefined || undefined}>
                {here?.label ?? words.more}
                <Icon name="down" />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Shelves links={more} />
            </Menu.Dropdown>
          </Menu>
        )}
      </nav>
      <div className={css.smallNav}>
        <Menu position="bottom-start">
          <Menu.Target>
            <IconButton icon="menu" label={words.menu} />
          </Menu.Target>
          <Menu.Dropdown mah="calc(100dvh - 64px)" style={{ overflowY: 'auto' }}>
            <Shelves links={links} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </>
  );
}

function Shelves({ links }: { links: readonly ScreenLink[] }) {
  return SHELVES.map(({ shelf, label: name }) => {
    const here = links.filter((link) => link.shelf === shelf);
    if (here.length === 0) return null;
    return (
      <Fragment key={shelf}>
        <Menu.Label>{name}</Menu.Label>
        {here.map(({ to, label, search, isHere }) => (
          <Menu.Item
            key={label}
            renderRoot={(props: HTMLAttributes<HTMLAnchorElement>) => (
              <Link {...props} to={to} search={search} aria-current={isHere ? 'page' : undefined} />
            )}
          >
            {label}
          </Menu.Item>
        ))}
      </Fragment>
    );
  });
}

/** The filter goes along wherever the next screen can use it. */
function useScreenLinks(): ScreenLink[] {
  const { view, addressOf } = useAddress();
  const { role } = useSession();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return SCREENS.filter(({ asks }) => may(role, asks)).map((screen) => {
    const { to, asks, table } = screen;
    const isAt = path === to || (to !== '/' && path.startsWith(`${to}/`));
    const isHere = isAt && (to !== '/' || (view.shows === 'table') === (table === true));
    return { ...screen, isHere, search: asks === 'extract.read' ? addressOf({ shows: table ? 'table' : 'map' }) : {} };
  });
}

/** What nobody has decided about yet; where the role may not know that, all there is. */
function SpikeCount() {
  const { candidates, week } = useCandidates();
  const { verdictOf } = useSweep(week);
  const open = candidates.filter((candidate) => verdictOf(candidate) === null).length;
  return open > 0 ? <i>{open}</i> : null;
}
