import type { Duty } from '#data/schema/policy.ts';
import type { DutyList } from '#data/schema/records/duty.ts';
import css from './page.module.css';
import { words } from './words.ts';

const COUNTED = ['late', 'soon', 'due', 'planned', 'done'] as const satisfies readonly Duty['state'][];

/** What each person carries, by name; a list of work, not a ranking. */
export function PeopleTable({ answer: { duties, people } }: { answer: DutyList }) {
  const carrying = people
    .map((person) => ({ person, owed: duties.filter(({ owes }) => owes.includes(person.personId)) }))
    .filter(({ owed }) => owed.length > 0);
  return (
    <section className={css.shelf}>
      <h2>{words.perPerson}</h2>
      <table className={css.people}>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            {COUNTED.map((state) => (
              <th key={state} scope="col" className={css.number}>
                {words.states[state]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {carrying.map(({ person, owed }) => (
            <tr key={person.personId}>
              <th scope="row">
                {person.name} <span className="caption">{person.title || person.role.replaceAll('-', ' ')}</span>
              </th>
              {COUNTED.map((state) => {
                const n = owed.filter((duty) => duty.state === state).length;
                return (
                  <td key={state} className={`${css.number} ${state === 'late' && n > 0 ? css.strong : ''}`}>
                    {n}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
