import type { HandOutDesk, HandOutDraftFields } from '#data/schema/records/hand-out.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './builder.module.css';
import { FIELDS, wordsAt } from './choices.ts';
import { nameOf } from './name-of.ts';
import type { Draft } from './use-draft.ts';
import { words } from './words.ts';

/** Two people worked at the same page: both are shown where they differ, and a person chooses. */
export function Clash({ desk, draft, theirs }: { desk: HandOutDesk; draft: Draft; theirs: HandOutDraftFields }) {
  const mine = tellOf(desk, draft.fields);
  const other = tellOf(desk, theirs);
  const differing = Object.keys({ ...mine, ...other }).filter((key) => mine[key] !== other[key]);
  return (
    <Notice
      kind="stale"
      title={words.clashTitle}
      actions={
        <>
          <Button onClick={draft.keepMine}>{words.keepMine}</Button>
          <Button onClick={draft.takeTheirs}>{words.takeTheirs}</Button>
        </>
      }
    >
      {words.clash}
      {differing.map((key) => (
        <dl key={key} className={css.both}>
          <dt>{key}</dt>
          <dd>
            <b>{words.yours}</b> {mine[key] || words.none}
          </dd>
          <dd>
            <b>{words.theirs}</b> {other[key] || words.none}
          </dd>
        </dl>
      ))}
    </Notice>
  );
}

/** All that a draft says, by what it is about. */
function tellOf({ offered, meetings }: HandOutDesk, { from, to, meetingId, choices }: HandOutDraftFields) {
  const byId = new Map(offered.map((item) => [item.itemId, item]));
  const meeting = meetings.find((each) => each.meetingId === meetingId);
  const told: Record<string, string> = {
    [words.clashDays]: words.windowOf({ from, to }),
    [words.clashMeeting]: meeting ? words.meetingOf(meeting) : words.noMeeting,
    [words.clashItems]: choices.items
      .flatMap((itemId) => byId.get(itemId) ?? [])
      .map((item) => nameOf(item, choices))
      .join('; '),
    [words.clashLine]: bothTongues(choices.line ?? { en: '', es: null }),
  };
  for (const item of offered) {
    if (!choices.words[item.itemId]) continue;
    const said = FIELDS[item.part].map((field) => bothTongues(wordsAt(item, choices, field)));
    told[item.itemId] = said.filter((each) => each !== '').join(' / ');
  }
  return told;
}

const bothTongues = ({ en, es }: { en: string; es: string | null }): string =>
  [en, es ?? ''].filter(Boolean).join(' / ');
