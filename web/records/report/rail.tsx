import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { needsAction } from '#analysis/report/lacks.ts';
import type { Report, ReportPart } from '#data/schema/records/report.ts';
import { ReportSheet } from '#data/schema/records/report-view.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { type Check, checksOf } from './checks.ts';
import css from './report.module.css';
import { type Desk, pathOf } from './use-report.ts';
import { shortName, words } from './words.ts';

type Open = (part: string, itemId?: string | null) => void;

/** The parts with their state, what must be done before it can be sent, and the sending. */
export function Rail({ sheet, desk, part, onOpen }: { sheet: ReportSheet; desk: Desk; part: string; onOpen: Open }) {
  const { shown } = desk;
  const isDraft = shown.status === 'draft';
  return (
    <aside className={css.rail}>
      <div className={css.railHead}>
        <Link to="/reports" className={css.back ?? ''}>
          <Icon name="left" size={12} />
          {words.back}
        </Link>
        <h1>{words.heading(shown)}</h1>
        <p className="caption">
          {words.days(shown.from, shown.to)}. {isDraft ? savedWords(desk) : null}
        </p>
      </div>
      <nav aria-label={words.parts}>
        <ul>
          {shown.parts.map((each) => (
            <PartLink key={each.part} shown={shown} each={each} isHere={each.part === part} onOpen={onOpen} />
          ))}
          <li>
            <button
              type="button"
              className={part === 'summary' ? css.partOn : css.part}
              aria-current={part === 'summary' ? 'true' : undefined}
              onClick={() => onOpen('summary')}
            >
              <span className={css.letter} />
              <span className={css.partName}>
                <b>{words.summary}</b>
                <span className="caption">{words.summaryState(shown.summary.trim() !== '')}</span>
              </span>
            </button>
          </li>
        </ul>
      </nav>
      <p className={css.rule}>
        {shown.kind === 'quarterly' ? words.quarterRule(sheet.standing.dueOn) : words.monthRule(sheet.standing.dueOn)}
      </p>
      {isDraft ? <Before sheet={sheet} desk={desk} onOpen={onOpen} /> : <Sent sheet={sheet} desk={desk} />}
    </aside>
  );
}

function savedWords({ saving, shown }: Desk): string {
  if (saving === 'saving') return words.saving;
  return saving === 'waiting' ? words.unsaved : words.saved(shown.updatedAt);
}

function PartLink({ shown, each, isHere, onOpen }: { shown: Report; each: ReportPart; isHere: boolean; onOpen: Open }) {
  const left = each.items.filter(needsAction).length;
  const asks = shown.kind === 'quarterly' && (each.part === 'c' || each.part === 'd');
  const isDone = !(asks && left > 0) && (each.items.length > 0 || each.none.trim() !== '');
  const state =
    asks && each.items.length > 0
      ? each.part === 'c'
        ? words.written(each.items.length - left, each.items.length)
        : words.carried(each.items.length, left)
      : words.partState(each.items.length, each.none);
  return (
    <li>
      <button
        type="button"
        className={isHere ? css.partOn : css.part}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => onOpen(each.part)}
      >
        <span className={css.letter}>{each.part.length === 1 ? each.part : ''}</span>
        <span className={css.partName}>
          <b>{each.title}</b>
          <span className="caption">{state}</span>
        </span>
        <span className={isDone ? css.done : css.open}>
          <Icon name={isDone ? 'check' : 'fault'} size={15} />
          <span className="visually-hidden">{isDone ? words.met : words.notMet}</span>
        </span>
      </button>
    </li>
  );
}

