import { Link, useParams } from '@tanstack/react-router';
import { ApiFailed } from '#web/api.ts';
import { useMay } from '#web/ask/session.tsx';
import { Awaited } from '#web/records/shared/awaited.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './pattern.module.css';
import { PatternDesk } from './pattern-desk.tsx';
import { usePattern } from './use-pattern.ts';
import { words } from './words.ts';

/** `/patterns/P-0007`: its calls at the left, where and when in the middle, what the bulletin says at the right. */
export function PatternScreen() {
  const { patternId = '' } = useParams({ strict: false });
  const mayRead = useMay('pattern.read');
  const query = usePattern(patternId);
  if (query.data) return <PatternDesk key={patternId} sheet={query.data} />;
  const isMissing = query.error instanceof ApiFailed && query.error.status === 404;
  return (
    <div className={css.alone}>
      <h1 className="visually-hidden">{patternId}</h1>
      {!mayRead && <Notice kind="locked" title={words.forbidden} />}
      {mayRead && isMissing && <Notice kind="plain" title={words.pageMissing} />}
      {mayRead && !isMissing && (
        <Awaited query={query} failed={words.pageFailed} reading={words.pageReading} height={420} />
      )}
      <Link to="/patterns" className="link">
        {words.back}
      </Link>
    </div>
  );
}
