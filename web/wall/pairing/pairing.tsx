import { type ReactNode, useEffect, useState } from 'react';
import type { PairingOffer } from '#data/schema/wall-device.ts';
import { QrCode } from '#web/wall/qr-code.tsx';
import css from './pairing.module.css';
import { type Shown, usePairing } from './use-pairing.ts';
import { leftInWords, words } from './words.ts';

/**
 * What a screen shows that nobody has paired yet: a code, and where to type it. Fills its parent, which sets `--u`.
 * `onIn` once the screen holds a session.
 */
export function Pairing({ onIn }: { onIn: () => void }) {
  const { shown, startAnew } = usePairing(onIn);
  return (
    <div className={css.frame}>
      <State shown={shown} onAnew={startAnew} />
    </div>
  );
}

function State({ shown, onAnew }: { shown: Shown; onAnew: () => void }) {
  switch (shown.is) {
    case 'code':
      return <Code offer={shown.offer} isAway={shown.isAway} />;
    case 'asking':
      return <Told title={words.asking} lead={words.askingLead} />;
    case 'away':
      return <Told title={words.away} lead={words.awayLead} />;
    case 'refused':
      return (
        <Told title={words.refused} lead={words.refusedLead}>
          <p className={css.said}>{shown.why}</p>
        </Told>
      );
    case 'revoked':
      return (
        <Told title={words.revoked} lead={words.revokedLead}>
          {/* biome-ignore lint/a11y/noAutofocus: a kiosk has one key, Enter, and nothing else to press */}
          <button type="button" className={css.button} onClick={onAnew} autoFocus>
            {words.anew}
          </button>
          <p>{words.anewHint}</p>
        </Told>
      );
    case 'cannot':
      return <Cannot />;
  }
}

function Code({ offer, isAway }: { offer: PairingOffer; isAway: boolean }) {
  const address = offer.address ?? `${location.origin}/walls`;
  const opened = `${address}?code=${offer.code}`;
  const left = useSecondsLeft(offer);
  return (
    <section className={css.pairing} aria-label={words.pair}>
      <div className={css.main}>
        <h1>{words.pair}</h1>
        <ol className={css.steps}>
          <li>
            {words.open} <b>{withoutScheme(address)}</b>
          </li>
          <li>{words.type}</li>
          <li>{words.begins}</li>
        </ol>
        <output className={css.code} aria-label={words.code}>
          {offer.code.split('-').map((group) => (
            <span key={group}>{group}</span>
          ))}
        </output>
        <p className={css.left}>{isAway ? words.awayNow : words.newCodeIn(leftInWords(left))}</p>
      </div>
      <figure className={css.scan}>
        <QrCode className={css.qr} text={opened} label={words.qr(opened)} />
        <figcaption>{words.scan}</figcaption>
      </figure>
    </section>
  );
}

function Told({ title, lead, children }: { title: string; lead: string; children?: ReactNode }) {
  return (
    <section className={css.told} aria-live="polite">
      <h1>{title}</h1>
      <p>{lead}</p>
      {children}
    </section>
  );
}

function Cannot() {
  if (globalThis.isSecureContext) return <Told title={words.cannot} lead={words.cannotOld} />;
  return (
    <Told title={words.cannot} lead={words.cannotLead}>
      <p>
        {words.cannotDo} <b>{`https://${location.hostname}/wall`}</b>
      </p>
      <p>{words.cannotElse}</p>
    </Told>
  );
}

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '');

/** Counted by this browser's own running clock: the server's may be another. */
function useSecondsLeft(offer: PairingOffer): number {
  const [left, setLeft] = useState(offer.seconds);
  useEffect(() => {
    const until = performance.now() + offer.seconds * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((until - performance.now()) / 1000)));
    count();
    const timer = setInterval(count, 1000);
    return () => clearInterval(timer);
  }, [offer]);
  return left;
}
