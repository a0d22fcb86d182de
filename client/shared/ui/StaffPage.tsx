import './mantine.css';
import './base.css';
import './talk.css';
import './composer/composer.css';
import './lead/lead.css';
import { Button } from '@mantine/core';
import { type ReactNode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import type { Role } from '../../../src/contract/values.ts';
import { SignIn } from '../session/SignIn.tsx';
import { openSession, type Session, type SessionParts } from '../session/session.ts';
import { BoardProvider } from './BoardContext.tsx';
import { HubProvider, type StaffNamespace } from './HubContext.tsx';
import { Notice } from './Notice.tsx';
import { SessionContext } from './SessionContext.ts';
import { StaffStyles } from './StaffStyles.tsx';
import { TellProvider } from './Tell.tsx';
import { readClockAs } from './times.ts';
import { WaitLimitsProvider } from './WaitLimits.tsx';

interface StaffPageOptions {
  page: SessionParts['page'];
  place: string;
  namespace: StaffNamespace;
  allowed: readonly Role[];
  children: ReactNode;
}

/** Draws a page of the staff into `#root`: who is signed in, may they, and the one connection that everything on it uses. */
export function openStaffPage({ page, place, namespace, allowed, children }: StaffPageOptions): void {
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
      <Gate session={session} place={place} namespace={namespace} allowed={allowed}>
        {children}
      </Gate>
    </StaffStyles>,
  );
}

export type GateProps = Omit<StaffPageOptions, 'page'> & { session: Session };

export function Gate({ session, place, namespace, allowed, children }: GateProps) {
  const user = useSyncExternalStore(session.subscribe, session.user);
  readClockAs(user?.hourCycle);
  if (!user) return <SignIn session={session} place={place} />;
  if (!allowed.includes(user.role)) {
    return (
      <Notice
        whole="page"
        title="This page is for supervisors"
        text={`You are signed in as ${user.name}, an ${user.role}. Your own conversations are on the desk.`}
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
  return (
    <SessionContext value={{ session, user }}>
      <HubProvider key={user.id} session={session} namespace={namespace}>
        <TellProvider>
          <WaitLimitsProvider>
            <BoardProvider>{children}</BoardProvider>
          </WaitLimitsProvider>
        </TellProvider>
      </HubProvider>
    </SessionContext>
  );
}
