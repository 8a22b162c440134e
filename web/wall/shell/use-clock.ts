import { useEffect, useState } from 'react';

/** This browser's running clock, told once a second. */
export function useSeconds(): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export type Viewport = { readonly width: number; readonly height: number };

export function useViewport(): Viewport {
  const [viewport, setViewport] = useState<Viewport>(viewportNow);
  useEffect(() => {
    const onResize = () => setViewport(viewportNow());
    addEventListener('resize', onResize);
    return () => removeEventListener('resize', onResize);
  }, []);
  return viewport;
}

const viewportNow = (): Viewport => ({ width: innerWidth, height: innerHeight });
