import css from './hatch.module.css';

/** A number exists and is not shown; the reason is read out and stands in the title. */
export function Hatch({ reason }: { reason: string }) {
  return (
    <span className={css.hatch} title={reason}>
      <span className="visually-hidden">{reason}</span>
    </span>
  );
}
