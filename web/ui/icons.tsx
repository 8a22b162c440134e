import type { ReactNode } from 'react';

const PATHS = {
  search: (
    <>
      <circle cx="7" cy="7" r="4.4" />
      <path d="m10.4 10.4 3.2 3.2" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.6V8l2.4 1.6" />
    </>
  ),
  down: <path d="m4 6.2 4 4 4-4" />,
  right: <path d="m6 4 4 4-4 4" />,
  left: <path d="m10 4-4 4 4 4" />,
  up: <path d="m4 9.8 4-4 4 4" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3 8.5 3.2 3.2L13 5" />,
  link: (
    <path d="M6.8 9.2a2.4 2.4 0 0 0 3.4 0l2.2-2.2a2.4 2.4 0 1 0-3.4-3.4l-.7.7M9.2 6.8a2.4 2.4 0 0 0-3.4 0L3.6 9a2.4 2.4 0 1 0 3.4 3.4l.7-.7" />
  ),
  map: <path d="m2.5 4.2 3.7-1.4 3.6 1.4 3.7-1.4v9l-3.7 1.4-3.6-1.4-3.7 1.4zM6.2 2.8v9M9.8 4.2v9" />,
  bars: <path d="M3 13V9M6.4 13V4.6M9.8 13V7.4M13.2 13V2.8" />,
  table: <path d="M2.5 3.5h11v9h-11zM2.5 6.6h11M6.4 3.5v9" />,
  export: <path d="M8 2.6v7.2M5 7l3 3 3-3M2.8 11v2.4h10.4V11" />,
  polygon: <path d="m3 6 4.6-3.4L13 6.4l-2 6.2H4.6z" />,
  circle: (
    <>
      <circle cx="8" cy="8" r="5.4" />
      <path d="M8 8h5.2" />
    </>
  ),
  lock: (
    <>
      <rect x="3.4" y="7" width="9.2" height="6.4" rx="1" />
      <path d="M5.4 7V5.2a2.6 2.6 0 0 1 5.2 0V7" />
    </>
  ),
  fault: (
    <>
      <path d="M5.6 2.2h4.8l3.4 3.4v4.8l-3.4 3.4H5.6l-3.4-3.4V5.6z" />
      <path d="M8 5v3.6M8 10.8v.1" />
    </>
  ),
  play: <path d="M5 3.4v9.2L12.4 8z" />,
  stop: <path d="M4.4 4.4h7.2v7.2H4.4z" />,
  moon: <path d="M13 9.6A5.6 5.6 0 0 1 6.4 3 5.6 5.6 0 1 0 13 9.6z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.6v1.6M8 12.8v1.6M1.6 8h1.6M12.8 8h1.6M3.5 3.5l1.1 1.1M11.4 11.4l1.1 1.1M12.5 3.5l-1.1 1.1M4.6 11.4l-1.1 1.1" />
    </>
  ),
  menu: <path d="M2.6 4.6h10.8M2.6 8h10.8M2.6 11.4h10.8" />,
  undo: <path d="M5.6 3.4 2.8 6.2 5.6 9M3 6.2h6.2a3.4 3.4 0 1 1 0 6.8H6.4" />,
} satisfies Record<string, ReactNode>;
export type IconName = keyof typeof PATHS;

/** A line icon; it decorates a word and is hidden from a screen reader. */
export function Icon({ name, size = 14 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {PATHS[name]}
    </svg>
  );
}
