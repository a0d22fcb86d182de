import { Menu } from '@mantine/core';
import type { ReactElement } from 'react';
import { type Disposition, dispositions } from '../../../src/contract/dispositions.ts';
import { useClosing } from './ClosingContext.tsx';

interface CloseMenuProps {
  conversationId: string;
  /** Whether the menu is open. */
  opened: boolean;
  onOpened(on: boolean): void;
  /** Called once it is closed: on to the next conversation. */
  onClosed(): void;
  /** The button that asks. */
  children: ReactElement;
}

/** How the conversation ended; with the answer it is closed. */
export function CloseMenu({ conversationId, opened, onOpened, onClosed, children }: CloseMenuProps) {
  const closing = useClosing();
  const close = (disposition: Disposition) => {
    onOpened(false);
    closing.close([conversationId], disposition);
    onClosed();
  };
  return (
    <Menu position="bottom-end" width={200} opened={opened} onChange={onOpened}>
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Close as</Menu.Label>
        {dispositions.map((disposition, index) => (
          <Menu.Item
            key={disposition}
            // For keyboard users the first item has the focus from the start, so that no later focus moves it.
            {...(index === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => close(disposition)}
          >
            {disposition}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
