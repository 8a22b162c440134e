import { QrCode } from '#web/wall/qr-code.tsx';
import css from './desk-code.module.css';
import { words } from './words.ts';

/** Opens the same question at the desk: to type, or to scan from a step or two away. */
export function DeskCode({ code }: { code: string }) {
  const address = new URL(`/wall-code/${code}`, location.origin).href;
  return (
    <div className={css.code}>
      <QrCode className={css.squares} text={address} label={words.scan(code)} correction="L" />
      <p>
        {words.deskCode} <b>{code}</b>
      </p>
    </div>
  );
}
