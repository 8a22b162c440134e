import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { Group } from '#data/schema/records/group.ts';
import { useSession } from '#web/ask/session.tsx';
import { DutyTag } from '#web/records/shared/duty-tag.tsx';
import { getJson } from '#web/records/shared/send.ts';
import css from './meeting.module.css';
import { words } from './words.ts';

const Attended = z.object({
  groupId: z.string(),
  meetings: z.array(z.string()),
  attended: z.array(z.string()),
});

/** Of each group's meetings this year, those that one of ours attended, beside the group's own target (1902.2 A.5). */
export function AttendanceTable() {
  const today = useSession().nowLocal.slice(0, 10);
  const from = `${today.slice(0, 4)}-01-01`;
  const { data: rows = [] } = useQuery({
    queryKey: ['meeting-attendance', from, today],
    queryFn: () => getJson(Attended.array(), `/api/records/meeting-attendance?from=${from}&to=${today}`),
  });
  const { data: groups = [] } = useQuery({
    queryKey: ['groups', 'list'],
    queryFn: () => getJson(Group.extend({ lastContactAt: z.string().nullable() }).array(), '/api/records/groups'),
  });
  if (rows.length === 0) return null;
  return (
    <section aria-label={words.attendance} className={css.attended}>
      <h2>{words.attendance}</h2>
      <table className={`${css.table} ${css.brief}`}>
        <caption className="visually-hidden">{words.attendance}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.attended}</th>
            <th scope="col">{words.target}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ groupId, meetings, attended }) => {
            const group = groups.find((each) => each.groupId === groupId);
            const wanted = group && Math.ceil((group.attendTargetPercent * meetings.length) / 100);
            return (
              <tr key={groupId}>
                <th scope="row">{group?.name ?? groupId}</th>
                <td>{words.attendanceOf(attended.length, meetings.length)}</td>
                <td>
                  {wanted !== undefined &&
                    (attended.length < wanted ? <DutyTag>{words.fewerThan(wanted)}</DutyTag> : words.atLeast(wanted))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
