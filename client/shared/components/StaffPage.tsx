import './mantine.css';
import './base.css';
import './talk.css';
import './composer/composer.css';
import './files.css';
import './lead/lead.css';
import { Button } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { Role } from '../../../src/contract/values.ts';
import { readClockAs } from '../labels/times.ts';
import { openSession, type Session, type SessionDeps } from '../session/session.ts';
import { BoardProvider } from './BoardContext.tsx';
import { BrokerageProvider } from './BrokerageContext.tsx';
import { HubProvider, type StaffNamespace } from './HubContext.tsx';
import { Notice } from './Notice.tsx';
import { SessionContext } from './SessionContext.ts';
import { StaffStyles } from './StaffStyles.tsx';
import { ToastProvider } from './Toast.tsx';

const SignIn = lazy(() => import('./SignIn.tsx'));
const RequiredFactor = lazy(() => import('./secondFactor/RequiredFactor.tsx'));

interface StaffPageOptions {
  page: SessionDeps['page'];
  pageName: string;
  namespace: StaffNamespace;
  allowed: readonly Role[];
  children: ReactNode;
}

/** Draws a page of the staff into `#root`: signs in, checks the role, and opens the one connection that everything on the page uses. */
export function openStaffPage({ page, pageName, namespace, allowed, children }: StaffPageOptions): void {
  const locks = navigator.locks as LockManager | undefined;
  const session = openSession({
    page,
    allowed,
    storage: localStorage,
    locks: locks && { request: async (name, work) => await locks.request(name, work) },
    fetch: (...request) => fetch(...request),
    now: Date.now,
  });
  window.addEventListener('storage', session.storageChanged);

  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StaffStyles>
      <Gate session={session} pageName={pageName} namespace={namespace} allowed={allowed}>
        {children}
      </Gate>
    </StaffStyles>,
  );
}

export type GateProps = Omit<StaffPageOptions, 'page'> & { session: Session };

export function Gate({ session, pageName, namespace, allowed, children }: GateProps) {
  const user = useSyncExternalStore(session.subscribe, session.user);
  readClockAs(user?.hourCycle);
  if (!user)
    return (
      <Suspense>
        <SignIn session={session} pageName={pageName} />
      </Suspense>
    );
  if (!allowed.includes(user.role)) {
    return (
      <Notice
        whole="page"
        title="This page is for supervisors"
        text={`You’re signed in as ${user.name}, an ${user.role}. Your own conversations are at the desk.`}
      >
        <Button component="a" href="/desk" size="sm">
          Open the desk
        </Button>
        <Button variant="default" size="sm" onClick={session.useAnother}>
          Sign in as someone else
        </Button>
      </Notice>
    );
  }
  if (user.setUpSecondFactor)
    return (
      <SessionContext value={{ session, user }}>
        <Suspense>
          <RequiredFactor />
        </Suspense>
      </SessionContext>
    );
  return (
    <SessionContext value={{ session, user }}>
      <HubProvider key={user.id} session={session} namespace={namespace}>
        <ToastProvider>
          <BrokerageProvider>
            <BoardProvider>{children}</BoardProvider>
          </BrokerageProvider>
        </ToastProvider>
      </HubProvider>
    </SessionContext>
  );
}