function Before({ sheet, desk, onOpen }: { sheet: ReportSheet; desk: Desk; onOpen: Open }) {
  const [isAsking, setAsking] = useState(false);
  const checks = checksOf(sheet);
  const isReady = checks.every(({ isMet }) => isMet);
  const act = useAct([['reports']]);
  return (
    <section className={css.before}>
      <h2>{words.before}</h2>
      <ul>
        {checks.map((check) => (
          <CheckLine key={check.name} check={check} onOpen={onOpen} />
        ))}
      </ul>
      {checks.some(({ name, isMet }) => name === 'figures' && !isMet) && sheet.mayWrite && (
        <Button small icon="undo" onClick={() => void desk.act('figures')}>
          {words.refresh}
        </Button>
      )}
      {desk.trouble && (
        <Notice kind="fault" title={words.saveFailed}>
          {desk.trouble}
        </Notice>
      )}
      {sheet.mayWrite ? (
        <span className={css.send}>
          <Button
            look="filled"
            {...(isReady ? {} : { icon: 'lock' as const })}
            unavailable={isReady && desk.saving === 'saved' ? undefined : isReady ? words.unsaved : words.sendNot}
            onClick={() => setAsking(true)}
          >
            {words.send(sheet.receivesRole)}
          </Button>
        </span>
      ) : (
        <p className="caption">{words.notYours}</p>
      )}
      {isAsking && (
        <FormDialog
          title={words.sendTitle}
          sends={words.send(sheet.receivesRole)}
          act={act}
          onClose={() => setAsking(false)}
          onSend={() => void desk.act('sending').then(() => setAsking(false))}
        >
          <p>{words.sendWords(sheet.receivesRole)}</p>
        </FormDialog>
      )}
    </section>
  );
}

function CheckLine({ check, onOpen }: { check: Check; onOpen: Open }) {
  const { isMet, said, lacks } = check;
  return (
    <li className={isMet ? css.met : css.unmet}>
      {isMet ? <Icon name="check" /> : <span className={css.ring} aria-hidden="true" />}
      <div>
        <span className="visually-hidden">{isMet ? words.met : words.notMet} </span>
        {said}
        {lacks.length > 0 && (
          <details>
            <summary>{words.which(lacks.length)}</summary>
            <ul>
              {lacks.map(({ itemId, words: lack, part }) => (
                <li key={`${itemId}${lack}`}>
                  {part === null ? (
                    lack
                  ) : (
                    <button type="button" className="link" onClick={() => onOpen(part, itemId)}>
                      {lack}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

/** Once it is sent: that it stays, who has it, and what may still be done. */
function Sent({ sheet, desk }: { sheet: ReportSheet; desk: Desk }) {
  const { report, hashHolds, mayReceive, personNames } = sheet;
  const nameOf = (personId: string | null) => (personId ? (personNames[personId] ?? personId) : '');
  return (
    <section className={css.before}>
      <h2>{words.standingWords(sheet.standing)}</h2>
      {report.sentAt && <p>{words.sentBy(report.sentAt, nameOf(report.sentBy))}</p>}
      {report.receivedAt && <p>{words.received(report.receivedAt, nameOf(report.receivedBy))}</p>}
      {hashHolds ? (
        <p className={css.met}>
          <Icon name="lock" />
          <span>
            {words.holds} <span className="code">{words.hash(report.hash ?? '')}</span>
          </span>
        </p>
      ) : (
        <Notice kind="fault" title={words.holdsNot} />
      )}
      {report.amends && <p className="caption">{words.amends(shortName(report.amends))}</p>}
      {desk.trouble && (
        <Notice kind="fault" title={words.failedTitle}>
          {desk.trouble}
        </Notice>
      )}
      {sheet.mayAmend && <Amend reportId={report.reportId} />}
      {mayReceive && (
        <span className={css.send}>
          <Button look="filled" icon="check" onClick={() => void desk.act('receipt')}>
            {words.receiveIt}
          </Button>
        </span>
      )}
    </section>
  );
}

/** What was sent stays; what is wrong in it is said in a draft beside it. */
function Amend({ reportId }: { reportId: string }) {
  const navigate = useNavigate();
  const act = useAct([['reports']]);
  const amend = () =>
    act.send(async () => {
      const { report } = await send(ReportSheet, 'POST', `${pathOf(reportId)}/amendments`);
      await navigate({ to: '/reports/$reportId', params: { reportId: report.reportId } });
    });
  return (
    <>
      {act.trouble && <p role="alert">{act.trouble.message}</p>}
      <Button small onClick={() => void amend()}>
        {words.amend}
      </Button>
    </>
  );
}
