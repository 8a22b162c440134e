import { createContext, type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react';

/** A page in wall pixels; one of them is `u` CSS pixels. */
export type PageSize = { width: number; height: number; u: number };

export const Size = createContext<PageSize>({ width: 1920, height: 940, u: 1 });
export const usePageSize = (): PageSize => useContext(Size);

/** What the style sheet makes of 1000 wall pixels tells how many CSS pixels one is, whoever set it. */
const RULER = 1000;

/** Measures the page and its ruler, at once and whenever either changes. */
export function useMeasuredPage(): [
  page: RefObject<HTMLElement | null>,
  ruler: RefObject<HTMLElement | null>,
  size: PageSize | null,
] {
  const page = useRef<HTMLElement>(null);
  const ruler = useRef<HTMLElement>(null);
  const [size, setSize] = useState<PageSize | null>(null);
  useLayoutEffect(() => {
    if (!page.current || !ruler.current) return;
    const [measured, length] = [page.current, ruler.current];
    const measure = () => {
      const u = length.offsetWidth / RULER || 1;
      const now = { width: measured.clientWidth / u, height: measured.clientHeight / u, u };
      setSize((was) => (was && isSame(was, now) ? was : now));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(measured);
    watch.observe(length);
    return () => watch.disconnect();
  }, []);
  return [page, ruler, size];
}

const isSame = (a: PageSize, b: PageSize): boolean => a.width === b.width && a.height === b.height && a.u === b.u;

/** An element's own size in CSS pixels; null until it is known. */
export function useBox<Kind extends HTMLElement>(): [
  ref: RefObject<Kind | null>,
  box: { width: number; height: number } | null,
] {
  const ref = useRef<Kind>(null);
  const [box, setBox] = useState<{ width: number; height: number } | null>(null);
  useLayoutEffect(() => {
    if (!ref.current) return;
    const measured = ref.current;
    const measure = () => {
      const now = { width: measured.clientWidth, height: measured.clientHeight };
      setBox((was) => (was?.width === now.width && was.height === now.height ? was : now));
    };
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(measured);
    return () => watch.disconnect();
  }, []);
  return [ref, box];
}
