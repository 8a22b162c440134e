import { useRouterState } from '@tanstack/react-router';
import { type Address, wordOf } from '#web/ask/address.ts';
import { useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './explore-screen.module.css';
import { words } from './words.ts';

const searchOf = ({ location }: { location: { search: Address } }): Address => location.search;

/** Above a replayed figure: whether it rests on the same data and boundaries as when it was printed, by its code now. */
export function FigureNote({ now }: { now: string }) {
  const code = wordOf(useRouterState({ select: searchOf }).figure);
  const { change } = useView();
  if (code === null) return null;
  const isSame = now === code;
  return (
    <div className={css.trouble}>
      <Notice
        kind="plain"
        inline
        title={isSame ? words.figureSame(code) : words.figureChanged(code)}
        actions={
          <Button small onClick={() => change({})}>
            {words.hide}
          </Button>
        }
      >
        {isSame ? words.figureSameBody : words.figureChangedBody(now)}
      </Notice>
    </div>
  );
}
