import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { useSession } from './SessionContext.ts';

const roleName = { agent: 'Agent', supervisor: 'Supervisor', admin: 'Admin' };

/** The signed-in person, the look of the page, and the way out. `children`: the page's own items. */
export function UserMenu({ children }: { children?: ReactNode }) {
  const { session, user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={`${user.name}: account and settings`}>
          <Icon name="person" size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · {roleName[user.role]}
        </Menu.Label>
        {children}
        <Menu.Divider />
        <Menu.Label>Theme</Menu.Label>
        {(['auto', 'light', 'dark'] as const).map((scheme) => (
          <Menu.Item
            key={scheme}
            onClick={() => setColorScheme(scheme)}
            rightSection={colorScheme === scheme ? <Icon name="check" size={14} /> : null}
          >
            {scheme === 'auto' ? 'Match system' : scheme === 'light' ? 'Light' : 'Dark'}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => void session.signOut()}>Sign out</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
