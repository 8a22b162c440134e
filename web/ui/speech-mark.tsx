export type SpeechState = 'open' | 'overdue' | 'answered';

const SHAPE =
  'M4.7 4.8h10.7a1.64 1.64 0 0 1 1.64 1.64v9a1.64 1.64 0 0 1-1.64 1.64h-1.6L10 20.88l-3.8-3.8H4.6a1.64 1.64 0 0 1-1.64-1.64v-9A1.64 1.64 0 0 1 4.6 4.8z';

type Drawn = { state?: SpeechState; width: number; x?: number; y?: number };

/** What people say: a speech square, always with its dark edge and pale halo, so that grey print keeps it. */
export const SpeechMark = ({ state, size = 16 }: { state: SpeechState; size?: number }) => (
  <SpeechShape state={state} width={size} />
);

/** The same sign inside another drawing. */
export function SpeechShape({ state = 'open', width, ...at }: Drawn) {
  return (
    <svg {...at} width={width} height={width * 1.2} viewBox="0 0 20 24" aria-hidden="true">
      <path d={SHAPE} fill="none" stroke="var(--map-halo)" strokeWidth="3.28" />
      <path
        d={SHAPE}
        fill={state === 'answered' ? 'var(--surface)' : 'var(--concern)'}
        stroke={state === 'answered' ? 'var(--ink-2)' : 'var(--concern-edge)'}
        strokeWidth="1.23"
        strokeLinejoin="round"
      />
      {state === 'overdue' && <path d="M12 4.8h3.28a1.64 1.64 0 0 1 1.64 1.64v3.28z" fill="var(--concern-edge)" />}
    </svg>
  );
}
