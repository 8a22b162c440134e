import { useState } from 'react';
import { Contact, PlannedContact } from '#data/schema/records/contact.ts';
import { useSession } from '#web/ask/session.tsx';
import { Check, Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { fileConcernOf } from './concern-of-contact.ts';
import { ConcernsRaised } from './concerns-raised.tsx';
import { CONTACT_WAYS } from './contact-words.ts';
import { FormDialog } from './form-dialog.tsx';
import { ListField, LongField } from './long-field.tsx';
import { send } from './send.ts';
import { useAct } from './use-act.ts';

export type LogGroup = {
  readonly groupId: string;
  readonly name: string;
  readonly liaisonId: string | null;
  readonly representatives: readonly { representativeId: string; name: string; position: string }[];
};
type Result = 'made' | 'attempted' | 'planned';
type Way = Contact['way'];

/** A contact in a few seconds: made, attempted or planned; by which way; with whom. Enter logs it. */
export function LogContact({
  groups,
  groupId,
  touches,
  onClose,
}: {
  groups: readonly LogGroup[];
  groupId: string;
  touches: Parameters<typeof useAct>[0];
  onClose: () => void;
}) {
  const { personId, nowLocal } = useSession();
  const act = useAct(touches);
  const [chosenId, choose] = useState(groupId);
  const [result, setResult] = useState<Result>('made');
  const [way, setWay] = useState<Way>('phone');
  const [at, setAt] = useState(nowLocal.slice(0, 16));
  const [on, setOn] = useState(nowLocal.slice(0, 10));
  const [representativeId, setRepresentative] = useState('');
  const [topics, setTopics] = useState('');
  const [next, setNext] = useState('');
  const [raised, setRaised] = useState<string[]>([]);
  const [heard, setHeard] = useState(''); // a concern that is new
  const [clientKey, setClientKey] = useState(() => crypto.randomUUID());
  const [isNotOfficer, setNotOfficer] = useState(false);
  const group = groups.find((each) => each.groupId === chosenId);
  const isPlan = result === 'planned';
  const logMade = async () => {
    const aboutOfficer = isNotOfficer ? 'no' : 'not-asked';
    const said = { clientKey, words: heard.trim(), aboutOfficer } as const;
    const opened = said.words === '' ? [] : [await fileConcernOf({ groupId: chosenId, way, at: `${at}:00`, ...said })];
    return send(Contact, 'POST', '/api/records/contacts', {
      groupId: chosenId,
      representativeId: representativeId === '' ? null : representativeId,
      result,
      way,
      at: `${at}:00`,
      officerId: personId,
      topics,
      concernIds: [...raised, ...opened],
      next,
    });
  };
  const log = () =>
    isPlan
      ? send(PlannedContact, 'POST', '/api/records/planned-contacts', {
          groupId: chosenId,
          on,
          what: topics.trim() === '' ? words.ways[way] : topics,
          officerId: personId,
        })
      : logMade();
  const speakers = (group?.representatives ?? []).map((each) => ({
    value: each.representativeId,
    label: `${each.name}, ${each.position}`,
  }));
  return (
    <FormDialog
      title={words.title(group?.name ?? '')}
      sends={words.sends[result]}
      act={act}
      onClose={onClose}
      onSend={async () => {
        if (await act.send(log)) onClose();
      }}
    >
      <Segmented label={words.result} segments={RESULTS} value={result} onChange={setResult} />
      <p className="caption">{words.means[result]}</p>
      <ListField
        label={words.group}
        choices={groups.map((each) => ({ value: each.groupId, label: each.name }))}
        value={chosenId}
        fault={act.fault('groupId')}
        onPick={(picked) => {
          choose(picked);
          setRepresentative('');
          setRaised([]);
        }}
      />
      <ListField label={words.way} choices={WAYS} value={way} onPick={setWay} />
      {!isPlan && (
        <ListField
          label={words.representative}
          choices={[{ value: '', label: words.nobody }, ...speakers]}
          value={representativeId}
          fault={act.fault('representativeId')}
          onPick={setRepresentative}
        />
      )}
      {isPlan ? (
        <Field
          label={words.on}
          type="date"
          required
          min={nowLocal.slice(0, 10)}
          value={on}
          fault={act.fault('on')}
          onChange={(event) => setOn(event.currentTarget.value)}
        />
      ) : (
        <Field
          label={words.at}
          type="datetime-local"
          required
          max={nowLocal.slice(0, 16)}
          value={at}
          fault={act.fault('at')}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      )}
      <LongField
        label={isPlan ? words.what : words.topics}
        rows={2}
        maxLength={isPlan ? 200 : 1000}
        value={topics}
        fault={act.fault('topics')}
        onChange={(event) => setTopics(event.currentTarget.value)}
      />
      {!isPlan && (
        <ConcernsRaised groupId={chosenId} chosen={raised} fault={act.fault('concernIds')} onChoose={setRaised} />
      )}
      {!isPlan && (
        <LongField
          label={words.heard}
          hint={words.heardHint}
          rows={2}
          maxLength={4000}
          value={heard}
          fault={act.fault('words')}
          onChange={(event) => {
            setHeard(event.currentTarget.value);
            setClientKey(crypto.randomUUID());
          }}
        />
      )}
      {act.fault('aboutOfficer') !== undefined && (
        <Check label={words.notOfficer} checked={isNotOfficer} onChange={setNotOfficer} />
      )}
      {!isPlan && (
        <Field
          label={words.next}
          maxLength={300}
          value={next}
          fault={act.fault('next')}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
      )}
    </FormDialog>
  );
}

const words = {
  title: (name: string) => `Contact with ${name}`,
  result: 'What happened',
  sends: { made: 'Log contact', attempted: 'Log attempt', planned: 'Plan contact' },
  means: {
    made: 'You reached the group or a representative. This stops the quarter clock.',
    attempted: 'You tried and were not answered. The quarter clock runs on.',
    planned: 'Shown as planned. The quarter clock runs on until it is made.',
  },
  group: 'Group',
  way: 'How',
  ways: CONTACT_WAYS,
  representative: 'With',
  nobody: 'The group, nobody by name',
  at: 'When',
  on: 'On which day',
  topics: 'What it was about',
  what: 'What is planned',
  heard: 'A new concern, in their words',
  heardHint: 'Opens a concern of this group with the contact. Where it is and what was done can follow on its page.',
  notOfficer: 'It is not about how an officer behaved',
  next: 'What comes next, if anything',
};

const RESULTS = [
  { value: 'made', label: 'Made', icon: 'check' },
  { value: 'attempted', label: 'Attempted' },
  { value: 'planned', label: 'Planned', icon: 'clock' },
] as const;
const WAYS = Object.entries(words.ways).map(([value, label]) => ({ value: value as Way, label })); // keys of the record above
