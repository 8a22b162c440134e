import css from './verdict-mark.module.css';

/** How unusual something is. Shape, word and luminance carry it; never hue. */
export type Unusualness = 'usual' | 'watch' | 'unusual' | 'not-judged';

const WORDS: Record<Unusualness, string> = {
  usual: 'Usual',
  watch: 'Watch',
  unusual: 'Unusual',
  'not-judged': 'Not judged',
};

/** The sign alone: only where its word stands in the same row. */
export function VerdictGlyph({ verdict, size = 12 }: { verdict: Unusualness; size?: number }) {
  return (
    <svg className={css[verdict]} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
      {verdict === 'usual' && <circle cx="6" cy="6" r="4.4" fill="none" stroke="currentColor" strokeWidth="1.6" />}
      {verdict === 'watch' && (
        <>
          <path d="M1.8 1.8h8.4v8.4H1.8z" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M1.8 6h8.4v4.2H1.8z" fill="currentColor" />
        </>
      )}
      {verdict === 'unusual' && <path d="M6 .2 11.8 6 6 11.8.2 6z" fill="currentColor" />}
      {verdict === 'not-judged' && (
        <circle
          cx="6"
          cy="6"
          r="4.4"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeDasharray="1.4 1.9"
          strokeLinecap="round"
        />
      )}
    </svg>
  );
}

/** Sign and word together, the usual way to show a verdict. */
export function VerdictMark({ verdict }: { verdict: Unusualness }) {
  return (
    <span className={`${css.mark} ${css[`chip-${verdict}`]}`}>
      <VerdictGlyph verdict={verdict} />
      {WORDS[verdict]}
    </span>
  );
}
