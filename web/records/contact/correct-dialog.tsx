import { useState } from 'react';
import { Contact } from '#data/schema/records/contact.ts';
import { useSession } from '#web/ask/session.tsx';
import { ConcernsRaised } from '#web/records/shared/concerns-raised.tsx';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { ListField, LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Field } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { CONTACTS_KEY, type Names } from './use-contacts.ts';
import { momentInWords, words } from './words.ts';

/** Corrects a logged contact. Where somebody else did meanwhile, both stand until one is kept. */
export function CorrectDialog({ contact, names, onClose }: { contact: Contact; names: Names; onClose: () => void }) {
  const { nowLocal } = useSession();
  const act = useAct([CONTACTS_KEY, ['duties'], ['groups'], ['concern-story']]);
  const [form, setForm] = useState(contact);
  const change = (to: Partial<Contact>) => setForm((before) => ({ ...before, ...to }));
  const theirs = act.theirs(Contact);
  const { groupId, representativeId, result, way, at, officerId, topics, concernIds, next } = form;
  const body = { groupId, representativeId, result, way, at, officerId, topics, concernIds, next };
  const revision = theirs?.revision ?? contact.revision;
  const save = () => send(Contact, 'PUT', `/api/records/contacts/${contact.contactId}`, { ...body, revision });
  return (
    <FormDialog
      title={words.correctTitle(contact.contactId)}
      sends={words.keep}
      act={act}
      meanwhile={theirs && <Theirs contact={theirs} names={names} today={nowLocal.slice(0, 10)} />}
      onClose={onClose}
      onSend={async () => {
        if (await act.send(save)) onClose();
      }}
    >
      <Segmented label={words.result} segments={RESULTS} value={result} onChange={(to) => change({ result: to })} />
      <ListField
        label={words.group}
        choices={names.groups.map((each) => ({ value: each.groupId, label: each.name }))}
        value={groupId}
        fault={act.fault('groupId')}
        onPick={(to) => change({ groupId: to, representativeId: null })}
      />
      <ListField
        label={words.representative}
        choices={speakersOf(form, names)}
        value={representativeId ?? ''}
        fault={act.fault('representativeId')}
        onPick={(to) => change({ representativeId: to === '' ? null : to })}
      />
      <ListField label={words.way} choices={WAYS} value={way} onPick={(to) => change({ way: to })} />
      <Field
        label={words.at}
        type="datetime-local"
        required
        max={nowLocal.slice(0, 16)}
        value={at.slice(0, 16)}
        fault={act.fault('at')}
        onChange={(event) => change({ at: `${event.currentTarget.value}:00` })}
      />
      <LongField
        label={words.topics}
        rows={2}
        maxLength={1000}
        value={topics}
        fault={act.fault('topics')}
        onChange={(event) => change({ topics: event.currentTarget.value })}
      />
      <ConcernsRaised
        groupId={groupId}
        chosen={concernIds}
        fault={act.fault('concernIds')}
        onChoose={(to) => change({ concernIds: to })}
      />
      <Field
        label={words.nextLabel}
        maxLength={300}
        value={next}
        fault={act.fault('next')}
        onChange={(event) => change({ next: event.currentTarget.value })}
      />
      <p className="caption">{words.audit}</p>
    </FormDialog>
  );
}

function Theirs({ contact, names, today }: { contact: Contact; names: Names; today: string }) {
  const { result, way, at, topics, concernIds, groupId, updatedBy, next } = contact;
  const made = result === 'made' ? words.made : words.attempted;
  return (
    <p>
      <b>{words.theirs(names.nameOf(updatedBy))}</b>{' '}
      {[
        names.groupName(groupId),
        `${made.toLowerCase()} ${words.ways[way]}`,
        momentInWords(at, today),
        topics,
        ...concernIds,
        next,
      ]
        .filter(Boolean)
        .join(' · ')}
    </p>
  );
}

function speakersOf({ groupId, representativeId }: Contact, { groups }: Names) {
  const known = groups.find((each) => each.groupId === groupId)?.representatives ?? [];
  const listed = known.map((each) => ({ value: each.representativeId, label: `${each.name}, ${each.position}` }));
  const isFormer = representativeId !== null && !known.some((each) => each.representativeId === representativeId);
  const former = isFormer ? [{ value: representativeId, label: words.formerSpeaker }] : [];
  return [{ value: '', label: words.nobody }, ...listed, ...former];
}

const RESULTS = (['made', 'attempted'] as const).map((value) => ({ value, label: words[value] }));
const WAYS = Contact.shape.way.options.map((value) => ({ value, label: words.ways[value] }));
