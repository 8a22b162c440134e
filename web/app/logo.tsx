/** The mark: a speech square with a beat in it. */
export function Logo() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path d="M2.5 3.5h17v11.4h-8.2l-3.5 4-1.3-4H2.5z" fill="var(--ink)" />
      <path
        d="M5.4 9.4h2.4l1.5-3 2.4 5.4 1.6-2.4h3.3"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.5"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
