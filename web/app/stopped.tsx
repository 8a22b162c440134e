import { Component, type ReactNode } from 'react';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './shell.module.css';
import { words } from './words.ts';

/** What a screen that failed leaves behind: words, and a way on. */
export function Stopped({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div className={css.stopped}>
      <Notice
        kind="fault"
        title={words.brokenTitle}
        actions={
          <>
            <Button onClick={onRetry}>{words.again}</Button>
            <Button look="quiet" onClick={() => window.location.assign('/')}>
              {words.backToExplore}
            </Button>
          </>
        }
      >
        <p>{error instanceof Error ? error.message : String(error)}</p>
        <p>{words.broken}</p>
      </Notice>
    </div>
  );
}

/** Catches what fails while the whole page is drawn, outside any screen. */
export class LastResort extends Component<{ children: ReactNode }, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <Stopped error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}
