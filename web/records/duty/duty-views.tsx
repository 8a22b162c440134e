import { Link } from '@tanstack/react-router';
import { useSession } from '#web/ask/session.tsx';
import css from './duty-views.module.css';
import { words } from './words.ts';

type View = 'board' | 'mine' | 'command';
const VIEWS = [
  { view: 'board', to: '/duties', label: words.board },
  { view: 'mine', to: '/duties/mine', label: words.mineTitle },
  { view: 'command', to: '/duties/command', label: words.commandTitle },
] as const;
const COMMAND: readonly string[] = ['coordinator', 'section-commander', 'division-commander', 'chief', 'auditor'];

/** From one view of the duties to the others; command's is for those who lead, and for the auditor. */
export function DutyViews({ at }: { at: View }) {
  const { role } = useSession();
  return (
    <nav className={css.views} aria-label={words.views}>
      {VIEWS.filter(({ view }) => view !== at && (view !== 'command' || COMMAND.includes(role))).map(
        ({ view, to, label }) => (
          <Link key={view} to={to} className="link">
            {label}
          </Link>
        ),
      )}
    </nav>
  );
}
