import { useRouterState } from '@tanstack/react-router';
import { type Address, wordOf } from '#web/ask/address.ts';
import { useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './explore-screen.module.css';
import type { Picture } from './use-picture.ts';
import { words } from './words.ts';

const searchOf = ({ location }: { location: { search: Address } }): Address => location.search;

/** Above a replayed figure: whether it rests on the same data and boundaries as when it was printed. */
export function FigureNote({ picture }: { picture: Picture }) {
  const code = wordOf(useRouterState({ select: searchOf }).figure);
  const { change } = useView();
  if (code === null) return null;
  const isSame = picture.here.code === code;
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
        {isSame ? words.figureSameBody : words.figureChangedBody(picture.here.code)}
      </Notice>
    </div>
  );
}
