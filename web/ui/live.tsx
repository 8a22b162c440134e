import { useEffect, useState } from 'react';

/** Reads a changed sentence out, once the page has been quiet for half a second. */
export function Live({ children }: { children: string }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const pause = setTimeout(() => setSaid(children), 500);
    return () => clearTimeout(pause);
  }, [children]);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {said}
    </div>
  );
}
