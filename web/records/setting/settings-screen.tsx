import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Settings } from '#data/policy/choices.ts';
import { ApiFailed } from '#web/api.ts';
import { useMay } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { getJson, send } from '#web/records/shared/send.ts';
import { useAct } from '#web/records/shared/use-act.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { Policies } from './policies.tsx';
import css from './setting.module.css';
import { pick, useDraft } from './use-draft.ts';
import { PARTS, words } from './words.ts';

const KEY = ['settings'];
const PATH = '/api/records/settings';

/** `/settings`: the policies in force, and what the department chose where they leave it open. */
export function SettingsScreen() {
  const mayRead = useMay('person.read');
  const query = useQuery({
    queryKey: KEY,
    queryFn: () => getJson(Settings, PATH),
    enabled: mayRead,
    staleTime: 0,
  });
  const { data, error } = query;
  const isForbidden = !mayRead || (error instanceof ApiFailed && error.status === 403);
  return (
    <div className={css.page}>
      <h1>{words.title}</h1>
      {isForbidden && (
        <Notice kind="locked" title={words.forbiddenTitle}>
          {words.forbidden}
        </Notice>
      )}
      {!isForbidden && !data && (
        <Awaited query={query} failed={words.failedTitle} reading={words.loading} height={320} />
      )}
      {data && mayRead && <Choices kept={data} />}
    </div>
  );
}

function Choices({ kept }: { kept: Settings }) {
  const mayManage = useMay('settings.manage');
  const draft = useDraft(kept);
  const act = useAct([KEY, ['duties'], ['concern-names'], ['referrals']]);
  const [isSaved, setSaved] = useState(false);
  const { changed, overtaken, settings } = draft;
  const save = async () => {
    const body = { ...pick(settings, changed), seen: pick(kept, changed) };
    if (!(await act.send(() => send(Settings, 'PATCH', PATH, body)))) return;
    draft.drop(changed);
    setSaved(true);
  };
  const shared = { draft, act, mayManage };
  return (
    <form
      className={css.form}
      noValidate
      onChange={() => setSaved(false)}
      onSubmit={(event) => {
        event.preventDefault();
        if (changed.length > 0 && !act.isSending) void save();
      }}
    >
      <p className={css.lead}>{words.lead}</p>
      {!mayManage && <p className={css.lead}>{words.readOnly}</p>}
      <Policies {...shared} />
      {PARTS.map(({ title, keys }) => (
        <section key={title} className={css.part} aria-label={title}>
          <h2>{title}</h2>
          {keys.map((open) => (
            <ChoiceRow key={open.key} open={open} {...shared} />
          ))}
        </section>
      ))}
      {mayManage && (
        <footer className={changed.length > 0 || isSaved || act.trouble ? css.bar : css.quietBar}>
          {act.isConflict && overtaken.length > 0 && (
            <Notice kind="stale" title={words.conflictTitle}>
              {words.conflict}
            </Notice>
          )}
          {act.trouble && !act.isConflict && (
            <Notice kind="fault" title={words.refusedTitle}>
              {act.trouble.status === 422 ? words.refused : act.trouble.message}
            </Notice>
          )}
          <div className={css.acts}>
            <p role="status">{changed.length > 0 ? words.changed(changed.length) : isSaved ? words.saved : ''}</p>
            {changed.length > 0 && (
              <>
                <Button onClick={() => draft.drop(changed)}>{words.discard}</Button>
                <Button look="filled" type="submit" unavailable={act.isSending ? words.saving : undefined}>
                  {overtaken.length > 0 ? words.saveAnyway : words.save(changed.length)}
                </Button>
              </>
            )}
          </div>
        </footer>
      )}
    </form>
  );
}
