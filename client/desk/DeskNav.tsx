import type { MouseEvent } from 'react';
import { Icon } from '../shared/components/Icon.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { deskParts } from './deskParts.ts';
import { NotificationBell } from './notifications/NotificationBell.tsx';
import { goToPath, usePath } from './route.ts';

/** The parts of the desk: a bar at the left, on a phone at the foot. */
export function DeskNav() {
  const path = usePath();
  const { user } = useSession();
  const shown = deskParts.filter(({ forSupervisors }) => !forSupervisors || user.role !== 'agent');
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
