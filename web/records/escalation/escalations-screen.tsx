import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { EscalationList } from '#data/schema/records/escalation.ts';
import type { Notice as Told } from '#data/schema/records/notice.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { AcknowledgeDialog } from '#web/records/shared/acknowledge-dialog.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Quiet } from '#web/ui/notice.tsx';
import { EscalationCard } from './escalation-card.tsx';
import css from './escalations.module.css';
import { words } from './words.ts';

/** `/escalations`: what leadership must know, those that wait for the reader first. */
export function EscalationsScreen() {
  const asked = useQuery({
    queryKey: ['escalations'],
    queryFn: () => getJson(EscalationList, '/api/records/escalations'),
    refetchOnMount: 'always',
  });
  const { data } = asked;
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{words.title}</h1>
        <Sweep />
      </header>
      {!data && (
        <Awaited
          query={asked}
          failed={words.failedTitle}
          forbidden={words.forbiddenTitle}
          reading={words.loading}
          height={200}
        />
      )}
      {data && <Listed list={data} />}
    </div>
  );
}

const Swept = z.object({ found: z.number(), told: z.number() });

/** For who triages: not to wait for the night's own look. */
function Sweep() {
  const may = useMay('concern.triage');
  const act = useAct([['escalations']]);
  const [swept, setSwept] = useState<z.infer<typeof Swept> | null>(null);
  if (!may) return null;
  const look = () => act.send(async () => setSwept(await send(Swept, 'POST', '/api/records/escalations/sweep')));
  return (
    <div className={css.sweep}>
      <span role="status">{act.trouble?.message ?? (swept && words.swept(swept.found, swept.told))}</span>
      <Button onClick={() => void look()}>{words.sweep}</Button>
    </div>
  );
}

function Listed({ list }: { list: EscalationList }) {
  const { role } = useSession();
  const [answering, setAnswering] = useState<Told | null>(null);
  const isWaiting = ({ acknowledgments }: Told) => acknowledgments.length === 0;
  const waiting = list.notices.filter((told) => isWaiting(told) && told.toRole === role);
  const others = list.notices.filter((told) => isWaiting(told) && told.toRole !== role);
  const read = list.notices.filter((told) => !isWaiting(told));
  const at = useSteps(waiting, setAnswering, answering !== null);
  if (list.notices.length === 0) return <Quiet title={words.noneTitle}>{words.none}</Quiet>;
  const section = (title: string, notices: Told[], isMine: boolean) =>
    notices.length > 0 && (
      <section>
        <h2 className={css.heading}>{title}</h2>
        <ol className={css.cards} ref={isMine ? at : undefined}>
          {notices.map((told) => (
            <EscalationCard
              key={told.noticeId}
              told={told}
              list={list}
              onAnswer={isMine ? () => setAnswering(told) : null}
            />
          ))}
        </ol>
      </section>
    );
  return (
    <>
      <p className="answer">{words.answer(waiting.length)}</p>
      <p className={css.note}>
        {words.clause} {waiting.length > 0 && words.keys}
      </p>
      <div className={css.lists}>
        {section(words.waiting, waiting, true)}
        {section(words.others, others, false)}
        {section(words.read, read, false)}
      </div>
      {answering && (
        <AcknowledgeDialog
          told={list.notices.find(({ noticeId }) => noticeId === answering.noticeId) ?? answering}
          onClose={() => setAnswering(null)}
        />
      )}
    </>
  );
}

/** J and K step through the waiting ones, A answers the one in focus. */
function useSteps(waiting: readonly Told[], onAnswer: (told: Told) => void, isBusy: boolean) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (isBusy) return undefined;
    const onKeyDown = (event: KeyboardEvent) => {
      const cards = [...(list.current?.children ?? [])].filter((card) => card instanceof HTMLElement);
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select');
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey || cards.length === 0) return;
      const now = cards.findIndex((card) => card.contains(document.activeElement));
      const key = event.key.toLowerCase();
      const told = waiting[Math.max(0, now)];
      if (key === 'j' || key === 'k')
        cards[Math.min(cards.length - 1, Math.max(0, now + (key === 'j' ? 1 : -1)))]?.focus();
      else if (key === 'a' && told) onAnswer(told);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [waiting, onAnswer, isBusy]);
  return list;
}
