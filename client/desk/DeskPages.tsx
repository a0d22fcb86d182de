import { lazy, Suspense } from 'react';
import { Desk } from './Desk.tsx';
import { usePath } from './route.ts';

const SettingsPage = lazy(() => import('./settings/SettingsPage.tsx'));

/** The desk, or its settings, which are loaded when somebody opens them. */
export function DeskPages() {
  const inSettings = /^\/desk\/settings(\/|$)/.test(usePath());
  return inSettings ? (
    <Suspense>
      <SettingsPage />
    </Suspense>
  ) : (
    <Desk />
  );
}
