import { type NoteHomeDeps, noteHome } from '../features/profiles/noteHome.ts';
import { type Session, visitorOf } from './session.ts';

/** Notes that a visitor looks at the home of the page, once a socket, as soon as they have written. */
export async function noteView(deps: NoteHomeDeps, session: Session): Promise<void> {
  const { page } = session;
  if (session.viewNoted || page?.listingId === undefined) return;
  session.viewNoted = true;
  // A page may name a home that the brokerage does not have, or has no more.
  if ((await deps.homeOf(session.scope.tenantId, page.listingId)) === null) return;
  session.viewNoted = await noteHome(deps, visitorOf(session), page, { listingId: page.listingId, by: 'view' });
}
