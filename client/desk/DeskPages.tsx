import { type ComponentType, lazy, Suspense } from 'react';
import { useIsPhone } from '../shared/components/useIsPhone.ts';
import { Desk } from './Desk.tsx';
import { DeskNav } from './DeskNav.tsx';
import { MyTasksProvider } from './MyTasks.tsx';
import { NotificationsProvider } from './notifications/NotificationsContext.tsx';
import { PhotosProvider } from './PhotosContext.tsx';
import { useOpenId, usePath } from './route.ts';
import { ClosingProvider } from './talk/ClosingContext.tsx';
import { WaitingCalls } from './WaitingCalls.tsx';

const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx'));
const CalendarPage = lazy(() => import('./calendar/CalendarPage.tsx'));
const PeoplePage = lazy(() => import('./people/PeoplePage.tsx'));
const CoolingPage = lazy(() => import('./cooling/CoolingPage.tsx'));
const WritePage = lazy(() => import('./write/WritePage.tsx'));
const HomesPage = lazy(() => import('./homes/HomesPage.tsx'));
const ReportsPage = lazy(() => import('./reports/ReportsPage.tsx'));
const ExperimentsPage = lazy(() => import('./experiments/ExperimentsPage.tsx'));
const pages: readonly [RegExp, ComponentType][] = [
  [/^\/desk\/settings(\/|$)/, SettingsPage],
  [/^\/desk\/calendar(\/|$)/, CalendarPage],
  [/^\/desk\/leads(\/|$)/, PeoplePage],
  [/^\/desk\/cooling(\/|$)/, CoolingPage],
  [/^\/desk\/homes(\/|$)/, HomesPage],
  [/^\/desk\/write(\/|$)/, WritePage],
  [/^\/desk\/reports(\/|$)/, ReportsPage],
  [/^\/desk\/experiments(\/|$)/, ExperimentsPage],
];

/** The parts of the desk beside their navigation; all but the inbox are loaded when somebody opens them. */
export function DeskPages() {
  const path = usePath();
  const isPhone = useIsPhone();
  const openId = useOpenId();
  const Elsewhere = pages.find(([pattern]) => pattern.test(path))?.[1] ?? null;
  // On a phone an open talk has the screen, with the bar of its own parts.
  const hasNav = !(isPhone && openId);
  return (
    <NotificationsProvider>
      <PhotosProvider>
        <div className={hasNav ? 'desk-frame with-bar' : 'desk-frame'}>
          {hasNav && !isPhone ? <DeskNav /> : null}
          <div className="desk-part">
            <ClosingProvider>
              <MyTasksProvider>
                <Suspense>{Elsewhere ? <Elsewhere /> : <Desk />}</Suspense>
              </MyTasksProvider>
            </ClosingProvider>
            {Elsewhere ? <WaitingCalls /> : null}
          </div>
          {hasNav && isPhone ? <DeskNav /> : null}
        </div>
      </PhotosProvider>
    </NotificationsProvider>
  );
}
