import type { ReactNode } from 'react';
import type { AuditVerdict } from '#data/schema/records/audit.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './audit.module.css';
import { useVerdict } from './use-audit.ts';
import { words } from './words.ts';

/** Whether anybody changed a line from outside, or made the whole chain anew: the first thing an auditor asks. */
export function ChainVerdict() {
  const { data, error, isFetching, refetch } = useVerdict(true);
  const again = (
    <Button unavailable={isFetching ? words.judging : undefined} onClick={() => void refetch()}>
      {words.judge}
    </Button>
  );
  if (error) {
    return (
      <Notice kind="fault" title={words.unjudged} actions={again}>
        {error.message}
      </Notice>
    );
  }
  const isSound = data && data.brokenAt === null && data.heads.astray === null && data.heads.unreadableAt === null;
  return (
    <>
      {data && !isSound && <Faults verdict={data} again={again} />}
      {(!data || isSound) && (
        <div className={css.verdict}>
          <p className="answer" role="status">
            {data && <Icon name="check" size={16} />} {data ? words.whole(data.lines) : words.judging}
          </p>
          {data && again}
        </div>
      )}
      {data && isSound && <p>{headsInWords(data.heads)}</p>}
      {data?.heads.restores.map(({ at, backupOf, cameTo, lostTo }) => (
        <Notice key={at} kind="plain" title={words.cameBack(asMoment(at), asMoment(backupOf))}>
          {words.cameTo(cameTo)} {lostTo !== null && words.lost(lostTo)}
        </Notice>
      ))}
    </>
  );
}

function Faults({ verdict: { lines, brokenAt, heads }, again }: { verdict: AuditVerdict; again: ReactNode }) {
  const { astray, unreadableAt } = heads;
  return (
    <>
      {brokenAt !== null && (
        <Notice kind="fault" title={words.broken(brokenAt)} actions={again}>
          {words.brokenMore}
        </Notice>
      )}
      {astray !== null && (
        <Notice kind="fault" title={(astray.isMissing ? words.missing : words.replaced)(astray.number)} actions={again}>
          {astray.isMissing ? words.missingMore(lines, asMoment(astray.at)) : words.replacedMore(asMoment(astray.at))}{' '}
          {astray.goodTo ? words.goodTo(astray.goodTo.number, asMoment(astray.goodTo.at)) : words.noneGood}{' '}
          {words.outside}
        </Notice>
      )}
      {unreadableAt !== null && (
        <Notice kind="fault" title={words.unreadable(unreadableAt)} actions={again}>
          {words.unreadableMore}
        </Notice>
      )}
    </>
  );
}

const headsInWords = ({ kept, last }: AuditVerdict['heads']): string =>
  last === null ? words.noHead : words.agree(kept, last.number, asMoment(last.at));

/** As the lines below tell theirs. */
const asMoment = (at: string): string => at.slice(0, 16).replace('T', ' ');
