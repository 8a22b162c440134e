import { useEffect, useState } from 'react';

let context: CanvasRenderingContext2D | null = null;

/** How wide a line is in the wall's type, in the unit of `size`; a little more rather than less. */
export function textWidth(words: string, size: number, weight: number): number {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return words.length * size * 0.62;
  context.font = `${weight} 100px Inter, system-ui, sans-serif`;
  return (context.measureText(words).width / 100) * size * 1.02;
}

/** Lines no wider than `widest`, broken between words; a single longer word stands alone. */
export function wrapped(words: string, widest: number, size: number, weight: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    const joined = `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, weight) <= widest) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

/** Turns true once the wall's type is loaded: what was measured before is measured again. */
export function useTypeLoaded(): boolean {
  const [isLoaded, setLoaded] = useState(() => document.fonts.check('650 40px Inter'));
  useEffect(() => {
    if (isLoaded) return;
    let gone = false;
    const done = () => !gone && setLoaded(true);
    document.fonts.load('650 40px Inter').then(done, done);
    return () => {
      gone = true;
    };
  }, [isLoaded]);
  return isLoaded;
}
