import { useEffect, useState } from 'react';
import { keepPage } from '#web/records/shared/keep-page.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import css from './intake.module.css';
import { IntakeForm } from './intake-form.tsx';
import { type Intake, type Saved, useIntake } from './use-intake.ts';
import { WaitingPanel } from './waiting-panel.tsx';
import { words } from './words.ts';

/** A concern in under a minute, with or without a connection (journey O2). */
export function IntakeScreen() {
  const intake = useIntake();
  const { knowing, draft, waiting, saved } = intake;
  const isOnline = useOnline() && !(knowing?.is === 'known' && !knowing.isFresh);
  const basemap = knowing?.is === 'known' ? knowing.known.basemap : null;
  const isKnown = knowing?.is === 'known';
  useEffect(() => {
    // what the page is built of is all here once the map is
    if (isKnown) void keepPage('/concerns/new', { basemap, loadRest: () => import('maplibre-gl') });
  }, [isKnown, basemap]);
  return (
    <main className={css.page}>
      <header className={css.top}>
        <a href="/concerns" className={css.close} aria-label={words.close}>
          <Icon name="close" size={18} />
        </a>
        <h1>{words.title}</h1>
        <Connection isOnline={isOnline} waiting={isKnown ? waiting.length : 0} />
      </header>
      <div className={css.column}>
        <Door knowing={knowing} onAgain={() => void intake.sync()} />
        {isKnown && saved && <SavedNotice saved={saved} />}
        {isKnown && <WaitingPanel {...intake} />}
        {isKnown && draft && <IntakeForm {...intake} known={knowing.known} draft={draft} isOnline={isOnline} />}
      </div>
    </main>
  );
}

function useOnline(): boolean {
  const [isOnline, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return isOnline;
}

function Connection({ isOnline, waiting }: { isOnline: boolean; waiting: number }) {
  const said = waiting > 0 ? words.keptCount(waiting) : isOnline ? words.online : words.kept;
  return (
    <span className={isOnline && waiting === 0 ? css.quietState : css.state} role="status">
      {!isOnline && <NoSignal />}
      {said}
    </span>
  );
}

const NoSignal = () => (
  <svg
    width="16"
    height="16"
    viewBox="0 0 16 16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    aria-hidden="true"
  >
    <path d="M2 6a9 9 0 0 1 12 0M4.4 8.8a5.4 5.4 0 0 1 7.2 0M6.7 11.3a2 2 0 0 1 2.6 0M2.4 2.4l11.2 11.2" />
  </svg>
);

function Door({ knowing, onAgain }: { knowing: Intake['knowing']; onAgain: () => void }) {
  if (knowing === null) {
    return (
      <div className={css.form} role="status" aria-label={words.loading}>
        <Skeleton height={72} />
        <Skeleton height={190} />
        <Skeleton height={104} />
      </div>
    );
  }
  if (knowing.is === 'signed-out') {
    return (
      <Notice kind="locked" title={words.signedOutTitle} actions={<a href="/">{words.signIn}</a>}>
        {words.signedOut}
      </Notice>
    );
  }
  if (knowing.is === 'unknown') {
    return (
      <Notice kind="fault" title={words.unknownTitle} actions={<Button onClick={onAgain}>{words.again}</Button>}>
        {words.unknown}
      </Notice>
    );
  }
  return null;
}

function SavedNotice({ saved: { outcome } }: { saved: Saved }) {
  if (outcome.is === 'unsent') {
    return (
      <Notice kind="plain" title={words.keptTitle}>
        {words.keptWords}
      </Notice>
    );
  }
  if (outcome.is === 'taken') {
    const { concern, groups, owner } = outcome.filed;
    const open = <a href={`/concerns/${concern.concernId}`}>{words.open(concern.concernId)}</a>;
    return (
      <Notice kind="plain" title={words.saved(concern.concernId)} actions={open}>
        {words.savedWords(groups.join(', '), owner)}
      </Notice>
    );
  }
  return (
    <Notice kind="fault" title={words.refusedTitle}>
      {outcome.why}
    </Notice>
  );
}
