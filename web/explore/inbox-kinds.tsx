import type { CandidateKind } from '#data/schema/records/sweep.ts';
import { KINDS } from '#web/ask/candidate-words.ts';
import type { Candidate } from '#web/ask/use-candidates.ts';
import css from './inbox.module.css';
import { words } from './words.ts';

type Props = {
  candidates: readonly Candidate[];
  kind: CandidateKind | null; // null: all
  onPick: (kind: CandidateKind | null) => void;
};

/** One chip a kind, where there is more than one to choose from. */
export function KindChips({ candidates, kind, onPick }: Props) {
  const counted = KINDS.map((each) => ({ ...each, n: candidates.filter((one) => one.kind === each.kind).length }));
  const present = counted.filter(({ n }) => n > 0);
  if (present.length < 2) return null;
  const chips = [
    { kind: null, label: words.allKindsOf(candidates.length) },
    ...present.map(({ kind: each, label, n }) => ({ kind: each, label: `${label} ${n}` })),
  ];
  return (
    <fieldset className={css.chips}>
      <legend className="visually-hidden">{words.kindChips}</legend>
      {chips.map((chip) => (
        <button
          type="button"
          key={chip.label}
          className={css.chip}
          aria-pressed={chip.kind === kind}
          onClick={() => onPick(chip.kind)}
        >
          {chip.label}
        </button>
      ))}
    </fieldset>
  );
}
