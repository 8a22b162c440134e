import { Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type HTMLAttributes, lazy, Suspense, useContext, useState } from 'react';
import { createPortal } from 'react-dom';
import { fullName } from '#data/schema/records/person.ts';
import { weekdayInWords } from '#web/ask/date-words.ts';
import { useSession } from '#web/ask/session.tsx';
import { ShadeContext } from '#web/ask/shade.ts';
import { Icon } from '#web/ui/icons.tsx';
import { words as clockWords } from './demo-clock-words.ts';
import { initials, roleInWords } from './door-words.ts';
import { SessionActsContext } from './session-acts.ts';
import css from './shell.module.css';
import { words } from './words.ts';

const DemoClock = lazy(() => import('./demo-clock.tsx').then((made) => ({ default: made.DemoClock })));

/** Who is signed in, and what they can do about it. */
export function Me() {
  const { name, title, role, releaseLevel, demo, nowLocal } = useSession();
  const [isMoving, setMoving] = useState(false);
  const { shade, setShade } = useContext(ShadeContext);
  const { lock, signOut } = useContext(SessionActsContext);
  const you = words.you(fullName({ name, title }), roleInWords(role));
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <button type="button" className={css.me}>
            <span aria-hidden="true">{initials(name)}</span>
            <span className="visually-hidden">{you}</span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {you}; {words.level[releaseLevel]}.
          </Menu.Label>
          <Menu.Item
            leftSection={<Icon name="clock" />}
            renderRoot={(props: HTMLAttributes<HTMLAnchorElement>) => <Link {...props} to="/me" />}
          >
            {words.sessions}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name={shade === 'dark' ? 'sun' : 'moon'} />}
            onClick={() => setShade(shade === 'dark' ? 'light' : 'dark')}
          >
            {shade === 'dark' ? words.light : words.dark}
          </Menu.Item>
          {demo && (
            <Menu.Item leftSection={<Icon name="clock" />} onClick={() => setMoving(true)}>
              {clockWords.open(weekdayInWords(nowLocal))}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<Icon name="lock" />} onClick={lock}>
            {words.lock}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="right" />} onClick={signOut}>
            {words.signOut}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isMoving &&
        createPortal(
          <Suspense fallback={null}>
            <DemoClock onClose={() => setMoving(false)} />
          </Suspense>,
          document.body, // a dialog has a head of its own, and stands in no other
        )}
    </>
  );
}
