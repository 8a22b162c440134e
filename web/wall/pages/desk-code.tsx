import { create } from 'qrcode';
import { useMemo } from 'react';
import css from './desk-code.module.css';
import { words } from './words.ts';

/** Opens the same question at the desk: to type, or to scan from a step or two away. */
export function DeskCode({ code }: { code: string }) {
  return (
    <div className={css.code}>
      <Squares text={new URL(`/wall-code/${code}`, location.origin).href} label={words.scan(code)} />
      <p>
        {words.deskCode} <b>{code}</b>
      </p>
    </div>
  );
}

const QUIET = 3; // modules of ground around the squares

function Squares({ text, label }: { text: string; label: string }) {
  const { d, side } = useMemo(() => squaresOf(text), [text]);
  return (
    <svg className={css.squares} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label}>
      <rect width={side} height={side} rx={1} className={css.paper} />
      <path d={d} className={css.ink} />
    </svg>
  );
}

function squaresOf(text: string): { d: string; side: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'L' });
  const places = Array.from({ length: modules.size * modules.size }, (_, at) => at).filter((at) => modules.data[at]);
  const d = places.map((at) => {
    const [x, y] = [(at % modules.size) + QUIET, Math.floor(at / modules.size) + QUIET];
    return `M${x} ${y}h1v1h-1z`;
  });
  return { d: d.join(''), side: modules.size + 2 * QUIET };
}
