import { useState } from 'react';
import { quarterInWords } from '#analysis/duty/spans.ts';
import type { Contact } from '#data/schema/records/contact.ts';
import { ApiFailed } from '#web/api.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { LogContact } from '#web/records/shared/log-contact.tsx';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Button } from '#web/ui/button.tsx';
import { Notice, Quiet } from '#web/ui/notice.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import css from './contact.module.css';
import { ContactTable } from './contact-table.tsx';
import { CorrectDialog } from './correct-dialog.tsx';
import { CONTACTS_KEY, type Filter, type Names, quartersTo, useContacts, useFilter, useNames } from './use-contacts.ts';
import { words } from './words.ts';

/** `/contacts`: every reach-out to a group, made or attempted, the newest first (1902.2 C). */
export function ContactsScreen() {
  const mayRead = useMay('contact.read');
  const today = useSession().nowLocal.slice(0, 10);
  const { filter, set } = useFilter();
  const names = useNames(mayRead);
  const log = useContacts(filter, today, mayRead);
  const [correcting, correct] = useState<Contact | null>(null);
  const mayLog = useMay('contact.write');
  const [isLogging, setLogging] = useState(false);
  const reachable = names.groups.filter(({ inactive }) => inactive === null);
  const contacts = log.data?.pages.flat();
  const isForbidden = !mayRead || (log.error instanceof ApiFailed && log.error.status === 403);
  return (
    <div className={css.page}>
      <header className={css.top}>
        <h1>{words.title}</h1>
        {mayLog && reachable.length > 0 && (
          <Button look="filled" onClick={() => setLogging(true)}>
            {words.log}
          </Button>
        )}
      </header>
      <p className={css.lead}>{words.lead}</p>
      {isForbidden ? (
        <Notice kind="locked" title={words.forbiddenTitle}>
          {words.forbidden}
        </Notice>
      ) : (
        <Filters filter={filter} set={set} names={names} today={today} />
      )}
      {!isForbidden && <Awaited query={log} failed={words.failedTitle} reading={words.loading} height={240} />}
      {contacts?.length === 0 && (
        <Quiet title={words.emptyTitle}>{Object.values(filter).some(Boolean) ? words.empty : words.none}</Quiet>
      )}
      {contacts && contacts.length > 0 && (
        <>
          <p className={css.answer}>{answerOf(contacts, log.hasNextPage)}</p>
          <ContactTable contacts={contacts} names={names} today={today} onCorrect={correct} />
        </>
      )}
      {log.hasNextPage && (
        <div>
          <Button unavailable={log.isFetching ? words.loading : undefined} onClick={() => void log.fetchNextPage()}>
            {words.older}
          </Button>
        </div>
      )}
      {isLogging && (
        <LogContact
          groups={reachable}
          groupId={(reachable.find(({ groupId }) => groupId === filter.group) ?? reachable[0])?.groupId ?? ''}
          touches={[CONTACTS_KEY, ['duties'], ['groups'], ['concerns'], ['concern-story']]}
          onClose={() => setLogging(false)}
        />
      )}
      {correcting && <CorrectDialog contact={correcting} names={names} onClose={() => correct(null)} />}
    </div>
  );
}

function answerOf(contacts: readonly Contact[], hasMore: boolean): string {
  const made = contacts.filter(({ result }) => result === 'made').length;
  const shown = words.shown(made, contacts.length - made);
  return hasMore ? words.shownSoFar(contacts.length, shown) : shown;
}

const RESULTS = (['', 'made', 'attempted'] as const).map((value) => ({ value, label: words.results[value] }));

function Filters({
  filter,
  set,
  names,
  today,
}: {
  filter: Filter;
  set: (changed: Partial<Filter>) => void;
  names: Names;
  today: string;
}) {
  return (
    <search className={css.filters} aria-label={words.filters}>
      <ListField
        label={words.group}
        value={filter.group}
        choices={[
          { value: '', label: words.anyGroup },
          ...withChosen(
            names.groups.map(({ groupId, name }) => ({ value: groupId, label: name })),
            filter.group,
          ),
        ]}
        onPick={(group) => set({ group })}
      />
      <ListField
        label={words.officer}
        value={filter.officer}
        choices={[
          { value: '', label: words.anyOfficer },
          ...withChosen(
            names.people.map(({ personId, name }) => ({ value: personId, label: name })),
            filter.officer,
          ),
        ]}
        onPick={(officer) => set({ officer })}
      />
      <ListField
        label={words.quarter}
        value={filter.quarter}
        choices={[
          { value: '', label: words.anyQuarter },
          ...quartersTo(today).map((span) => ({ value: span.label, label: quarterInWords(span) })),
        ]}
        onPick={(quarter) => set({ quarter })}
      />
      <Segmented
        label={words.result}
        segments={RESULTS}
        value={RESULTS.find(({ value }) => value === filter.result)?.value ?? ''}
        onChange={(result) => set({ result })}
      />
    </search>
  );
}

/** What a link chose stays chosen, also before the names are read or where there is none. */
const withChosen = (choices: { value: string; label: string }[], chosen: string) =>
  chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, label: chosen }];
