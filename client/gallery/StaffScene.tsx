import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { BoardProvider } from '../shared/components/BoardContext.tsx';
import { BrokerageContext, firstBrokerage } from '../shared/components/BrokerageContext.tsx';
import { HubContext } from '../shared/components/HubContext.tsx';
import { SessionContext } from '../shared/components/SessionContext.ts';
import { Gate } from '../shared/components/StaffPage.tsx';
import { StaffStyles } from '../shared/components/StaffStyles.tsx';
import { ToastProvider } from '../shared/components/Toast.tsx';
import type { Session, SessionUser } from '../shared/session/session.ts';
import { type Fixture, fixtureHub } from './fixtureHub.ts';
import { tags } from './fixtures.ts';

export const agent: SessionUser = { id: 'agent-1', name: 'Maya Brooks', role: 'agent', hourCycle: 'h12' };
export const supervisor: SessionUser = {
  id: 'supervisor-1',
  name: 'Dana Whitfield',
  role: 'supervisor',
  hourCycle: 'h12',
};

const sessionOf = (user: SessionUser | null): Session => ({
  user: () => user,
  subscribe: () => () => true,
  storageChanged: () => undefined,
  signIn: () => Promise.resolve(),
  signOut: () => Promise.resolve(),
  useAnother: () => undefined,
  token: () => Promise.resolve(''),
});

/** A page of the staff around a fixture instead of a hub; the answer takes it away. */
export function drawStaff(into: HTMLElement, user: SessionUser, fixture: Fixture, view: ReactNode): () => void {
  return drawReact(
    into,
    <StaffStyles>
      <SessionContext value={{ session: sessionOf(user), user }}>
        <HubContext value={fixtureHub(fixture)}>
          <ToastProvider>
            <BrokerageContext value={{ ...firstBrokerage, tags }}>
              <BoardProvider>{view}</BoardProvider>
            </BrokerageContext>
          </ToastProvider>
        </HubContext>
      </SessionContext>
    </StaffStyles>,
  );
}

/** Draws the page for somebody who may not see it, or has to sign in first; the answer takes it away. */
export function drawGate(into: HTMLElement, user: SessionUser | null): () => void {
  return drawReact(
    into,
    <StaffStyles>
      <Gate session={sessionOf(user)} pageName="wall" namespace="/supervisor" allowed={['supervisor', 'admin']}>
        {null}
      </Gate>
    </StaffStyles>,
  );
}

function drawReact(into: HTMLElement, view: ReactNode): () => void {
  const root = createRoot(into);
  root.render(view);
  return () => root.unmount();
}
