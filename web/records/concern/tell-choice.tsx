import { closingWords, subjectOf } from '#analysis/letter/closing.ts';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { listed } from '#web/ui/words.ts';
import { actWords as words } from './act-words.ts';
import css from './concern.module.css';
import { type Choice, PickOne } from './pick-one.tsx';

export type Telling = 'resident' | 'representative' | 'none' | 'nobody';
type WritesTo = ConcernStory['writesTo'];

/** The way that is open: the resident who asked for mail, else the group, else nobody is told and that is what stands. */
export const usualTelling = ({ resident, representatives }: WritesTo): Telling =>
  resident !== null ? 'resident' : representatives.length > 0 ? 'representative' : 'nobody';

/** Who can be written to, and why the others cannot. */
export const mailChoices = ({ resident, representatives }: WritesTo): Choice<'resident' | 'representative'>[] => [
  { value: 'resident', label: words.mails.resident, about: resident ?? words.noResident, isOut: resident === null },
  {
    value: 'representative',
    label: words.mails.representative,
    about: listed(representatives) || words.noRepresentatives,
    isOut: representatives.length === 0,
  },
];

type Props = { writesTo: WritesTo; value: Telling; onPick: (value: Telling) => void; fault: string | undefined };

/** How the answer reaches them. */
export const TellChoice = ({ writesTo, value, onPick, fault }: Props) => (
  <PickOne<Telling>
    label={words.howTold}
    value={value}
    onPick={onPick}
    fault={fault}
    choices={[
      ...mailChoices(writesTo),
      { value: 'none', label: words.toldMyself, about: words.toldMyselfAbout },
      { value: 'nobody', label: words.toldNobody, about: words.toldNobodyAbout },
    ]}
  />
);

type PreviewProps = {
  concern: ConcernStory['concern'];
  closing: Parameters<typeof closingWords>[0];
  telling: Telling;
};

/** The words as they will be read, before anything is sent. */
export function Preview({ concern, closing, telling }: PreviewProps) {
  const said = closingWords(closing).trim();
  const isMail = telling === 'resident' || telling === 'representative';
  return (
    <section className={css.preview} aria-label={words.preview}>
      <h3>{telling === 'nobody' ? words.previewKept : words.preview}</h3>
      {isMail && <p className="caption">{words.subject(subjectOf(concern))}</p>}
      <p>{closing.words.trim() === '' ? <i>{words.previewEmpty}</i> : said}</p>
    </section>
  );
}
