import { Menu } from '@mantine/core';
import type { ConcernStory } from '#data/schema/records/concern-story.ts';
import { useMay } from '#web/ask/session.tsx';
import { Button } from '#web/ui/button.tsx';
import type { Doing } from './act-dialogs.tsx';
import { actWords as words } from './act-words.ts';

type Item = { doing: Doing; may: boolean };

/** What is done less often than logging an action and answering. */
export function MoreActs({ story: { concern }, onDo }: { story: ConcernStory; onDo: (doing: Doing) => void }) {
  const mayShare = useMay('concern.share');
  const mayRefer = useMay('referral.write');
  const mayTriage = useMay('concern.triage');
  const isOpen = concern.status !== 'closed';
  const items: Item[] = [
    { doing: 'said', may: true },
    { doing: 'conveyed', may: isOpen },
    { doing: 'note', may: true },
    { doing: 'refer', may: mayRefer && isOpen },
    { doing: 'assign', may: mayTriage && isOpen },
    { doing: 'merge', may: mayTriage && isOpen },
    { doing: 'next-step', may: isOpen },
    { doing: 'significance', may: true },
    { doing: 'share', may: mayShare },
    { doing: 'sheet', may: true },
    { doing: 'close', may: isOpen },
  ];
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button iconEnd="down">{words.more}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items
          .filter(({ may }) => may)
          .map(({ doing }) => (
            <Menu.Item key={doing} onClick={() => onDo(doing)}>
              {words.items(doing, concern)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
