import { useState } from 'react';
import { REGISTER } from '#data/register/catalog.ts';
import { RegisterEntry } from '#data/schema/records/register.ts';
import type { EntryPage } from '#data/schema/records/register-answers.ts';
import { FormDialog } from '#web/records/shared/form-dialog.tsx';
import { LongField } from '#web/records/shared/long-field.tsx';
import { send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Check } from '#web/ui/field.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { registerPath } from './use-register.ts';
import { words } from './words.ts';

type Reach = RegisterEntry['release'];
const ORDER: readonly Reach[] = ['internal', 'group', 'public'];
const said = {
  found: 'This may point to a person or a home. Check each one that may stand, or cancel and change the words.',
  nothing: 'No name, number or address was found in what would leave with it. Read it once more all the same.',
  why: 'Why it may go so far',
  unclear: 'Look at each word that was found first.',
  noReason: 'Say why.',
};

/** Letting an entry out is a person's act: what was found is looked at word by word, and the reason is kept. */
export function ReleaseDialog({ page, onClose }: { page: EntryPage; onClose: () => void }) {
  const { entry, privateWords } = page;
  const reachable = ORDER.filter(
    (reach) =>
      ORDER.indexOf(reach) <= ORDER.indexOf(REGISTER[entry.kind].farthest) && (reach !== 'group' || entry.groupId),
  );
  const [to, setTo] = useState<Reach>(entry.release === 'internal' ? (reachable.at(-1) ?? 'internal') : 'internal');
  const [why, setWhy] = useState('');
  const [cleared, setCleared] = useState<readonly string[]>([]);
  const act = useAct([['register']]);
  const isWider = ORDER.indexOf(to) > ORDER.indexOf(entry.release);
  const left = isWider ? privateWords.filter(({ words: found }) => !cleared.includes(found)) : [];
  const release = async () => {
    const path = `${registerPath(entry.kind, entry.entryId)}/release`;
    const body = { revision: entry.revision, to, why, cleared };
    if (await act.send(() => send(RegisterEntry, 'POST', path, body))) onClose();
  };
  return (
    <FormDialog
      title={words.release}
      sends={isWider ? words.letOut : words.takeBack}
      act={act}
      onSend={() => void release()}
      onClose={onClose}
      unavailable={left.length > 0 ? said.unclear : why.trim() === '' ? said.noReason : undefined}
    >
      <Segmented
        label={words.release}
        value={to}
        onChange={setTo}
        segments={reachable.map((value) => ({ value, label: words.releases[value] }))}
      />
      {isWider && <p>{privateWords.length > 0 ? said.found : said.nothing}</p>}
      {isWider &&
        privateWords.map(({ what, words: found }) => (
          <Check
            key={found}
            label={
              <>
                {found} <span className="caption">{what}</span>
              </>
            }
            checked={cleared.includes(found)}
            onChange={(isClear) => setCleared(isClear ? [...cleared, found] : cleared.filter((one) => one !== found))}
          />
        ))}
      <LongField
        label={said.why}
        value={why}
        maxLength={500}
        fault={act.fault('why') ?? act.fault('to') ?? act.fault('cleared')}
        onChange={(event) => setWhy(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
