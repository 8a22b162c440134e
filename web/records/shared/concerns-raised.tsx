import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { ConcernList } from '#data/schema/records/concern-filing.ts';
import { useMay } from '#web/ask/session.tsx';
import { Check } from '#web/ui/field.tsx';
import css from './long-field.module.css';
import { getJson } from './send.ts';

type Props = {
  groupId: string;
  chosen: readonly string[]; // concernIds
  fault?: string | undefined;
  onChoose: (chosen: string[]) => void;
};

/** Which concerns were raised in a contact: those of the group that wait, and those it names already. */
export function ConcernsRaised({ groupId, chosen, fault, onChoose }: Props) {
  const { data } = useQuery({
    queryKey: ['concerns', 'of-group', groupId, 'waiting'],
    queryFn: () => getJson(ConcernList, `/api/records/concerns?group=${groupId}&status=waiting`),
    enabled: useMay('concern.read') && groupId !== '',
  });
  const waiting = (data?.rows ?? []).map(({ concernId, summary }) => ({ concernId, label: `${concernId} ${summary}` }));
  const besides = chosen.filter((named) => !waiting.some(({ concernId }) => concernId === named));
  const choices = [...besides.map((concernId) => ({ concernId, label: concernId })), ...waiting];
  if (choices.length === 0 && fault === undefined) return null;
  return (
    <fieldset className={css.raised}>
      <legend>{words.legend}</legend>
      <div className={css.choices}>
        {choices.map(({ concernId, label }) => (
          <Check
            key={concernId}
            label={label}
            checked={chosen.includes(concernId)}
            onChange={(isChosen) =>
              onChoose(isChosen ? [...chosen, concernId] : chosen.filter((each) => each !== concernId))
            }
          />
        ))}
      </div>
      {fault && <p className={css.fault}>{fault}</p>}
    </fieldset>
  );
}

/** The concerns a contact names, each a way to its page. */
export function RaisedConcerns({ concernIds }: { concernIds: readonly string[] }) {
  if (concernIds.length === 0) return null;
  return (
    <span className="caption">
      {words.raised}{' '}
      {concernIds.map((concernId, at) => (
        <Fragment key={concernId}>
          {at > 0 && ', '}
          <Link to="/concerns/$concernId" params={{ concernId }} className="link">
            {concernId}
          </Link>
        </Fragment>
      ))}
    </span>
  );
}

const words = {
  legend: 'Concerns raised',
  raised: 'Raised:',
};
