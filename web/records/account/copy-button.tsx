import { useState } from 'react';
import { Button } from '#web/ui/button.tsx';
import { words } from './words.ts';

/** Copies a text and says that it did; where the browser does not let it, says to select it by hand. */
export function CopyButton({ text }: { text: string }) {
  const [came, setCame] = useState<'copied' | 'refused' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCame('copied'),
      () => setCame('refused'),
    );
  return (
    <>
      <Button onClick={() => void copy()}>{words.copy}</Button>
      <span role="status" className="caption">
        {came && words[came]}
      </span>
    </>
  );
}
