import { useParams } from '@tanstack/react-router';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { BoundaryEditor } from './boundary-editor.tsx';
import { words } from './boundary-words.ts';
import css from './groups.module.css';
import { Reading, Unread } from './reading.tsx';
import { useGrounds, useGroup, useVersions } from './use-groups.ts';

/** `/groups/$groupId/boundary`: a new version of a group's ground (1902.2 A.1). */
export function BoundaryScreen() {
  const { groupId = '' } = useParams({ strict: false });
  return <BoundaryPage key={groupId} groupId={groupId} />;
}

export function BoundaryPage({ groupId }: { groupId: string }) {
  const mayWrite = useMay('group.write');
  const today = useSession().nowLocal.slice(0, 10);
  const group = useGroup(groupId);
  const versions = useVersions(groupId);
  const grounds = useGrounds(today);
  if (!mayWrite)
    return (
      <div className={css.page}>
        <Notice kind="locked" title={words.forbidden} />
      </div>
    );
  const failed = [group, versions, grounds].find(({ error }) => error !== null);
  if (failed?.error)
    return <Unread title={words.failed} trouble={failed.error} onRetry={() => void failed.refetch()} />;
  if (!group.data || !versions.data || !grounds.data) return <Reading />;
  return <BoundaryEditor group={group.data.group} versions={versions.data} grounds={grounds.data} />;
}
