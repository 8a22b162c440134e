import type { Pattern } from '#data/schema/records/pattern.ts';
import { windowInWords } from '#web/ask/date-words.ts';
import { listed } from '#web/ui/words.ts';
import { SYNOPSIS } from './draft.ts';
import css from './pattern.module.css';
import { useGroupNames } from './use-pattern.ts';
import { words } from './words.ts';

/** What the bulletin says, for whoever reads it and does not write it. */
export function Reading({ pattern }: { pattern: Pattern }) {
  const { groupName } = useGroupNames();
  const facts: [string, string][] = [
    [words.type, `${words.types[pattern.type]}. ${words.meanings[pattern.type]}`],
    [words.columns.days, windowInWords(pattern)],
    [words.groups, listed(pattern.groupIds.map(groupName), 12) || words.noGroup],
    [words.label, words.labels[pattern.label]],
    [words.release, words.releases[pattern.release]],
  ];
  return (
    <dl className={css.reading}>
      {SYNOPSIS.filter((part) => pattern.synopsis[part] !== '').map((part) => (
        <div key={part}>
          <dt>{words.parts[part]}</dt>
          <dd>{pattern.synopsis[part]}</dd>
        </div>
      ))}
      {facts.map(([name, said]) => (
        <div key={name} className={css.fact}>
          <dt>{name}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
