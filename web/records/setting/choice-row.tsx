import { clauseOf, profileOf } from '#data/policy/profiles.ts';
import type { Act } from '#web/records/shared/use-act.ts';
import { Tag } from '#web/ui/tag.tsx';
import { ChoiceField } from './choice-field.tsx';
import { Overtaken } from './overtaken.tsx';
import css from './setting.module.css';
import type { Draft } from './use-draft.ts';
import { valueInWords } from './value-words.ts';
import { type Open, words } from './words.ts';

/** One choice beside the words of the clause that leaves it open. */
export function ChoiceRow({ open, draft, act, mayManage }: { open: Open; draft: Draft; act: Act; mayManage: boolean }) {
  const { key, clause, title, means } = open;
  const said = clause === null ? undefined : clauseOf(clause);
  const isOff =
    clause !== null &&
    !draft.settings.profiles.some((id) => profileOf(id)?.clauses.some((each) => each.clause === clause));
  return (
    <article className={css.row} aria-label={title}>
      <div className={css.policy}>
        <h3>{title}</h3>
        {said && (
          <blockquote>
            <Tag look="line">{said.clause}</Tag> “{said.text}”
          </blockquote>
        )}
        {means && <p>{means}</p>}
        {isOff && <p className="caption">{words.clauseOff}</p>}
      </div>
      <div className={css.control}>
        {mayManage ? (
          <ChoiceField open={open} draft={draft} act={act} said={said ? words.leavesOpen : words.speaksNot} />
        ) : (
          <>
            <p className="caption">{said ? words.leavesOpen : words.speaksNot}</p>
            <p className={css.chosen}>{valueInWords(open, draft.kept)}</p>
          </>
        )}
        <Overtaken keys={[key]} draft={draft} value={valueInWords(open, draft.kept)} />
      </div>
    </article>
  );
}
