import { useState } from 'react';
import { hoursBetween, momentInWords } from '#web/ask/date-words.ts';
import { useDesk } from '#web/ask/desk.tsx';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { listed } from '#web/ui/words.ts';
import { FormerCalls } from './former-calls.tsx';
import css from './shell.module.css';
import { words } from './words.ts';

/** What must be known before any number is read: calls that are old, years that could not be used. */
export function DeskNotices() {
  const [hidden, setHidden] = useState<string[]>([]);
  const notices = useNotices().filter(({ key }) => !hidden.includes(key));
  return (
    <div className={css.notices}>
      <FormerCalls />
      {notices.map(({ key, kind, title, body }) => (
        <Notice
          key={key}
          kind={kind}
          inline
          title={title}
          actions={
            <Button small onClick={() => setHidden([...hidden, key])}>
              {words.dismiss}
            </Button>
          }
        >
          {body}
        </Notice>
      ))}
    </div>
  );
}

function useNotices(): { key: string; kind: 'stale' | 'fault'; title: string; body: string }[] {
  const { opened, session } = useDesk();
  const { manifest, unreadable } = opened;
  const age = hoursBetween(manifest.cutoffLocal, session.nowLocal);
  const every = Math.min(
    ...manifest.sources.map(({ expectedEveryHours }) => expectedEveryHours ?? Number.POSITIVE_INFINITY),
  );
  const stale =
    age > every && !opened.isFormer
      ? [
          {
            key: 'stale',
            kind: 'stale' as const,
            title: words.staleTitle(age),
            body: words.stale(momentInWords(manifest.cutoffLocal, session.nowLocal), every),
          },
        ]
      : [];
  if (unreadable.length === 0) return stale;
  const missing = new Set(unreadable.map(({ year }) => year));
  const shown = manifest.extracts.map(({ year }) => year).filter((year) => !missing.has(year));
  const are = shown.length === 1 ? 'is' : 'are';
  return [
    ...stale,
    {
      key: 'unread',
      kind: 'fault' as const,
      title: words.unreadTitle(listed([...missing].map(String), 6)),
      body: words.unread(shown.length === 0 ? 'Nothing is' : `${listed(shown.map(String), 6)} ${are}`),
    },
  ];
}
