import type { MouseEvent } from 'react';
import { Icon, type IconName } from '../shared/components/Icon.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { NotificationBell } from './notifications/NotificationBell.tsx';
import { goToPath, usePath } from './route.ts';

interface Part {
  name: string;
  path: string;
  icon: IconName;
  /** Not for agents. */
  forSupervisors?: true;
  isHere(path: string): boolean;
}
const parts: readonly Part[] = [
  {
    name: 'Inbox',
    path: '/desk',
    icon: 'inbox',
    isHere: (path) => /^\/desk(\/c\/|\/?$)/.test(path),
  },
  {
    name: 'People',
    path: '/desk/leads',
    icon: 'people',
    isHere: (path) => /^\/desk\/(leads|cooling)(\/|$)/.test(path),
  },
  {
    name: 'Calendar',
    path: '/desk/calendar',
    icon: 'calendar',
    isHere: (path) => /^\/desk\/calendar(\/|$)/.test(path),
  },
  {
    name: 'Homes',
    path: '/desk/homes',
    icon: 'home',
    isHere: (path) => /^\/desk\/homes(\/|$)/.test(path),
  },
  {
    name: 'Reports',
    path: '/desk/reports',
    icon: 'paper',
    forSupervisors: true,
    isHere: (path) => /^\/desk\/(reports|experiments)(\/|$)/.test(path),
  },
  {
    name: 'Settings',
    path: '/desk/settings',
    icon: 'settings',
    isHere: (path) => /^\/desk\/settings(\/|$)/.test(path),
  },
];

/** The parts of the desk: a bar at the left, on a phone at the foot. */
export function DeskNav() {
  const path = usePath();
  const { user } = useSession();
  const shown = parts.filter(({ forSupervisors }) => !forSupervisors || user.role !== 'agent');
  const open = (event: MouseEvent, to: string) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    goToPath(to);
  };
  return (
    <nav className="desk-nav" aria-label="Desk sections">
      {shown.map((part) => (
        <a
          key={part.name}
          href={part.path}
          aria-current={part.isHere(path) ? 'page' : undefined}
          onClick={(event) => open(event, part.path)}
        >
          <Icon name={part.icon} size={20} /> {part.name}
        </a>
      ))}
      <NotificationBell />
    </nav>
  );
}
