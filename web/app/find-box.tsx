import { Combobox, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useDesk } from '#web/ask/desk.tsx';
import { useView } from '#web/ask/use-view.ts';
import { Icon } from '#web/ui/icons.tsx';
import { type Found, findAll, findPlaces } from './find.ts';
import css from './find-box.module.css';
import { words } from './words.ts';

/** One box for what a person has in hand: a street, an area, a kind of call, a printed figure code. `/` goes to it. */
export function FindBox() {
  const { opened, door } = useDesk();
  const { view, addressOf } = useView();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useSlashKey(() => box.current?.focus());

  const wanted = typed.trim();
  const places = useQuery({
    queryKey: ['places', opened.manifest.manifest, wanted],
    queryFn: () => findPlaces(door, wanted),
    enabled: wanted.length >= 3,
  });
  const groups = wanted === '' ? [] : findAll(opened, wanted, places.data ?? []);
  const byKey = new Map(groups.flatMap(({ found }) => found.map((each) => [each.key, each] as const)));

  const go = (found: Found) => {
    setTyped('');
    combobox.closeDropdown();
    box.current?.blur();
    if (found.is === 'figure') return void navigate({ to: '/figure/$code', params: { code: found.code } });
    if (found.is === 'area')
      return void navigate({ to: '/', search: addressOf({ area: found.areaId, filter: { layer: found.layer } }) });
    const filter = found.is === 'kind' ? { categories: [found.category] } : { places: [found.placeKey] };
    void navigate({ to: '/', search: addressOf({ filter: { ...view.filter, ...filter } }) });
  };

  return (
    <Combobox
      store={combobox}
      withinPortal={false}
      onOptionSubmit={(key) => {
        const found = byKey.get(key);
        if (found) go(found);
      }}
    >
      <Combobox.Target>
        <label className={css.find}>
          <Icon name="search" />
          <input
            ref={box}
            type="search"
            value={typed}
            placeholder={words.find}
            aria-label={words.find}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              combobox.openDropdown();
              combobox.updateSelectedOptionIndex();
            }}
            onFocus={() => combobox.openDropdown()}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') combobox.selectFirstOption();
              if (event.key === 'Escape') box.current?.blur();
            }}
          />
          <kbd>/</kbd>
        </label>
      </Combobox.Target>
      <Combobox.Dropdown hidden={wanted === ''} className={css.dropdown}>
        <Combobox.Options aria-label={words.findShort}>
          {groups.map(({ title, found }) => (
            <Combobox.Group key={title} label={title} classNames={{ groupLabel: css.group ?? '' }}>
              {found.map((each) => (
                <Combobox.Option key={each.key} value={each.key} className={css.option ?? ''}>
                  <span>{each.label}</span>
                  <span className={css.hint}>{each.hint}</span>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
          {groups.length === 0 && <Combobox.Empty>{words.nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function useSlashKey(onSlash: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      onSlash();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
