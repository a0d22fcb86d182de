import type { IconName } from '../shared/components/Icon.tsx';

export interface DeskPart {
  name: string;
  path: string;
  icon: IconName;
  /** Not for agents. */
  forSupervisors?: true;
  /** Whether the page of this path is one of the part. */
  isHere(path: string): boolean;
}
/** The parts of the desk, in the order of its bar. */
export const deskParts: readonly DeskPart[] = [
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
