import { Combobox, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useDeskIfOpen } from '#web/ask/desk.tsx';
import { useAddress } from '#web/ask/use-view.ts';
import { Icon } from '#web/ui/icons.tsx';
import { type Found, findAll, findPlaces } from './find.ts';
import css from './find-box.module.css';
import { words } from './words.ts';

/**
 * One box for what a person has in hand: a street, an area, a kind of call, a printed figure code, a code from the wall.
 * Before the calls are open it takes the codes. `/` goes to it.
 */
export function FindBox() {
  const desk = useDeskIfOpen();
  const { view, addressOf } = useAddress();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const box = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useSlashKey(() => box.current?.focus());

  const says = desk ? words.find : words.findCode;
  const wanted = typed.trim();
  const places = useQuery({
    queryKey: ['places', desk?.opened.manifest.manifest, wanted],
    queryFn: () => (desk ? findPlaces(desk.door, wanted) : []),
    enabled: desk !== null && wanted.length >= 3,
  });
  const groups = wanted === '' ? [] : findAll(desk?.opened ?? null, wanted, places.data ?? []);
  const byKey = new Map(groups.flatMap(({ found }) => found.map((each) => [each.key, each] as const)));

  const go = (found: Found) => {
    setTyped('');
    combobox.closeDropdown();
    box.current?.blur();
    if (found.is === 'figure') return void navigate({ to: '/figure/$code', params: { code: found.code } });
    if (found.is === 'wall') return void navigate({ to: '/wall-code/$code', params: { code: found.code } });
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
            placeholder={says}
            aria-label={says}
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
          {groups.length === 0 && <Combobox.Empty>{desk ? words.nothingFound : words.noCode}</Combobox.Empty>}
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
