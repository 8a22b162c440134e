import type { Answer } from '#data/schema/answer.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { useKeptFigure } from '#web/ask/use-kept-figure.ts';
import { useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import css from './frame.module.css';
import { words } from './words.ts';

/** The figure code of an answer; its sentence is copied with the code, and the code then opens this panel again. */
export function FigureLine({ answer, sentence }: { answer: Answer<unknown>; sentence: string }) {
  const { opened } = useDesk();
  const { view, filter } = useView();
  const { code, options } = answer;
  const asked = { method: view.method ?? '', filter, options, shown: view.options };
  const { state, reason, copy } = useKeptFigure(code, asked, opened.manifest);
  return (
    <>
      <p className={css.codeRow}>
        <span className="code">{code}</span>
        <Button
          small
          icon={state === 'copied' ? 'check' : 'link'}
          onClick={() => void copy(words.copied(sentence, code))}
        >
          {state === 'copied' ? words.isCopied : words.copy}
        </Button>
      </p>
      {state === 'failed' && <p role="alert">{reason}</p>}
    </>
  );
}
