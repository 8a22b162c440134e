import { Link } from '@tanstack/react-router';
import type { FeedFile, FeedFolder } from '#data/schema/records/feed.ts';
import type { Operations } from '#data/schema/records/operation.ts';
import { momentInWords } from '#web/ask/date-words.ts';
import { useMay, useSession } from '#web/ask/session.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { words } from './feed-words.ts';
import css from './operations.module.css';

/** What became of the files that came to a watched folder; those that wait to be mended first. */
export function CallFiles({ feed: { folders, waiting, files } }: { feed: Operations['feed'] }) {
  const maySeeSources = useMay('map.read');
  const all = [...waiting, ...files];
  return (
    <section>
      <div className={css.head}>
        <h2>{words.title}</h2>
        {maySeeSources && <Link to="/sources">{words.sources}</Link>}
      </div>
      {folders.length === 0 && <p>{words.none}</p>}
      {folders.map((folder) => (
        <Watched key={folder.source} folder={folder} />
      ))}
      {all.length === 0 && folders.length > 0 && <p>{words.empty}</p>}
      {all.length > 0 && <Files files={all} waiting={waiting.length} />}
    </section>
  );
}

function Watched({ folder: { title, folder, sinceLocal, trouble } }: { folder: FeedFolder }) {
  const { nowLocal } = useSession();
  return (
    <>
      <p className={css.watched}>
        {words.watched(title, momentInWords(sinceLocal, nowLocal))} {folder !== null && <code>{folder}</code>}
      </p>
      {trouble !== '' && (
        <Notice kind="fault" title={words.trouble(trouble)}>
          {words.troubleNext}
        </Notice>
      )}
    </>
  );
}

function Files({ files, waiting }: { files: readonly FeedFile[]; waiting: number }) {
  const { nowLocal } = useSession();
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{words.file}</th>
          <th scope="col">{words.came}</th>
          <th scope="col">{words.became}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file, at) => (
          <tr key={`${file.source} ${file.file} ${file.at}`}>
            <th scope="row">{file.file}</th>
            <td>{momentInWords(file.atLocal, nowLocal)}</td>
            <td>
              <Became file={file} isWaiting={at < waiting} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Became({ file, isWaiting }: { file: FeedFile; isWaiting: boolean }) {
  const { outcome, report, words: why, line, column } = file;
  const more = report === null ? 0 : report.rejected - report.rejects.length;
  return (
    <>
      <Tag look={isWaiting ? 'ground' : 'line'}>{words.outcomes[outcome]}</Tag> {report && words.sum(report)}
      {why !== '' && words.place(line, column, why)}
      {report && report.unplaced > 0 && <div className={css.caption}>{words.unplaced(report.unplaced)}</div>}
      {report && report.rejects.length > 0 && (
        <ul className={css.faults}>
          {report.rejects.map((reject) => (
            <li key={reject.line}>{words.place(reject.line, reject.column, reject.reason)}</li>
          ))}
          {more > 0 && <li>{words.more(more)}</li>}
        </ul>
      )}
      {isWaiting && <div className={css.caption}>{outcome === 'broke' ? words.again : words.mend}</div>}
    </>
  );
}
