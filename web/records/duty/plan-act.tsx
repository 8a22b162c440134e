import { z } from 'zod';
import type { BoardGroup } from '#data/schema/records/duty.ts';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { IconButton } from '#web/ui/button.tsx';
import css from './group-rows.module.css';
import { DUTIES_KEY } from './use-board.ts';
import { weekdayInWords, words } from './words.ts';

/** The day a contact is planned for; a plan of ours can be taken away, a meeting only where meetings are kept. */
export function PlanAct({ group, on, mayLog }: { group: BoardGroup; on: string; mayLog: boolean }) {
  const act = useAct([DUTIES_KEY]);
  const plan = group.plans.find((each) => each.on === on);
  const drop = ({ plannedId, revision }: { plannedId: string; revision: number }) =>
    send(z.object({ plannedId: z.string() }), 'DELETE', `/api/records/planned-contacts/${plannedId}`, { revision });
  return (
    <span className={css.plan}>
      {act.trouble ? <span role="alert">{act.trouble.message}</span> : weekdayInWords(on)}
      {plan && mayLog && (
        <IconButton icon="close" label={words.dropPlan(group.name)} onClick={() => act.send(() => drop(plan))} />
      )}
    </span>
  );
}
