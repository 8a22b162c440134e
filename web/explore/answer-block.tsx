import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useAreas, useDesk } from '#web/ask/desk.tsx';
import { filterInWords } from '#web/ask/filter-words.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import { Live } from '#web/ui/live.tsx';
import css from './answer-block.module.css';
import { answerInWords, words } from './answer-words.ts';
import { LogRequest } from './log-request.tsx';
import type { Picture } from './use-picture.ts';
import { useRegistered } from './use-registered.ts';

/** The answer to whoever asked, in one sentence: copied with its figure code, or logged as an analysis request. */
export function AnswerBlock({ picture, judged }: { picture: Picture; judged: string }) {
  const { opened } = useDesk();
  const areas = useAreas(picture.filter.layer);
  const mayLog = useMay('register.write');
  const registered = useRegistered(picture);
  const [isLogging, setLogging] = useState(false);
  const [logged, setLogged] = useState<{ code: string; entryId: string } | null>(null);
  const { filter, area, here } = picture;
  const place = area === null ? areas.noun[1] : areas.nameOf(area);
  const counted = filterInWords(filter, areas, opened);
  const answer = answerInWords({
    ...{ place, counted, judged, code: here.code, calls: here.findings[0]?.calls ?? 0 },
    area: area === null ? null : (areas.byId.get(area) ?? null),
  });
  return (
    <section className={css.block} aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{answer}</p>
      <p className={css.acts}>
        <Button
          small
          icon={registered.state === 'copied' ? 'check' : 'link'}
          onClick={() => void registered.copy(answer)}
        >
          {registered.state === 'copied' ? words.copied : words.copy}
        </Button>
        {mayLog && (
          <Button small onClick={() => setLogging(true)}>
            {words.log}
          </Button>
        )}
        {logged?.code === here.code && (
          <Link to="/register/$kind/$entryId" params={{ kind: 'analysis-request', entryId: logged.entryId }}>
            {words.logged(logged.entryId)}
          </Link>
        )}
      </p>
      {registered.state === 'failed' && <p role="alert">{registered.reason}</p>}
      <Live>{logged?.code === here.code ? words.logged(logged.entryId) : ''}</Live>
      {isLogging && (
        <LogRequest
          question={words.question(place.charAt(0).toUpperCase() + place.slice(1), counted)}
          answer={answer}
          picture={picture}
          register={registered.register}
          onLogged={(entryId) => setLogged({ code: here.code, entryId })}
          onClose={() => setLogging(false)}
        />
      )}
    </section>
  );
}
