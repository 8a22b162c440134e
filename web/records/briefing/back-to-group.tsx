import { Link } from '@tanstack/react-router';
import { Icon } from '#web/ui/icons.tsx';
import css from './builder.module.css';
import { words } from './words.ts';

export function BackToGroup({ groupId }: { groupId: string }) {
  return (
    <Link to="/groups/$groupId" params={{ groupId }} className={css.back ?? ''}>
      <Icon name="left" size={12} />
      {words.back}
    </Link>
  );
}
