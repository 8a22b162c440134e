import type { Settings } from '#data/policy/choices.ts';
import { Button } from '#web/ui/button.tsx';
import css from './setting.module.css';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

/** Where somebody else chose otherwise meanwhile: theirs beside what was chosen here. */
export function Overtaken({
  keys,
  draft,
  value,
}: {
  keys: readonly (keyof Settings)[];
  draft: Draft;
  value: string; // as it is kept now
}) {
  if (!keys.some((key) => draft.overtaken.includes(key))) return null;
  return (
    <p className={css.overtaken} role="status">
      {words.theirs(value)}{' '}
      <Button small onClick={() => draft.drop(keys)}>
        {words.takeTheirs}
      </Button>
    </p>
  );
}
