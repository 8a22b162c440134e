import { useEffect, useState } from 'react';

const QUIET = 4; // modules of white around it, without which phones do not find it

/** A code for the camera of a phone, dark on white: phones read no other. */
export function QrCode({ text, label, className }: { text: string; label: string; className?: string | undefined }) {
  const [drawn, setDrawn] = useState<{ size: number; path: string } | null>(null);
  useEffect(() => {
    let isOver = false;
    void import('qrcode').then(({ default: { create } }) => {
      if (!isOver) setDrawn(pathOf(create(text, { errorCorrectionLevel: 'M' }).modules));
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  if (drawn === null) return <div className={className} />;
  const side = drawn.size + 2 * QUIET;
  return (
    <svg className={className} viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`} role="img" aria-label={label}>
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#fff" />
      <path d={drawn.path} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

function pathOf({ size, data }: { size: number; data: Uint8Array }) {
  const dark = [...data].flatMap((bit, at) => (bit ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []));
  return { size, path: dark.join('') };
}
