import { useId, useState } from 'react';
import { ApiFailed } from '#web/api.ts';
import { ListField } from '#web/records/shared/long-field.tsx';
import { Notice } from '#web/ui/notice.tsx';
import css from './boundary.module.css';
import { words } from './boundary-words.ts';
import { type FileAnswer, readFile } from './use-boundary.ts';
import type { Geometry } from './use-groups.ts';

/** One area of a boundary file, with what had to be mended in it. */
export function FilePart({ onTake }: { onTake: (geometry: Geometry) => void }) {
  const id = useId();
  const [answer, setAnswer] = useState<FileAnswer | null>(null);
  const [chosen, choose] = useState('');
  const [trouble, setTrouble] = useState('');
  const [name, setName] = useState('');
  const take = (of: FileAnswer, at: string) => {
    choose(at);
    const feature = at === '' ? undefined : of.features[Number(at)];
    if (feature) onTake(feature.geometry);
  };
  const read = async (file: File) => {
    setTrouble('');
    setName(file.name);
    try {
      const found = await readFile(file);
      setAnswer(found);
      take(found, found.features.length === 1 ? '0' : '');
    } catch (cause) {
      if (!(cause instanceof ApiFailed)) throw cause;
      setAnswer(null);
      setTrouble(cause.message);
    }
  };
  return (
    <section className={css.block}>
      <label htmlFor={id} className={css.blockHead}>
        {words.file}
      </label>
      <input
        id={id}
        type="file"
        accept=".geojson,.json,.kml,.zip,.gpkg"
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          currentTarget.value = ''; // the same file, mended, may be chosen again
          if (file) void read(file);
        }}
      />
      <p id={`${id}-hint`} className="caption">
        {name === '' ? words.fileHint : words.fileRead(name)}
      </p>
      {trouble !== '' && (
        <Notice kind="fault" title={words.fileFailed}>
          {trouble}
        </Notice>
      )}
      {answer && answer.features.length > 1 && (
        <ListField
          label={words.area}
          value={chosen}
          choices={[
            { value: '', label: words.choose },
            ...answer.features.map(({ properties }, at) => ({ value: String(at), label: properties.name })),
          ]}
          onPick={(at) => take(answer, at)}
        />
      )}
      {answer && answer.notes.length > 0 && (
        <Notice kind="plain" title={words.notes}>
          <ul>
            {answer.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
