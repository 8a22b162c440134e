import { Menu } from '@mantine/core';
import { useView } from '#web/ask/use-view.ts';
import { Button } from '#web/ui/button.tsx';
import { CATALOG, SHELVES } from './catalog.ts';
import css from './frame.module.css';
import { words } from './words.ts';

/** Every method, by what it answers. The one chosen opens beside the map. */
export function MethodMenu() {
  const { view, change } = useView();
  return (
    <Menu position="bottom-end" width={340}>
      <Menu.Target>
        <Button look="quiet" small icon="bars">
          {words.methods}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={css.menu}>
        {SHELVES.map((shelf) => {
          const entries = CATALOG.filter((entry) => entry.shelf === shelf);
          if (entries.length === 0) return null;
          return (
            <div key={shelf}>
              <Menu.Label>{shelf}</Menu.Label>
              {entries.map(({ method, name, question }) => (
                <Menu.Item
                  key={method}
                  aria-current={view.method === method ? 'true' : undefined}
                  onClick={() => change({ method, options: {} })}
                >
                  <b className={css.name}>{name}</b>
                  <span className={css.asks}>{question}</span>
                </Menu.Item>
              ))}
            </div>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
