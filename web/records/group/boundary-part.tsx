import { Link } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { type BoundaryVersion, everHolds, type Group } from '#data/schema/records/group.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { useConcernNames } from '#web/records/shared/concern-names.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { GroupsMap } from './groups-map.tsx';
import css from './page.module.css';
import { words } from './page-words.ts';
import { Part } from './part.tsx';
import { type Ground, useGrounds, useVersions } from './use-groups.ts';

/** The group's ground as it holds, held or will hold, with why it was drawn so. */
export function BoundaryPart({ group }: { group: Group }) {
  const query = useVersions(group.groupId);
  const mayWrite = useMay('group.write');
  const acts = mayWrite && (
    <Link to="/groups/$groupId/boundary" params={{ groupId: group.groupId }} className={css.act ?? ''}>
      {query.data?.length === 0 ? words.drawBoundary : words.editBoundary}
    </Link>
  );
  return (
    <Part title={words.boundary} query={query} acts={acts}>
      {(versions) =>
        versions.length === 0 ? (
          <p className="caption">{words.noBoundary}</p>
        ) : (
          <Versions group={group} versions={versions} />
        )
      }
    </Part>
  );
}

function Versions({ group, versions }: { group: Group; versions: readonly BoundaryVersion[] }) {
  const today = useSession().nowLocal.slice(0, 10);
  const { nameOf } = useConcernNames();
  const current = versions.findLast((each) => everHolds(each) && each.validFrom <= today) ?? versions.at(-1);
  const [pickedId, pick] = useState<string | null>(null);
  const shown = versions.find(({ versionId }) => versionId === pickedId) ?? current;
  const { data: grounds = [] } = useGrounds(shown?.validFrom ?? today);
  const own = useMemo(() => (shown ? groundOf(group, shown) : null), [group, shown]);
  const around = useMemo(() => (own ? [own] : []), [own]);
  const all = useMemo(() => [...grounds.filter(({ id }) => id !== group.groupId), ...around], [grounds, around, group]);
  const lookOf = useCallback((id: string) => (id === group.groupId ? 'strong' : 'plain'), [group.groupId]);
  if (shown === undefined) return null;
  const { validFrom, validTo, reason, createdBy, createdAt, radiusMeters } = shown;
  return (
    <>
      <div className={css.boundaryMap}>
        <GroupsMap label={words.mapLabel(group.name)} grounds={all} lookOf={lookOf} around={around} />
      </div>
      {versions.length > 1 && (
        <ListField
          label={words.version}
          value={shown.versionId}
          choices={versions.toReversed().map((each) => ({ value: each.versionId, label: spanOf(each, today) }))}
          onPick={pick}
        />
      )}
      <p className={css.span}>{spanOf({ validFrom, validTo }, today)}</p>
      <p>{reason}</p>
      <p className="caption">
        {radiusMeters === null ? '' : `${words.circle(radiusMeters)}. `}
        {words.kept(nameOf(createdBy), createdAt)}
      </p>
    </>
  );
}

function spanOf(version: Pick<BoundaryVersion, 'validFrom' | 'validTo'>, today: string): string {
  const { validFrom, validTo } = version;
  if (!everHolds(version)) return words.drawnAnew(validFrom);
  return validFrom > today ? words.coming(validFrom) : words.held(validFrom, validTo);
}

function groundOf({ groupId, name, kind, residents, addresses }: Group, version: BoundaryVersion): Ground {
  const { geometry, validFrom, center, radiusMeters } = version;
  const groupKind = kind === 'neighborhood' ? null : kind;
  return {
    id: groupId,
    properties: {
      ...{ areaId: groupId, name, kind: 'group', groupKind, residents, addresses },
      validFrom,
      center,
      radiusMeters,
    },
    geometry,
  };
}
