import { create } from 'qrcode';
import { useMemo } from 'react';

const QUIET = 4; // modules of ground around it, without which phones do not find it

type Props = {
  text: string;
  label: string;
  correction?: 'L' | 'M'; // L: larger squares, read from farther away
  className?: string | undefined;
};

/** A code for the camera of a phone, dark on pale (`--qr-paper`, `--qr-ink`): phones read no other. */
export function QrCode({ text, label, correction = 'M', className }: Props) {
  const { size, path } = useMemo(() => drawn(text, correction), [text, correction]);
  const side = size + 2 * QUIET;
  return (
    <svg className={className} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label}>
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="var(--qr-paper, #fff)" />
      <path d={path} fill="var(--qr-ink, #000)" shapeRendering="crispEdges" />
    </svg>
  );
}

function drawn(text: string, errorCorrectionLevel: 'L' | 'M') {
  const { size, data } = create(text, { errorCorrectionLevel }).modules;
  const dark = [...data].flatMap((bit, at) => (bit ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []));
  return { size, path: dark.join('') };
}
