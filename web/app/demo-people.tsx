import { fullName } from '#data/schema/records/person.ts';
import type { Session, Welcome } from '#data/schema/session.ts';
import type { Api } from '#web/api.ts';
import { Notice } from '#web/ui/notice.tsx';
import css from './door-page.module.css';
import { DoorPage } from './door-page.tsx';
import { initials, roleInWords, words } from './door-words.ts';
import { useSending } from './use-sending.ts';

type Face = Welcome['people'][number];
type Props = { api: Api; welcome: Welcome; onEnter: (session: Session) => void };

/** The door of a demo: one person of each role with what the role is for, and the others behind one press. */
export function DemoPeople({ api, welcome, onEnter }: Props) {
  const { send, isSending, fault } = useSending();
  const { people } = welcome;
  const firsts = people.filter(({ role }, at) => people.findIndex((other) => other.role === role) === at);
  const others = people.filter((person) => !firsts.includes(person));
  const enter = ({ personId }: Face) => void send(async () => onEnter(await api.enterDemo(personId)));
  return (
    <DoorPage city={welcome.city} wide>
      <h1>{words.demoTitle}</h1>
      <p>{people.length > 0 ? words.demoLead : words.nobody}</p>
      {fault && <Notice kind="fault" title={fault} />}
      <ul className={css.people}>
        {firsts.map((person) => (
          <li key={person.personId}>
            <Card
              person={person}
              says={`${roleInWords(person.role)}: ${words.does[person.role]}`}
              isSending={isSending}
              onPick={enter}
            />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details className={css.others}>
          <summary>{words.others(others.length)}</summary>
          <ul className={css.people}>
            {others.map((person) => (
              <li key={person.personId}>
                <Card
                  person={person}
                  says={[roleInWords(person.role), person.unit].filter(Boolean).join(', ')}
                  isSending={isSending}
                  onPick={enter}
                />
              </li>
            ))}
          </ul>
        </details>
      )}
    </DoorPage>
  );
}

function Card({
  person,
  says,
  isSending,
  onPick,
}: {
  person: Face;
  says: string;
  isSending: boolean;
  onPick: (person: Face) => void;
}) {
  return (
    <button type="button" className={css.person} aria-disabled={isSending} onClick={() => onPick(person)}>
      <span className={css.face} aria-hidden="true">
        {initials(person.name)}
      </span>
      <span className="visually-hidden">{words.enterAs}</span> <b>{fullName(person)}</b> <small>{says}</small>
    </button>
  );
}
