import type { IdentityStore } from './ports.ts';
import type { TokenVerifier, VerifiedSession } from './verifyToken.ts';

/** Ends the session: refresh and access token at once, on other nodes the access token within two seconds. */
export async function logout(
  deps: { store: Pick<IdentityStore, 'revokeFamily'>; verifier: Pick<TokenVerifier, 'forget'> },
  session: VerifiedSession,
): Promise<void> {
  if (session.familyId === null) return;
  await deps.store.revokeFamily(session.familyId);
  deps.verifier.forget(session.familyId);
}
