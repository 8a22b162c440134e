import { Link } from '@tanstack/react-router';
import type { HandOutFault } from '#data/schema/records/hand-out.ts';
import { Icon } from '#web/ui/icons.tsx';
import css from './check.module.css';
import { faultKey } from './fault-lines.tsx';
import type { Refusal } from './use-refusals.ts';
import { words } from './words.ts';

type Props = {
  faults: readonly HandOutFault[];
  refusals: readonly Refusal[]; // languages in which there is no page to print
  isCurrent: boolean; // false while something is not kept yet: then it is about the page as it was
  onPoint: (fault: HandOutFault) => void;
};

/** What stands between the page and its release, each a way to where it is mended. */
export function CheckPart({ faults, refusals, isCurrent, onPoint }: Props) {
  if (faults.length + refusals.length === 0) {
    return (
      <p className={css.passes} role="status">
        <Icon name="check" />
        {isCurrent ? words.checkPasses : words.checkReading}
      </p>
    );
  }
  return (
    <section className={css.check} aria-label={words.check} aria-busy={!isCurrent}>
      <p className={css.head} role="status">
        <Icon name="fault" />
        <b>{words.checkFaults(faults.length + refusals.length)}</b>
      </p>
      <ul>
        {refusals.map(({ language, why }) => (
          <li key={language}>
            <span className={css.page}>{words.pageIn(language)}</span>
            <span>{why}</span>
          </li>
        ))}
        {faults.map((fault) => (
          <li key={faultKey(fault)}>
            <Where fault={fault} onPoint={onPoint} />
            <span>
              {fault.text !== '' && <b>{words.found(fault.text)} </b>}
              {fault.message}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Where({ fault, onPoint }: { fault: HandOutFault; onPoint: Props['onPoint'] }) {
  const { itemId, kind, field, language } = fault;
  if (itemId !== null) {
    return (
      <button type="button" className={css.where} onClick={() => onPoint(fault)}>
        {words.placeOf(itemId, field, language)}
      </button>
    );
  }
  if (kind === 'no-phone') {
    return (
      <Link to="/settings" className={css.where ?? ''}>
        {words.toSettings}
      </Link>
    );
  }
  return <span className={css.page}>{words.wholePage}</span>;
}
