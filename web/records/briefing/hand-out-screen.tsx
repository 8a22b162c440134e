import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { HandOut, HandOutFacts } from '#data/schema/records/hand-out.ts';
import { ApiFailed } from '#web/api.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { BackToGroup } from './back-to-group.tsx';
import builderCss from './builder.module.css';
import { fileOf } from './file-button.tsx';
import { Files } from './files.tsx';
import css from './hand-out.module.css';
import { handOutWords } from './hand-out-words.ts';
import { Preview, type Print } from './preview.tsx';
import { RecountPart } from './recount-part.tsx';
import { useHandOut } from './use-hand-out.ts';
import { UsedPart } from './used-part.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';
import { words } from './words.ts';

/** `/hand-outs/$handOutId`: a page that was released, as it was told, with its files and what became of its numbers. */
export function HandOutScreen() {
  const { handOutId = '' } = useParams({ strict: false });
  const mayRead = useMay('hand-out.read');
  const { data, error, refetch } = useHandOut(handOutId);
  if (data) return <Page key={handOutId} handOut={data.handOut} facts={data.facts} />;
  return (
    <div className={builderCss.screen}>
      <div className={builderCss.alone}>
        <h1 className="visually-hidden">{handOutWords.title}</h1>
        {!mayRead && <Notice kind="locked" title={handOutWords.forbidden} />}
        {error && <Unread error={error} onRetry={() => void refetch()} />}
        {mayRead && !error && (
          <div role="status" aria-label={handOutWords.loading}>
            <Skeleton height={320} />
          </div>
        )}
      </div>
    </div>
  );
}

function Unread({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const isFinal = error instanceof ApiFailed && (error.status === 403 || error.status === 404);
  return (
    <Quiet title={handOutWords.failed} actions={!isFinal && <Button onClick={onRetry}>{handOutWords.again}</Button>}>
      {error.message}
    </Quiet>
  );
}

function Page({ handOut, facts }: { handOut: HandOut; facts: HandOutFacts }) {
  const { handOutId, groupId, withdrawnAt, withdrawnWhy } = handOut;
  const [print, setPrint] = useState<Print>({ language: 'en', paper: 'letter' });
  return (
    <div className={builderCss.screen}>
      <Head handOut={handOut} facts={facts} />
      <div className={builderCss.columns} data-shows="both">
        <div className={builderCss.choose}>
          {withdrawnAt !== null && (
            <Notice kind="stale" title={handOutWords.withdrawnTitle(withdrawnAt)}>
              {withdrawnWhy}
            </Notice>
          )}
          <Files handOut={handOut} facts={facts} />
          <RecountPart handOutId={handOutId} />
          <UsedPart handOut={handOut} facts={facts} />
          <p className={css.onward}>
            <Link to="/groups/$groupId/briefing" params={{ groupId }} className="link">
              {handOutWords.toBuilder}
            </Link>
          </p>
        </div>
        <div className={builderCss.page}>
          <Preview
            pathOf={({ language, paper }) => `${fileOf(handOutId, `${language}.html`)}?paper=${paper}`}
            print={print}
            onPrint={setPrint}
          />
        </div>
      </div>
    </div>
  );
}

function Head({ handOut, facts }: { handOut: HandOut; facts: HandOutFacts }) {
  const { nowLocal } = useSession();
  const { nameOf } = useConcernNames();
  const mayWrite = useMay('hand-out.write');
  const [isWithdrawing, setWithdrawing] = useState(false);
  const { groupId, releasedBy, releasedAt, withdrawnAt, code } = handOut;
  return (
    <header className={builderCss.top}>
      <div className={builderCss.which}>
        <BackToGroup groupId={groupId} />
        <h1>{handOutWords.titleOf(facts.groupName)}</h1>
        <p className={builderCss.facts}>
          <span>{words.windowOf(facts)}</span>
          <span>{handOutWords.released(nameOf(releasedBy), releasedAt, nowLocal)}</span>
          <span>
            {handOutWords.code} <span className="code">{code}</span>
          </span>
        </p>
      </div>
      {mayWrite && withdrawnAt === null && (
        <div className={builderCss.acts}>
          <Button look="quiet" onClick={() => setWithdrawing(true)}>
            {words.withdraw}
          </Button>
        </div>
      )}
      {isWithdrawing && <WithdrawDialog handOut={handOut} onClose={() => setWithdrawing(false)} />}
    </header>
  );
}
