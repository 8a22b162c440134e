import { useState } from 'react';
import { useDesk } from '#web/ask/desk.tsx';
import { familiesOf, type KindFamily, kindName, typeName } from '#web/ask/kinds.ts';
import { useView } from '#web/ask/use-view.ts';
import type { Explored } from '#web/compute/door.ts';
import { Button } from '#web/ui/button.tsx';
import { Check, Field } from '#web/ui/field.tsx';
import { count } from '#web/ui/words.ts';
import { choiceWords } from './choice-words.ts';
import css from './choices.module.css';

/** Kinds by family; when letters are typed, the source's own words too. Counts are those of the window. */
export function KindsChoice({ types }: { types: Explored['types'] }) {
  const { opened } = useDesk();
  const { filter, change } = useView();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLowerCase();
  const counts = new Map<string, number>();
  for (const { category, count: n } of types) counts.set(category, (counts.get(category) ?? 0) + n);
  const present = [...new Set(opened.types.map(({ category }) => category))];
  const families = familiesOf(present.filter((category) => kindName(category).toLowerCase().includes(wanted)));
  const words =
    wanted.length < 2 ? [] : opened.types.filter(({ code }) => code.toLowerCase().includes(wanted)).slice(0, 12);
  const chosen = new Set(filter.categories);
  const set = (categories: readonly string[], isOn: boolean) => {
    const kept = filter.categories.filter((category) => !categories.includes(category));
    change({ filter: { categories: isOn ? [...kept, ...categories] : kept } });
  };
  const toggleType = (code: string, isOn: boolean) =>
    change({ filter: { types: isOn ? [...filter.types, code] : filter.types.filter((each) => each !== code) } });
  return (
    <div className={css.stack}>
      <Field
        label={choiceWords.findKind}
        type="search"
        value={typed}
        onChange={(e) => setTyped(e.currentTarget.value)}
      />
      <div className={css.list}>
        {families.map((family) => (
          <FamilyChecks key={family.family} family={family} chosen={chosen} counts={counts} onSet={set} />
        ))}
        {words.length > 0 && (
          <div className={css.family}>
            <p className={css.heading}>{choiceWords.sourceWords}</p>
            {words.map(({ code, count: n }) => (
              <Check
                key={code}
                label={<WithCount label={typeName(code)} n={n} />}
                checked={filter.types.includes(code)}
                onChange={(isOn) => toggleType(code, isOn)}
              />
            ))}
          </div>
        )}
        {families.length + words.length === 0 && <p className="caption">{choiceWords.noKind}</p>}
      </div>
      {filter.categories.length + filter.types.length > 0 && (
        <Button small onClick={() => change({ filter: { categories: [], types: [] } })}>
          {choiceWords.anyKind}
        </Button>
      )}
    </div>
  );
}

function FamilyChecks({
  family,
  chosen,
  counts,
  onSet,
}: {
  family: KindFamily;
  chosen: ReadonlySet<string>;
  counts: ReadonlyMap<string, number>;
  onSet: (categories: readonly string[], isOn: boolean) => void;
}) {
  const on = family.categories.filter((category) => chosen.has(category)).length;
  return (
    <div className={css.family}>
      <Check
        label={<b>{family.label}</b>}
        checked={on === family.categories.length}
        mixed={on > 0}
        onChange={(isOn) => onSet(family.categories, isOn)}
      />
      <ul>
        {family.categories.map((category) => (
          <li key={category}>
            <Check
              label={<WithCount label={kindName(category)} n={counts.get(category) ?? 0} />}
              checked={chosen.has(category)}
              onChange={(isOn) => onSet([category], isOn)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

function WithCount({ label, n }: { label: string; n: number }) {
  return (
    <>
      {label} <span className={css.count}>{count(n)}</span>
    </>
  );
}
