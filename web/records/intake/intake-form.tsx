import { useId } from 'react';
import { soundsAboutOfficer } from '#data/codes/officer-words.ts';
import { Button } from '#web/ui/button.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { AlikeOffer } from './alike-offer.tsx';
import { clockSince, type Draft, emptyDraft } from './draft.ts';
import css from './intake.module.css';
import type { Known } from './kept-on-phone.ts';
import { MoreFields } from './more-fields.tsx';
import { PlaceField } from './place-field.tsx';
import type { Intake } from './use-intake.ts';
import { words } from './words.ts';

type Props = { known: Known; draft: Draft; isOnline: boolean } & Pick<Intake, 'write' | 'save' | 'keepStreets'>;

/** Three questions; the rest is folded. */
export function IntakeForm({ known, draft, isOnline, write, save, keepStreets }: Props) {
  const isAsked = draft.aboutOfficer === 'not-asked' && soundsAboutOfficer(draft.words);
  const why = blocked(draft, isAsked);
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (why === undefined) void save();
      }}
    >
      <Wrong draft={draft} write={write} />
      {(isAsked || draft.aboutOfficer === 'yes') && <AboutOfficer known={known} draft={draft} write={write} />}
      <PlaceField known={known} draft={draft} write={write} onStreets={keepStreets} />
      <Deeds draft={draft} write={write} />
      <AlikeOffer draft={draft} write={write} heardAt={clockSince(known.nowLocal, known.readAt, Date.now())} />
      <Safety draft={draft} write={write} />
      <MoreFields draft={draft} write={write} meetings={known.meetings} />
      <section className={css.sees}>
        <h2>{words.whoSees}</h2>
        <p>{draft.contactWish === 'anonymous' ? words.whoSeesUnnamed : words.whoSeesWords}</p>
      </section>
      <div className={css.foot}>
        <button type="submit" className={why === undefined ? css.save : css.saveOff} aria-disabled={why !== undefined}>
          {words.save}
        </button>
        <p>{why ?? (isOnline ? words.told : words.toldLater)}</p>
      </div>
    </form>
  );
}

function blocked(draft: Draft, isAsked: boolean): string | undefined {
  if (draft.words.trim() === '') return words.saveWhy;
  return isAsked || draft.aboutOfficer === 'yes' ? words.saveAsk : undefined;
}

type Part = Pick<Props, 'draft' | 'write'>;

function Wrong({ draft, write }: Part) {
  const id = useId();
  return (
    <section className={css.part}>
      <div className={css.label}>
        <h2>
          <label htmlFor={id}>{words.wrong}</label>
        </h2>
        <span>{words.theirWords}</span>
      </div>
      <textarea
        id={id}
        className={css.input}
        rows={3}
        maxLength={4000}
        value={draft.words}
        onChange={(event) => write({ words: event.currentTarget.value })}
      />
    </section>
  );
}

function AboutOfficer({ known, draft, write }: Part & { known: Known }) {
  const { name, reach } = known.internalAffairs;
  if (draft.aboutOfficer === 'yes') {
    return (
      <section className={css.ask} role="alert">
        <h2>{words.officerGoes(name)}</h2>
        <p>
          {reach} {words.officerWhy}
        </p>
        <div className={css.pair}>
          <Button onClick={() => write(emptyDraft())}>{words.officerClear}</Button>
          <Button onClick={() => write({ aboutOfficer: 'no' })}>{words.no}</Button>
        </div>
      </section>
    );
  }
  return (
    <section className={css.ask} role="alert">
      <h2>{words.officerAsk}</h2>
      <p>{words.officerWhy}</p>
      <div className={css.pair}>
        <Button onClick={() => write({ aboutOfficer: 'yes' })}>{words.yes}</Button>
        <Button onClick={() => write({ aboutOfficer: 'no' })}>{words.no}</Button>
      </div>
    </section>
  );
}

function Deeds({ draft, write }: Part) {
  const toggle = (deed: string) => {
    if (draft.deeds.includes(deed)) return write({ deeds: draft.deeds.filter((each) => each !== deed) });
    const others = draft.deeds.filter((each) => each !== words.nothingYet);
    return write({ deeds: deed === words.nothingYet ? [deed] : [...others, deed] });
  };
  return (
    <fieldset className={css.part}>
      <legend className={css.label}>
        <span className={css.heading}>{words.did}</span> <span>{words.ifAny}</span>
      </legend>
      <div className={css.deeds}>
        {words.deeds.map((deed) => {
          const isOn = draft.deeds.includes(deed);
          return (
            <button
              key={deed}
              type="button"
              className={isOn ? css.chosen : css.choice}
              aria-pressed={isOn}
              onClick={() => toggle(deed)}
            >
              {isOn && <Icon name="check" size={16} />}
              {deed}
            </button>
          );
        })}
      </div>
      {draft.deeds.length > 0 && !draft.deeds.includes(words.nothingYet) && (
        <input
          className={css.input}
          aria-label={words.moreDone}
          placeholder={words.moreDone}
          maxLength={3000}
          value={draft.moreDone}
          onChange={(event) => write({ moreDone: event.currentTarget.value })}
        />
      )}
    </fieldset>
  );
}

function Safety({ draft, write }: Part) {
  return (
    <div className={css.safety}>
      <label className={draft.safetyNow ? css.chosen : css.choice}>
        <input
          type="checkbox"
          checked={draft.safetyNow}
          onChange={(event) => write({ safetyNow: event.currentTarget.checked })}
        />
        {words.safety}
      </label>
      {draft.safetyNow && <p role="status">{words.safetyNow}</p>}
    </div>
  );
}
