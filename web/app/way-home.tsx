import { Link, useRouter } from '@tanstack/react-router';
import { useSession } from '#web/ask/session.tsx';
import { homeOf } from './home-of.ts';
import { SCREENS } from './screens.ts';
import { words } from './words.ts';

/** The way on from where there is nothing to see: to the screen where one's role begins its day. */
export function WayHome() {
  const { role } = useSession();
  const { routesByPath } = useRouter();
  const home = homeOf(role, (address) => address in routesByPath);
  const screen = SCREENS.find(({ to }) => to === home)?.label ?? words.sessions;
  return (
    <Link to={home} className="link">
      {words.goTo(screen)}
    </Link>
  );
}
