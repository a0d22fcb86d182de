import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { useCommand } from '../shared/ui/Tell.tsx';

const dispositions = ['Qualified', 'Appointment set', 'Not interested', 'Just looking', 'Wrong contact', 'Spam'];

interface CloseMenuProps {
  conversationId: string;
  position: 'bottom-end' | 'top';
  /** Whether it is being asked how the conversation ended. */
  opened: boolean;
  onOpened(on: boolean): void;
  /** It is over: on to the next. */
  onClosed(): void;
  /** The button that asks. */
  children: ReactElement;
}

/** How the conversation ended; with the answer it is closed. */
export function CloseMenu({ conversationId, position, opened, onOpened, onClosed, children }: CloseMenuProps) {
  const run = useCommand();
  const close = async (disposition: string) => {
    onOpened(false);
    if (await run('conversation-close', { conversationId, disposition })) onClosed();
  };
  return (
    <Menu position={position} width={200} opened={opened} onChange={onOpened}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Close as</Menu.Label>
        {dispositions.map((disposition, place) => (
          <Menu.Item
            key={disposition}
            // Whoever came by the keyboard stands on the first from the start, and no late focus takes them off it.
            {...(place === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => void close(disposition)}
          >
            {disposition}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
