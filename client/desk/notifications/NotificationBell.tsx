import { Popover, VisuallyHidden } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { Icon } from '../../shared/components/Icon.tsx';
import { useIsPhone } from '../../shared/components/useIsPhone.ts';
import { useNotifications } from './NotificationsContext.tsx';

const NotificationList = lazy(() => import('./NotificationList.tsx'));

/** The notifications for this person: how many are new, and their list. */
export function NotificationBell() {
  const { unread } = useNotifications();
  const isPhone = useIsPhone();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setIsOpen}
      position={isPhone ? 'top-end' : 'right-start'}
      width={isPhone ? 340 : 380}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <button type="button" onClick={() => setIsOpen(!isOpen)}>
          <Icon name="bell" size={20} /> <span>For you</span>
          {unread > 0 ? (
            <b>
              {unread}
              <VisuallyHidden> new</VisuallyHidden>
            </b>
          ) : null}
        </button>
      </Popover.Target>
      <Popover.Dropdown p={0}>
        <Suspense>
          <NotificationList onClose={() => setIsOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
