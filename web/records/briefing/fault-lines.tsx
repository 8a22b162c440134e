import type { HandOutFault } from '#data/schema/records/hand-out.ts';
import { Icon } from '#web/ui/icons.tsx';
import css from './parts.module.css';
import { words } from './words.ts';

/** What the release check found in an item, where the item stands. */
export function FaultLines({ faults }: { faults: readonly HandOutFault[] }) {
  return faults.map((fault) => (
    <p key={faultKey(fault)} className={css.fault}>
      <Icon name="fault" size={13} />
      <span>
        {fault.text !== '' && <b>{words.found(fault.text)} </b>}
        {fault.message}
      </span>
    </p>
  ));
}

export const faultKey = ({ itemId, field, language, kind, text }: HandOutFault): string =>
  [itemId, field, language, kind, text].join('/');
