import type { Meeting } from '#data/schema/records/contact.ts';
import type { Representative } from '#data/schema/records/group.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import css from './form.module.css';
import { words } from './words.ts';

type Invitation = Meeting['invitations'][number];
type Props = {
  invitations: readonly Invitation[];
  representatives: readonly Representative[];
  units: readonly string[];
  onChange: (invitations: Invitation[]) => void;
};
const REPLIES = (['waiting', 'accepted', 'declined'] as const).map((value) => ({
  value,
  label: words.replies[value],
}));

/** Who is invited, representatives, patrol and special units, and what each replied (1902.2 B.3). */
export function InvitationsEditor({ invitations, representatives, units, onChange }: Props) {
  const write = (at: number, changed: Partial<Invitation>) =>
    onChange(invitations.map((each, place) => (place === at ? { ...each, ...changed } : each)));
  const isInvited = (name: string) => invitations.some(({ unit }) => unit === name);
  const offered = [
    ...representatives.map(({ name, email }) => ({ unit: name, email })),
    ...units.map((unit) => ({ unit, email: null })),
  ].filter(({ unit }) => !isInvited(unit));
  const invite = (unit: string, email: string | null) => onChange([...invitations, { unit, email, reply: 'waiting' }]);
  return (
    <fieldset className={css.part}>
      <legend>{words.invited}</legend>
      <p className="caption">{words.inviteClause}</p>
      {invitations.map(({ unit, email, reply }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an invitation is its place; its words change with every key
        <div key={at} className={css.invitation} role="group" aria-label={unit || words.invitee}>
          <Field
            label={words.invitee}
            value={unit}
            maxLength={120}
            required
            onChange={(event) => write(at, { unit: event.currentTarget.value })}
          />
          <Field
            label={words.email}
            type="email"
            value={email ?? ''}
            onChange={({ currentTarget: { value } }) => write(at, { email: value === '' ? null : value })}
          />
          <ListField label={words.reply} choices={REPLIES} value={reply} onPick={(to) => write(at, { reply: to })} />
          <Button small onClick={() => onChange(invitations.filter((_, place) => place !== at))}>
            {words.uninvite}
          </Button>
        </div>
      ))}
      <div className={css.offers}>
        {offered.map(({ unit, email }) => (
          <Button key={unit} small onClick={() => invite(unit, email)}>
            {words.inviteOne(unit)}
          </Button>
        ))}
        <Button small onClick={() => invite('', null)}>
          {words.inviteOther}
        </Button>
      </div>
    </fieldset>
  );
}
