import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session, SessionUser } from '../shared/session/session.ts';
import { BoardProvider } from '../shared/ui/BoardContext.tsx';
import { HubContext } from '../shared/ui/HubContext.tsx';
import { SessionContext } from '../shared/ui/SessionContext.ts';
import { Gate } from '../shared/ui/StaffPage.tsx';
import { StaffStyles } from '../shared/ui/StaffStyles.tsx';
import { TellProvider } from '../shared/ui/Tell.tsx';
import { type Fixture, fixtureHub } from './fixtureHub.ts';

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

/** A page of the staff around a fixture instead of a hub. */
export function drawStaff(into: HTMLElement, user: SessionUser, fixture: Fixture, view: ReactNode): void {
  createRoot(into).render(
    <StaffStyles>
      <SessionContext value={{ session: sessionOf(user), user }}>
        <HubContext value={fixtureHub(fixture)}>
          <TellProvider>
            <BoardProvider>{view}</BoardProvider>
          </TellProvider>
        </HubContext>
      </SessionContext>
    </StaffStyles>,
  );
}

/** Who may not see the page, or has to sign in first. */
export function drawGate(into: HTMLElement, user: SessionUser | null): void {
  createRoot(into).render(
    <StaffStyles>
      <Gate session={sessionOf(user)} place="wall" namespace="/supervisor" allowed={['supervisor', 'admin']}>
        {null}
      </Gate>
    </StaffStyles>,
  );
}
