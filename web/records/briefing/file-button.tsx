import { useState } from 'react';
import { saveFile } from '#web/ask/save-file.ts';
import { Button } from '#web/ui/button.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './files.module.css';
import { words } from './words.ts';

type Props = {
  handOutId: string;
  ending: string; // en.letter.pdf
  label: string;
  named?: string; // the label with what stands beside it, for who hears it alone
  look?: 'plain' | 'filled';
  small?: boolean;
};
type Trouble = { status: number; message: string };

export const fileOf = (handOutId: string, ending: string): string =>
  `/api/records/hand-outs/${encodeURIComponent(`${handOutId}.${ending}`)}`;

/** A file of a released page. Where it cannot be made, what still can is offered in its place. */
export function FileButton({ handOutId, ending, label, named = label, look = 'plain', small = false }: Props) {
  const [isMaking, setMaking] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const twin = fileOf(handOutId, `${ending.slice(0, 2)}.html`);
  const fetchIt = async () => {
    setMaking(true);
    const failed = await download(fileOf(handOutId, ending), `${handOutId}.${ending}`);
    setTrouble(failed);
    setMaking(false);
  };
  return (
    <div className={css.file}>
      <Button
        small={small}
        look={look}
        aria-label={named}
        icon="export"
        unavailable={isMaking ? words.making : undefined}
        onClick={() => void fetchIt()}
      >
        {label}
      </Button>
      {isMaking && (
        <span role="status" className="caption">
          {words.making}
        </span>
      )}
      {trouble && (
        <Notice kind="fault" title={trouble.status === 503 ? words.noPrinter : words.notMade}>
          {trouble.message}{' '}
          <a className="link" href={twin} target="_blank" rel="noreferrer">
            {words.twin}
          </a>
        </Notice>
      )}
    </div>
  );
}

async function download(path: string, name: string): Promise<Trouble | null> {
  try {
    const response = await fetch(path);
    if (response.ok) {
      saveFile(name, await response.blob(), 'told by the server');
      return null;
    }
    const { detail }: { detail?: string } = await response.json().catch(() => ({}));
    return { status: response.status, message: detail ?? words.answered(response.status) };
  } catch {
    return { status: 0, message: words.unreachable };
  }
}
