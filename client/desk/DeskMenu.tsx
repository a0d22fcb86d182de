import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useBoard } from '../shared/components/BoardContext.tsx';
import { Icon } from '../shared/components/Icon.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { useToast } from '../shared/components/Toast.tsx';
import { UserMenu } from '../shared/components/UserMenu.tsx';
import { useLive } from '../shared/components/useLive.ts';
import { goToSettings } from './route.ts';
import type { OwnPresence } from './useOwnPresence.ts';

const textSizes = { Small: 0.93, Normal: 1, Large: 1.15 };
const capacities = [1, 2, 3, 5, 8, 12];
/** The value after this one; after the last comes the first. */
const after = (all: readonly number[], one: number): number => all[(all.indexOf(one) + 1) % all.length] ?? one;

interface DeskMenuProps {
  presence: OwnPresence;
  doNotDisturb: boolean;
  onDoNotDisturb(on: boolean): void;
  textScale: number;
  onTextScale(scale: number): void;
  onSearch(): void;
  onKeys(): void;
}

/** Whether I am free, what may call me, how the desk looks to me. */
export function DeskMenu(props: DeskMenuProps) {
  const { presence, doNotDisturb, textScale } = props;
  const { user } = useSession();
  const toast = useToast();
  const people = useLive(useBoard(), (state) => state.people);
  const here = [...people.values()].flatMap(({ id, name, status }) =>
    id === user.id || status === null || status === 'offline'
      ? []
      : [status === 'away' ? `${name} (on a break)` : name],
  );
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : ('denied' as const),
  );
  const ask = async () => {
    const answer = await Notification.requestPermission();
    setPermission(answer);
    if (answer === 'denied')
      toast('Your browser blocks notifications from this page. You can change that in its settings.');
  };
  const tick = (on: boolean) => (on ? <Icon name="check" size={14} /> : null);
  return (
    <UserMenu>
      <Menu.Label>{here.length > 0 ? `Online: ${here.join(', ')}` : 'No one else is online'}</Menu.Label>
      {(['available', 'away'] as const).map((one) => (
        <Menu.Item
          key={one}
          aria-current={presence.status === one}
          onClick={() => presence.change({ status: one })}
          rightSection={tick(presence.status === one)}
        >
          {one === 'available' ? 'Available' : 'On a break'}
        </Menu.Item>
      ))}
      <Menu.Item
        aria-current={doNotDisturb}
        onClick={() => props.onDoNotDisturb(!doNotDisturb)}
        rightSection={tick(doNotDisturb)}
      >
        Do not disturb
      </Menu.Item>
      {permission === 'default' ? <Menu.Item onClick={() => void ask()}>Allow notifications</Menu.Item> : null}
      <Menu.Item
        closeMenuOnClick={false}
        title="Click to change the number"
        onClick={() => presence.change({ capacity: after(capacities, presence.capacity) })}
      >
        Up to {presence.capacity} {presence.capacity === 1 ? 'conversation' : 'conversations'} at once
      </Menu.Item>
      <Menu.Item
        closeMenuOnClick={false}
        title="Click to change the size"
        onClick={() => props.onTextScale(after(Object.values(textSizes), textScale))}
      >
        Text size: {Object.entries(textSizes).find(([, scale]) => scale === textScale)?.[0] ?? 'Normal'}
      </Menu.Item>
      <Menu.Item onClick={props.onSearch}>Search all conversations</Menu.Item>
      <Menu.Item onClick={props.onKeys}>Keyboard shortcuts</Menu.Item>
      <Menu.Item onClick={() => goToSettings()}>Settings</Menu.Item>
    </UserMenu>
  );
}
