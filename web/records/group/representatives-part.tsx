import { useState } from 'react';
import type { Representative } from '#data/schema/records/group.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Tag } from '#web/ui/tag.tsx';
import css from './page.module.css';
import { words } from './page-words.ts';
import { Part } from './part.tsx';
import { RepresentativeDialog } from './representative-dialog.tsx';
import { useRepresentatives } from './use-groups.ts';

/** Who speaks for the group today, and who did before. */
export function RepresentativesPart({ groupId }: { groupId: string }) {
  const { nowLocal } = useSession();
  const mayWrite = useMay('group.write');
  const [opened, open] = useState<Representative | 'new' | null>(null);
  const query = useRepresentatives(groupId);
  const today = nowLocal.slice(0, 10);
  const speaks = ({ validTo }: Representative) => validTo === null || validTo >= today;
  const change = mayWrite ? open : null;
  return (
    <Part
      title={words.representatives}
      query={query}
      acts={mayWrite && <Button onClick={() => open('new')}>{words.addRepresentative}</Button>}
    >
      {(all) => {
        const former = all.filter((each) => !speaks(each));
        const present = all.filter(speaks);
        return (
          <>
            {present.length === 0 && <p className="caption">{words.noRepresentative}</p>}
            <Rows rows={present} onChange={change} />
            {former.length > 0 && (
              <details className={css.former}>
                <summary>{words.former(former.length)}</summary>
                <Rows rows={former} onChange={change} />
              </details>
            )}
            {opened !== null && (
              <RepresentativeDialog
                groupId={groupId}
                representative={opened === 'new' ? null : (all.find(sameAs(opened)) ?? opened)}
                onClose={() => open(null)}
              />
            )}
          </>
        );
      }}
    </Part>
  );
}

const sameAs =
  ({ representativeId }: Representative) =>
  (each: Representative): boolean =>
    each.representativeId === representativeId;

function Rows({
  rows,
  onChange,
}: {
  rows: readonly Representative[];
  onChange: ((representative: Representative) => void) | null;
}) {
  return (
    <ul>
      {rows.map((each) => (
        <li key={each.representativeId} className={css.row}>
          <div className={css.line}>
            <p>
              <b>{each.name}</b>, {each.position} {each.isLeader && <Tag look="line">{words.leader}</Tag>}
            </p>
            {onChange && (
              <Button
                small
                look="quiet"
                aria-label={words.representativeTitle(each.name)}
                onClick={() => onChange(each)}
              >
                {words.change}
              </Button>
            )}
          </div>
          <p className="caption">
            {[words.since(each.validFrom, each.validTo), each.phone, each.email].filter(Boolean).join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
