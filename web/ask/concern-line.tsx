import { longDate } from '#web/chart/week-axis.ts';
import { SpeechMark } from '#web/ui/speech-mark.tsx';
import css from './concern-line.module.css';
import { kindName } from './kinds.ts';
import type { AreaConcern } from './use-concerns.ts';

/** One concern: its sign, number, the resident's words, its kind and state. */
export function ConcernLine({ concern }: { concern: AreaConcern }) {
  return (
    <div className={css.concern}>
      <SpeechMark state={concern.status} size={18} />
      <div>
        <span className="code">{concern.concernId}</span> {concern.title}
        <div className="caption">
          {kindName(concern.category)}, {concern.status}, raised {longDate(concern.raisedOn)}
        </div>
      </div>
    </div>
  );
}
