import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { WallAsked } from '#data/schema/wall.ts';
import { ApiFailed } from '#web/api.ts';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { getJson } from '#web/records/shared/send.ts';
import { Notice } from '#web/ui/notice.tsx';
import { CodeBox } from './code-box.tsx';
import css from './wall-code.module.css';
import { words } from './words.ts';

/** `/wall-code/7K4M`, as the squares on a wall hold it: goes on to the question; without a code it asks for one. */
export function WallCodeScreen() {
  const { code = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const ask = (wanted: string) =>
    void navigate({ to: '/wall-code/$code', params: { code: wanted }, replace: code !== '' });
  return (
    <div className={css.page}>
      <h1>{words.title}</h1>
      {code === '' && <p>{words.lead}</p>}
      {code === '' ? <CodeBox onCode={ask} /> : <Asked key={code} code={code} onCode={ask} />}
    </div>
  );
}

/** Back leads to where one was before the code, so what it opens takes its place in the history. */
function Asked({ code, onCode }: { code: string; onCode: (code: string) => void }) {
  const { history } = useRouter();
  const asked = useQuery({
    queryKey: ['wall-code', code],
    queryFn: () => getJson(WallAsked, `/api/wall-codes/${encodeURIComponent(code)}`),
  });
  const address = asked.data?.address;
  useEffect(() => {
    if (address?.startsWith('/')) history.replace(address);
  }, [address, history]);
  if (asked.data) return <p role="status">{asked.data.words}</p>;
  if (isUnknown(asked.error)) {
    return (
      <>
        <Notice kind="plain" title={words.unknownTitle(code.toUpperCase())}>
          {words.unknown}
        </Notice>
        <CodeBox first={code} onCode={onCode} />
      </>
    );
  }
  return (
    <Awaited
      query={asked}
      failed={words.failedTitle}
      forbidden={words.forbiddenTitle}
      reading={words.opening(code)}
      height={64}
    />
  );
}

const isUnknown = (error: unknown): boolean => error instanceof ApiFailed && [400, 404, 422].includes(error.status);
